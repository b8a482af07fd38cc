import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceKind } from '../../kernel/mutation.ts';
import type { HubTrouble } from '../../store/hub-client.ts';
import { askPairing, beginPairing, type Pairing, type Was } from './pairing.ts';

/**
 * How a pairing stands. `later`: many glasses ask at once, and the hub says when to ask again. `away`: it does not answer.
 * Either is tried again by itself.
 */
type PairingState =
  | { readonly status: 'asking' }
  | { readonly status: 'waiting'; readonly code: string }
  | { readonly status: 'later' }
  | { readonly status: 'away' }
  | { readonly status: 'paired'; readonly deviceId: string };

interface Options {
  readonly kind: () => DeviceKind;
  /** The device it was, where its hub lets it in no more. */
  readonly was?: () => Was | undefined;
  /**
   * The device that the browser is by now without a code: a link has paired it, and its hub went away before it was done.
   * Asked for as long as a code stands: typed, it might make another device of a glass that is one.
   */
  readonly done?: () => Promise<string | undefined>;
  /** Called once, when staff have typed the code. */
  readonly paired: (deviceId: string) => void;
}

const ASK_EVERY_MS = 3000;
const RETRY_MS = 5000;
/** A hub that says when to come again is believed up to here. */
const LONGEST_WAIT_MS = 120_000;

/** Keeps a fresh pairing code for its host and asks whether staff have typed it; silent once the host is gone. */
export class PairingController implements ReactiveController {
  #state: PairingState = { status: 'asking' };
  #pairing: Pairing | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #connected = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  get state(): PairingState {
    return this.#state;
  }

  hostConnected(): void {
    this.#connected = true;
    // The host's properties are set between its construction and its first frame.
    this.#wait(0);
  }

  hostDisconnected(): void {
    this.#connected = false;
    clearTimeout(this.#timer);
  }

  async #turn(): Promise<void> {
    const { state, waitMs } =
      this.#pairing === undefined ? await this.#begin() : await this.#ask(this.#pairing);
    if (!this.#connected) return;
    this.#state = state;
    this.host.requestUpdate();
    if (state.status === 'paired') this.options.paired(state.deviceId);
    else this.#wait(waitMs);
  }

  async #begin(): Promise<Turn> {
    const deviceId = await this.options.done?.();
    if (deviceId !== undefined) return paired(deviceId);
    const begun = await beginPairing(this.options.kind(), this.options.was?.());
    if (!begun.ok) return refused(begun.error);
    this.#pairing = begun.value;
    return shows(begun.value);
  }

  async #ask(pairing: Pairing): Promise<Turn> {
    const progress = await askPairing(pairing.secret);
    if (progress.ok) {
      if (progress.value.status === 'paired') return paired(progress.value.deviceId);
      const deviceId = await this.options.done?.();
      return deviceId === undefined ? shows(pairing) : paired(deviceId);
    }
    const { error } = progress;
    // The hub no longer knows the code (it has run out, or the hub was put back), or another hub answers, which never
    // knew it: another is asked for at once.
    if (error.type === 'unknown' || error.code === 'another-hub') {
      this.#pairing = undefined;
      return { state: { status: 'asking' }, waitMs: 0 };
    }
    // Away, or with a trouble of its own, the code stays good in case the hub comes back with it. Told to wait, it still is.
    const { state, waitMs } = refused(error);
    return error.type === 'throttled' ? { ...shows(pairing), waitMs } : { state, waitMs };
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      // Whatever a turn fails for that nobody is prepared for: the page has promised to open by itself.
      this.#turn().catch((error: unknown) => {
        console.error(error);
        if (this.#connected) this.#wait(RETRY_MS);
      });
    }, ms);
  }
}

/** How it stands after a question, and when to ask the next. */
interface Turn {
  readonly state: PairingState;
  readonly waitMs: number;
}

const shows = ({ code }: Pairing): Turn => ({ state: { status: 'waiting', code }, waitMs: ASK_EVERY_MS });

const paired = (deviceId: string): Turn => ({ state: { status: 'paired', deviceId }, waitMs: 0 });

const refused = ({ type, waitS }: HubTrouble): Turn =>
  type === 'throttled'
    ? { state: { status: 'later' }, waitMs: Math.min((waitS ?? 0) * 1000 || RETRY_MS, LONGEST_WAIT_MS) }
    : { state: { status: 'away' }, waitMs: RETRY_MS };
