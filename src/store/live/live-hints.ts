import { Backoff } from '../../protocol/client/backoff.ts';
import type { Randomness } from '../../protocol/client/ports.ts';
import { isPoke } from '../../protocol/wire/poke-check.ts';
import type { Poke } from '../../protocol/wire/wire.ts';
import { knownHub } from '../known-hub.ts';

/** Who is told what the hub's live stream says. */
interface LiveListener {
  /** The stream stands: hints will come. */
  up(): void;
  /** It does not: only the poll finds out what is new. */
  down(): void;
  poke(poke: Poke): void;
  /** What this device may hold has changed. */
  grants(): void;
  /** A stream that had fallen silent without an end has been replaced by one that speaks. */
  renewed?(): void;
}

interface Options {
  /** Silence after which the stream counts as dead; the hub's heart beats every 15 s. */
  readonly watchdogMs?: number;
  readonly open?: (url: string) => EventSource;
}

/**
 * The hub's live stream, kept alive: a new EventSource after 40 s without a beat and after every error, since one 502
 * ends an EventSource for ever and a connection can die without a sign.
 */
export class LiveHints {
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The stream before said nothing any more, and did not say that it had ended. */
  #wasSilent = false;
  readonly #backoff: Backoff;
  readonly #watchdogMs: number;
  readonly #open: (url: string) => EventSource;

  constructor(
    private readonly url: string,
    random: Randomness,
    private readonly listener: LiveListener,
    options: Options = {},
  ) {
    this.#backoff = new Backoff(random);
    this.#watchdogMs = options.watchdogMs ?? 40_000;
    this.#open = options.open ?? ((address) => new EventSource(address));
    this.#connect();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #connect(): void {
    const source = this.#open(this.url);
    this.#source = source;
    this.#watch();
    source.onopen = () => {
      this.#backoff.reset();
      this.#watch();
      if (this.#wasSilent) this.listener.renewed?.();
      this.#wasSilent = false;
      this.listener.up();
    };
    source.onerror = () => this.#again();
    source.addEventListener('beat', () => this.#watch());
    source.addEventListener('grants', (event: MessageEvent<string>) => {
      if (isOfAnotherHub(jsonOf(event.data))) return this.#again();
      this.#watch();
      this.listener.grants();
    });
    source.addEventListener('poke', (event: MessageEvent<string>) => {
      const poke = jsonOf(event.data);
      // A stream that says what no hub says is none.
      if (!isPoke(poke)) return this.#again();
      this.#watch();
      this.listener.poke(poke);
    });
  }

  /** Anything heard puts the watchdog off. */
  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#wasSilent = true;
      this.#again();
    }, this.#watchdogMs);
  }

  #again(): void {
    this.close();
    this.listener.down();
    this.#timer = setTimeout(() => this.#connect(), this.#backoff.next());
  }
}

/** Whether a stream's first event names another hub; one of an older build names none. */
function isOfAnotherHub(said: unknown): boolean {
  const id: unknown = typeof said === 'object' && said !== null ? Reflect.get(said, 'hub') : null;
  const known = knownHub.id();
  return typeof id === 'string' && known !== null && id !== known;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
