interface Purse {
  readonly left: number;
  readonly atMs: number;
}

interface Limits {
  /** How many may come at once. */
  readonly most: number;
  /** One more is allowed each. */
  readonly eachMs: number;
}

/** The most keys it remembers: a flood of invented ones must not fill the memory. */
const MOST_KEYS = 10_000;

/**
 * So many of a thing for each key, and then one more from time to time. It is no measure against guessing (see
 * `Throttle`): what is refused costs nothing, so that whoever is told to wait and asks all the same waits no longer.
 */
export class Allowance {
  readonly #purses = new Map<string, Purse>();
  readonly #now: () => number;
  readonly #limits: Limits;

  constructor(now: () => number, limits: Limits) {
    this.#now = now;
    this.#limits = limits;
  }

  /** Takes one. Returns 0, or how many milliseconds to wait for the next. */
  take(key: string): number {
    const { most, eachMs } = this.#limits;
    const now = this.#now();
    const before = this.#purses.get(key) ?? { left: most, atMs: now };
    // A clock that was set back gives nothing, and takes nothing away.
    const left = Math.min(most, before.left + Math.max(0, now - before.atMs) / eachMs);
    if (left < 1) return Math.ceil((1 - left) * eachMs);
    this.#purses.delete(key);
    this.#purses.set(key, { left: left - 1, atMs: now });
    if (this.#purses.size > MOST_KEYS) {
      const oldest = this.#purses.keys().next().value;
      if (oldest !== undefined) this.#purses.delete(oldest);
    }
    return 0;
  }
}
