import type { Randomness } from './ports.ts';

const FIRST_MS = 1000;
/** A hub that is back is found within this: a hall does not wait a minute for its menu. */
const LONGEST_MS = 15_000;

/** Full jitter: any wait up to a bound that doubles, so that a centre's devices do not come back all at once. */
export class Backoff {
  readonly #random: Randomness;
  #failures = 0;

  constructor(random: Randomness) {
    this.#random = random;
  }

  /** The next wait, ms. */
  next(): number {
    const bound = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(this.#failures, 10));
    this.#failures += 1;
    return Math.round(this.#random.next() * bound);
  }

  reset(): void {
    this.#failures = 0;
  }
}
