/** Where and when something was pressed; `target` is compared by identity. */
interface Tap {
  readonly target: unknown;
  readonly x: number;
  readonly y: number;
  readonly atMs: number;
}

/** A second tap within this time is the same tap, from a hand that trembles. */
const SECOND_TAP_MS = 700;
/** After the picture changes, the finger that changed it has this long to leave. */
const REST_MS = 400;

/**
 * Which taps count. A second tap on the same thing, or on the same spot, within 700 ms does not (the next key of a
 * keypad does: it is another thing in another place); nothing counts for 400 ms after the screen has changed.
 */
export class TapRules {
  #last: Tap | null = null;
  #changedAtMs = Number.NEGATIVE_INFINITY;

  /** @param samePlacePx how near two taps are one and the same spot. */
  constructor(private readonly samePlacePx: () => number) {}

  screenChanged(atMs: number): void {
    this.#changedAtMs = atMs;
  }

  counts(tap: Tap): boolean {
    if (tap.atMs - this.#changedAtMs < REST_MS) return false;
    const last = this.#last;
    if (last !== null && tap.atMs - last.atMs < SECOND_TAP_MS) {
      const near = Math.hypot(tap.x - last.x, tap.y - last.y) <= this.samePlacePx();
      if (near || tap.target === last.target) return false;
    }
    this.#last = tap;
    return true;
  }
}
