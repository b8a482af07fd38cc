/** So much at once, and so much an hour after that. */
interface AllowanceLimits {
  readonly atOnce: number;
  readonly anHour: number;
}

interface Count {
  readonly left: number;
  readonly atMs: number;
}

const HOUR_MS = 3_600_000;
/** More devices than any city's hub has; the least lately seen is forgotten, and begins anew. */
const MOST = 20_000;

/**
 * What each of many may still have of something, on the clock that nobody sets. It is no measure against guessing (see
 * `Throttle`): what is refused costs nothing, so that whoever is told to wait and asks all the same waits no longer.
 */
export class Allowance {
  readonly #counts = new Map<string, Count>();
  readonly #limits: AllowanceLimits;
  readonly #monotonic: () => number;

  constructor(limits: AllowanceLimits, monotonic: () => number) {
    this.#limits = limits;
    this.#monotonic = monotonic;
  }

  left(who: string): number {
    const { atOnce, anHour } = this.#limits;
    const count = this.#counts.get(who);
    if (count === undefined) return atOnce;
    return Math.min(atOnce, count.left + ((this.#monotonic() - count.atMs) / HOUR_MS) * anHour);
  }

  take(who: string, n: number): void {
    const left = this.left(who) - n;
    this.#counts.delete(who);
    this.#counts.set(who, { left, atMs: this.#monotonic() });
    const [oldest] = this.#counts.keys();
    if (this.#counts.size > MOST && oldest !== undefined) this.#counts.delete(oldest);
  }

  /** Seconds until there is one again. */
  waitS(who: string): number {
    return Math.max(1, Math.ceil(((1 - this.left(who)) / this.#limits.anHour) * 3600));
  }
}

/** A device has had more than its share of something: nothing of what it asked is done, and it is to ask again later. */
export class TooMuch extends Error {
  readonly retryAfterS: number;

  constructor(retryAfterS: number) {
    super('more than a device’s share');
    this.retryAfterS = retryAfterS;
  }
}
