/** The hub's clocks. */
export interface HubClock {
  /** Unix milliseconds; a mini PC without a battery may start in 1970. */
  wall(): number;
  /** Monotonic milliseconds of this process. */
  monotonic(): number;
}

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
    const floor = this.#floorMs + Math.max(0, this.#clock.monotonic() - this.#startedAt);
    this.#told = Math.round(Math.max(this.#clock.wall(), floor, this.#told));
    return this.#told;
  }
}
