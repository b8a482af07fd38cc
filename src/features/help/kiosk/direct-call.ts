import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { tellAsDevice } from '../../../app/ask-as-device.ts';
import {
  isBoolean,
  isId,
  isNumber,
  isText,
  listOf,
  oneOf,
  orMissing,
  orNull,
  shape,
} from '../../../kernel/guards.ts';
import { id, type Mid } from '../../../kernel/ids.ts';
import { uuid7 } from '../../../kernel/uuid7.ts';
import type { HelpCall } from '../model/help.ts';
import type { OwnCall } from './this-visit.ts';

type Own = Pick<OwnCall, 'callId' | 'visit' | 'kind'>;
type Heard = NonNullable<HelpCall['heard']>[number];

const isCall = shape<HelpCall>({
  id: isId,
  deviceId: isId,
  place: isText,
  raisedAtMs: orNull(isNumber),
  ageUnknown: isBoolean,
  state: oneOf('waiting', 'coming', 'done', 'withdrawn'),
  answeredBy: orNull(isText),
  answeredAtMs: orNull(isNumber),
  kind: orMissing(oneOf('help', 'emergency')),
  visit: orMissing(isText),
  takenAtMs: orMissing(isNumber),
  reminders: orMissing(isNumber),
  remindedAtMs: orMissing(orNull(isNumber)),
  heard: orMissing(listOf(shape<Heard>({ deviceId: isId, atMs: orNull(isNumber) }))),
  endedAtMs: orMissing(orNull(isNumber)),
});

const ASKS_EACH_MS = 5000;

/**
 * A call for help past the store, where that keeps none: the hub is told of it by the kiosk itself, and asked what became
 * of it while somebody waits. It knows only what the hub has said.
 */
export class DirectCall implements ReactiveController {
  #own: Own | null = null;
  /** It has been called for, and the hub has not said that it has it. */
  #untaken = false;
  #call: HelpCall | null = null;
  #reaches = false;
  #asking = false;
  #askedAt = 0;
  #device = '';

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#own = null;
    this.#call = null;
  }

  /** What the hub has said of a call last; null where it has said nothing, or that is not this one. */
  of(callId: Mid | undefined): HelpCall | null {
    return this.#call?.id === callId ? this.#call : null;
  }

  /** Whether the hub has answered the last question. */
  get reaches(): boolean {
    return this.#reaches;
  }

  /** The hub has not answered yet. */
  get asking(): boolean {
    return this.#asking;
  }

  /** Asks again how a call stands, when it is time for that. */
  hostUpdate(): void {
    const isOver = this.#call?.state === 'done' || this.#call?.state === 'withdrawn';
    if (this.#call === null || isOver || performance.now() - this.#askedAt < ASKS_EACH_MS) return;
    void this.#ask();
  }

  /** Calls. The same visit's call of the same kind is one call, however often it is tried. */
  async raise(device: string, visit: string, kind: OwnCall['kind']): Promise<HelpCall | null> {
    this.#device = device;
    const isSame = this.#untaken && this.#own?.visit === visit && this.#own.kind === kind;
    if (!isSame) this.#own = { callId: newMid(), visit, kind };
    this.#untaken = true;
    this.#call = null;
    return this.#ask();
  }

  /** Goes on with a call that was made before another page was looked at. */
  async resume(device: string, { callId, visit, kind }: OwnCall): Promise<void> {
    this.#device = device;
    this.#own = { callId, visit, kind };
    this.#untaken = false;
    await this.#ask();
  }

  /** One of them is over. Where the hub does not say that it knows, it stays shown as it was. */
  async end({ callId, visit, kind }: OwnCall, helped: boolean): Promise<void> {
    const end = helped ? 'helped' : 'withdrawn';
    const call = await this.#tell({ callId, visit, kind }, end);
    if (call === null || this.#own?.callId !== callId) return;
    this.#call = call;
    this.host.requestUpdate();
  }

  #tell(own: Own, end: 'helped' | 'withdrawn' | null): Promise<HelpCall | null> {
    return tellAsDevice(this.#device, '/api/help', { ...own, end }, isCall);
  }

  async #ask(): Promise<HelpCall | null> {
    const own = this.#own;
    if (own === null || this.#asking) return null;
    this.#asking = true;
    this.#askedAt = performance.now();
    const call = await this.#tell(own, null);
    this.#asking = false;
    // Whoever has left meanwhile, or called anew, is told nothing of this one.
    if (this.#own !== own) return null;
    this.#reaches = call !== null;
    if (call !== null) {
      this.#call = call;
      this.#untaken = false;
    }
    this.host.requestUpdate();
    return call;
  }
}

const newMid = (): Mid =>
  id<'Mid'>(uuid7(Math.max(0, Date.now()), crypto.getRandomValues(new Uint8Array(16))));
