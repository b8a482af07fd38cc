/** A frame later than this is one that the eye misses; one later than that was a pause of the whole page. */
const LATE_MS = 42;
const PAUSE_MS = 500;
/** So many frames are looked at together. */
const FRAMES = 30;
/** The first frames of a round say nothing of the device: it is fetching music and voice besides. */
const SETTLING = 45;
/** Of the pixels of a plain glass, either way: less looks worse than it stutters. */
const LEAST = 0.6;
const STEP = 0.75;
/** Of the frames looked at together, late: with more it is drawn less sharp; with less it might be sharper. */
const MANY = 0.5;
const FEW = 0.1;
/** So many times in a row in time before a sharper picture is tried; twice as many after each try that failed. */
const PATIENCE = 20;
/** Late so soon after a try, and it has failed. */
const TRIAL = 3;

/** Finds how sharp a picture this device can draw thirty times a second: a television of ten years may have 4K to fill. */
export class Pace {
  #sharpness = 1;
  #least = LEAST;
  #frames = 0;
  #late = 0;
  #inTime = 0;
  #patience = PATIENCE;
  /** How often it was looked since a sharper picture was tried. */
  #sinceTry = Infinity;

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
    this.#frames = -SETTLING;
    this.#late = 0;
    this.#inTime = 0;
    this.#sinceTry = Infinity;
  }

  /**
   * Counts a frame that came so long after the one before it.
   * @returns whether from now on fewer pixels are to be drawn, or more
   */
  changesAfter(sinceMs: number): boolean {
    if (sinceMs > PAUSE_MS) return false;
    this.#frames += 1;
    if (this.#frames > 0 && sinceMs > LATE_MS) this.#late += 1;
    if (this.#frames < FRAMES) return false;
    const late = this.#late / this.#frames;
    this.#frames = 0;
    this.#late = 0;
    this.#sinceTry += 1;
    this.#inTime = late < FEW ? this.#inTime + 1 : 0;
    if (late >= MANY) return this.#blur();
    return this.#inTime >= this.#patience && this.#sharpen();
  }

  #blur(): boolean {
    if (this.#sharpness <= this.#least) return false;
    if (this.#sinceTry <= TRIAL) this.#patience *= 2;
    this.#sinceTry = Infinity;
    this.#sharpness = Math.max(this.#least, this.#sharpness * STEP);
    return true;
  }

  #sharpen(): boolean {
    if (this.#sharpness >= 1) return false;
    this.#sharpness = Math.min(1, this.#sharpness / STEP);
    this.#inTime = 0;
    this.#sinceTry = 0;
    return true;
  }
}
