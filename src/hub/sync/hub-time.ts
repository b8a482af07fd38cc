/** The hub's clocks. */
export interface HubClock {
  /** Unix milliseconds; a mini PC without a battery may start in 1970. */
  wall(): number;
  /** Monotonic milliseconds of this process. */
  monotonic(): number;
}

/** A wall clock this far behind what is written down has lost the time, rather than being corrected. */
const LOST_MS = 10 * 60_000;

/** The hub's time: the wall clock, never below the highest time it has written down plus what has passed since. */
export class HubTime {
  readonly #clock: HubClock;
  readonly #floorMs: number;
  readonly #startedAt: number;
  #told = 0;

  constructor(clock: HubClock, highWaterMs: number) {
    this.#clock = clock;
    this.#floorMs = highWaterMs;
    this.#startedAt = clock.monotonic();
  }

  /** Unix milliseconds; never goes back. */
  now(): number {
    this.#told = Math.round(Math.max(this.#clock.wall(), this.#floor(), this.#told));
    return this.#told;
  }

  /**
   * Whether `now` tells the time, and not merely some time later than the last one written down: a machine without a
   * battery that was off for a night would confirm yesterday to every screen.
   */
  get sure(): boolean {
    return this.#clock.wall() > this.#floor() - LOST_MS;
  }

  #floor(): number {
    return this.#floorMs + Math.max(0, this.#clock.monotonic() - this.#startedAt);
  }
}
