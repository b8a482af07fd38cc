import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeviceKind } from '../../kernel/mutation.ts';
import { askPairing, beginPairing, type Pairing } from './pairing.ts';

/** How a pairing stands. `away`: the hub does not answer; it is tried again by itself. */
type PairingState =
  | { readonly status: 'asking' }
  | { readonly status: 'waiting'; readonly code: string }
  | { readonly status: 'away' }
  | { readonly status: 'paired'; readonly deviceId: string };

interface Options {
  readonly kind: () => DeviceKind;
  /** Called once, when staff have typed the code. */
  readonly paired: (deviceId: string) => void;
}

const askEveryMs = 2000;
const retryMs = 5000;

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
    const next = this.#pairing === undefined ? await this.#begin() : await this.#ask(this.#pairing);
    if (!this.#connected) return;
    this.#state = next;
    this.host.requestUpdate();
    if (next.status === 'paired') this.options.paired(next.deviceId);
    else this.#wait(next.status === 'waiting' ? askEveryMs : retryMs);
  }

  async #begin(): Promise<PairingState> {
    const begun = await beginPairing(this.options.kind());
    if (!begun.ok) return { status: 'away' };
    this.#pairing = begun.value;
    return { status: 'waiting', code: begun.value.code };
  }

  async #ask(pairing: Pairing): Promise<PairingState> {
    const progress = await askPairing(pairing.secret);
    if (progress.ok && progress.value.status === 'paired') {
      return { status: 'paired', deviceId: progress.value.deviceId };
    }
    if (progress.ok) return { status: 'waiting', code: pairing.code };
    // The hub no longer knows the code (it has run out, or the hub was restarted): the next turn asks for another.
    // Away, the code stays good in case the hub comes back with it.
    if (progress.error.type === 'away') return { status: 'away' };
    this.#pairing = undefined;
    return { status: 'asking' };
  }

  #wait(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#turn(), ms);
  }
}
