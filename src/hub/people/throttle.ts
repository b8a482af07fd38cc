interface Count {
  readonly failures: number;
  /** Unix ms before which no further try is looked at. */
  readonly closedUntil: number;
}

interface Limits {
  /** Failures that cost nothing: fingers slip. */
  readonly free: number;
  /** The first wait; it doubles with each further failure. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

/** The most names it remembers: a flood of invented ones must not fill the memory. */
const MOST = 10_000;

/**
 * Counts failures by a key (a name and an address) and asks for longer and longer waits.
 * A right try of whom the key names forgets them; so does twice the longest wait without one.
 */
export class Throttle {
  readonly #counts = new Map<string, Count>();
  readonly #now: () => number;
  readonly #limits: Limits;

  constructor(now: () => number, limits: Limits) {
    this.#now = now;
    this.#limits = limits;
  }

  /** Milliseconds to wait before the next try counts; 0 when it may be now. */
  wait(key: string): number {
    const count = this.#counts.get(key);
    return count === undefined ? 0 : Math.max(0, count.closedUntil - this.#now());
  }

  /** The longest wait of all keys that begin so, in milliseconds. */
  longestWait(start: string): number {
    return Math.max(0, ...this.#beginning(start).map((key) => this.wait(key)));
  }

  /** Forgets the failures of all keys that begin so. */
  forgetAll(start: string): void {
    for (const key of this.#beginning(start)) this.#counts.delete(key);
  }

  #beginning(start: string): string[] {
    return [...this.#counts.keys()].filter((key) => key.startsWith(start));
  }

  failed(key: string): void {
    const now = this.#now();
    const before = this.#counts.get(key);
    const forgotten = before === undefined || now - before.closedUntil > 2 * this.#limits.longestWaitMs;
    const failures = forgotten ? 1 : before.failures + 1;
    const beyond = failures - this.#limits.free;
    const wait =
      beyond < 0 ? 0 : Math.min(this.#limits.firstWaitMs * 2 ** beyond, this.#limits.longestWaitMs);
    this.#counts.delete(key);
    this.#counts.set(key, { failures, closedUntil: now + wait });
    if (this.#counts.size > MOST) {
      const oldest = this.#counts.keys().next().value;
      if (oldest !== undefined) this.#counts.delete(oldest);
    }
  }

  succeeded(key: string): void {
    this.#counts.delete(key);
  }

  /** The try that was just counted was right, but says nothing of who made those before: they stay counted. */
  wasRight(key: string): void {
    const count = this.#counts.get(key);
    if (count === undefined) return;
    this.#counts.set(key, { failures: count.failures - 1, closedUntil: this.#now() });
  }
}
