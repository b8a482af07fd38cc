/** What was pressed, where and when; `target` is compared by identity. */
interface Tap {
  readonly target: unknown;
  /** It is meant to be pressed again and again, as the keys of a keypad are. */
  readonly repeats: boolean;
  readonly x: number;
  readonly y: number;
  readonly downMs: number;
  readonly upMs: number;
}

/** A second tap within this time is the same tap, from a hand that trembles. */
const SECOND_TAP_MS = 700;
/**
 * A finger that left the same thing for less than this has not left it: the contact broke, by the panel's fault or by
 * trembling. Nobody lifts and presses anew so fast; the second digit of a telephone comes 150 ms later at the soonest.
 */
const BOUNCE_MS = 100;
/** After the picture changes, the finger that changed it has this long to leave. */
const REST_MS = 400;

/**
 * Which taps count. A second tap on the same thing, or on the same spot, within 700 ms does not, except from key to
 * key: there a doubled digit is a doubled digit. A broken contact is one tap anywhere. Nothing counts for 400 ms
 * after the screen has changed.
 */
export class TapRules {
  #last: Tap | null = null;
  #changedAtMs = Number.NEGATIVE_INFINITY;

  /** @param samePlacePx how near two taps are one and the same spot. */
  constructor(private readonly samePlacePx: () => number) {}

  screenChanged(nowMs: number): void {
    this.#changedAtMs = nowMs;
  }

  /** How long nothing counts yet, ms; 0 when taps count. */
  restMs(nowMs: number): number {
    const sinceMs = nowMs - this.#changedAtMs;
    return sinceMs < 0 ? 0 : Math.max(0, REST_MS - sinceMs);
  }

  counts(tap: Tap): boolean {
    const last = this.#last;
    if (last !== null && this.#isStill(last, tap)) {
      // The next break of the same contact is counted from here.
      if (tap.downMs - last.upMs < BOUNCE_MS) this.#last = { ...last, upMs: tap.upMs };
      return false;
    }
    this.#last = tap;
    return true;
  }

  #isStill(last: Tap, tap: Tap): boolean {
    const same = tap.target === last.target;
    if (same && tap.downMs - last.upMs < BOUNCE_MS) return true;
    if ((last.repeats && tap.repeats) || tap.upMs - last.upMs >= SECOND_TAP_MS) return false;
    return same || Math.hypot(tap.x - last.x, tap.y - last.y) <= this.samePlacePx();
  }
}
