/** A clock nearer than this to the right time is brought to it little by little; one farther off is set once. */
export const FAR_MS = 2 * 60_000;
/** How much of each second is made up: 90 s in half an hour, too little to be seen in a film. */
const SHARE = 0.05;

/**
 * A time that goes by a monotonic clock. A small correction is slewed, so that it never goes back and never stands
 * still; a large one steps it, once.
 */
export class SteadyTime {
  #targetMs: number;
  #mono: number;
  /** How far ahead of the target it was when it was corrected; negative when behind. */
  #aheadMs = 0;

  constructor(unixMs: number, mono: number) {
    this.#targetMs = unixMs;
    this.#mono = mono;
  }

  /** Unix milliseconds at a reading of the monotonic clock. */
  at(mono: number): number {
    const since = mono - this.#mono;
    const left = Math.max(0, Math.abs(this.#aheadMs) - SHARE * Math.max(0, since));
    return this.#targetMs + since + Math.sign(this.#aheadMs) * left;
  }

  /** The right time at a reading is known: it is gone towards from here on. */
  correct(unixMs: number, mono: number): void {
    const ahead = this.at(mono) - unixMs;
    this.set(unixMs, mono);
    if (Math.abs(ahead) <= FAR_MS) this.#aheadMs = ahead;
  }

  /** Steps there at once. */
  set(unixMs: number, mono: number): void {
    this.#targetMs = unixMs;
    this.#mono = mono;
    this.#aheadMs = 0;
  }
}
