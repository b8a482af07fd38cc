import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { momentOf, type CivilDate, type CivilMoment, type TimeReading } from '../kernel/time.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { onStore } from './on-store.ts';

/** So often it is looked whether another minute has begun: a wall clock that somebody sets tells nobody. */
const LOOK_EVERY_MS = 1000;

/**
 * Re-renders its host at each new minute (or second) of the device's best time, and as soon as that time is confirmed or
 * jumps; says what it is.
 */
export class Ticker implements ReactiveController {
  #store: LocalStore | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stop: (() => void) | undefined;
  /** The minute and how sure it is, when last looked at. */
  #seen = '';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly everyMs: 1000 | 60_000 = 60_000,
  ) {
    host.addController(this);
    onStore(host, (store) => {
      this.#store = store;
      this.#listen();
      host.requestUpdate();
    });
  }

  /** The time now; unknown before the store is there. */
  get time(): TimeReading {
    return this.#store?.time() ?? { quality: 'unknown', nowMs: null };
  }

  /** The centre's minutes east of UTC; of a store that has no row of it, what the device remembers. */
  offsetOf(centre?: { readonly utcOffsetMinutes: number } | null): number | null {
    return centre?.utcOffsetMinutes ?? this.#store?.utcOffsetMinutes ?? null;
  }

  /** The centre's day and minute now, also before its row is here; null while the time is unknown. */
  momentAt(centre?: { readonly utcOffsetMinutes: number } | null): CivilMoment | null {
    const offset = this.offsetOf(centre);
    return offset === null ? null : momentOf(this.time, offset);
  }

  /** The centre's day now: what a view that reads a day asks for. Null while the time is unknown. */
  dayAt(centre?: { readonly utcOffsetMinutes: number } | null): CivilDate | null {
    return this.momentAt(centre)?.date ?? null;
  }

  hostConnected(): void {
    this.#listen();
    this.#wait();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.host.isConnected ? this.#store?.watchTime(() => this.host.requestUpdate()) : undefined;
  }

  #wait(): void {
    const now = this.time.nowMs ?? Date.now();
    this.#timer = setTimeout(
      () => {
        const { quality, nowMs } = this.time;
        const seen = `${quality} ${Math.floor((nowMs ?? 0) / this.everyMs)}`;
        if (this.everyMs === LOOK_EVERY_MS || seen !== this.#seen) this.host.requestUpdate();
        this.#seen = seen;
        this.#wait();
      },
      LOOK_EVERY_MS - (now % LOOK_EVERY_MS) + 5,
    );
  }
}
