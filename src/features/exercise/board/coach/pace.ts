/** A frame later than this is one that the eye misses; one later than that was a pause of the whole page. */
const LATE_MS = 42;
const PAUSE_MS = 500;
/** So many frames are looked at together. */
const FRAMES = 30;
/** Of the pixels of a plain glass, either way: less looks worse than it stutters. */
const LEAST = 0.6;
const STEP = 0.75;

/** Finds how sharp a picture this device can draw thirty times a second: a television of ten years may have 4K to fill. */
export class Pace {
  #sharpness = 1;
  #least = LEAST;
  #frames = 0;
  #late = 0;

  /** The share of the glass's own pixels, to 1. */
  get sharpness(): number {
    return this.#sharpness;
  }

  /**
   * A new picture begins, a step sharper than the last one ended: the device may have been busy with something else.
   * @param plain the share of this glass's pixels that a plain one (1080 lines) has
   */
  begin(plain = 1): void {
    this.#least = LEAST * Math.min(1, plain);
    this.#sharpness = Math.min(1, this.#sharpness / STEP);
    this.#frames = 0;
    this.#late = 0;
  }

  /**
   * Counts a frame that came so long after the one before it.
   * @returns whether from now on fewer pixels are to be drawn
   */
  blursAfter(sinceMs: number): boolean {
    if (sinceMs > PAUSE_MS) return false;
    this.#frames += 1;
    if (sinceMs > LATE_MS) this.#late += 1;
    if (this.#frames < FRAMES) return false;
    const late = this.#late / this.#frames;
    this.#frames = 0;
    this.#late = 0;
    if (late < 0.5 || this.#sharpness <= this.#least) return false;
    this.#sharpness = Math.max(this.#least, this.#sharpness * STEP);
    return true;
  }
}
