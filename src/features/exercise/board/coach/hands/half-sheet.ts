import { Brush } from '../drawn/brush.ts';

/** So far beyond its outlines a hand may be drawn: the line around it, and a nail's. In units of the picture. */
const BEYOND = 7;

/**
 * The left half of a picture on a sheet of its own that nobody sees: what is drawn there is put onto the picture twice. A
 * picture put onto itself would first be copied whole, which takes as long as drawing the second hand.
 */
export class HalfSheet {
  #brush: Brush | undefined;
  /** Where the half begins on the picture, and where the mirror stands, in pixels. */
  #from = 0;
  #middle = 0;

  /** @returns the brush for the left half of what this one draws, on a clear sheet */
  begin({ ctx, camera }: Brush): Brush | null {
    const half = this.#brush?.ctx ?? document.createElement('canvas').getContext('2d');
    if (half === null) return null;
    const { width, height } = ctx.canvas;
    const { a, d, e, f } = ctx.getTransform();
    this.#middle = Math.round(e);
    // Where left and right are turned, the left half is the one on the right.
    this.#from = a > 0 ? 0 : this.#middle;
    const wide = Math.max(1, a > 0 ? this.#middle : width - this.#middle);
    // To set a size, even the one it has, makes all of its pixels anew.
    if (half.canvas.width !== wide || half.canvas.height !== height)
      [half.canvas.width, half.canvas.height] = [wide, height];
    half.resetTransform();
    half.clearRect(0, 0, wide, height);
    half.setTransform(a, 0, 0, d, e - this.#from, f);
    this.#brush ??= new Brush(half, camera);
    this.#brush.begin();
    return this.#brush;
  }

  /** Puts what was drawn since `begin` onto the picture: where it is, and as in a mirror that stands in the middle. */
  put(ctx: CanvasRenderingContext2D): void {
    if (this.#brush === undefined) return;
    const { canvas } = this.#brush.ctx;
    const { a, d, e, f } = this.#brush.ctx.getTransform();
    // Only where there is something: a pixel costs as much where there is nothing to see.
    const { left, right, top, bottom } = this.#brush.reach();
    const [one, other] = [a * (left - BEYOND) + e, a * (right + BEYOND) + e];
    const x = Math.max(0, Math.floor(Math.min(one, other)));
    const y = Math.max(0, Math.floor(d * (top - BEYOND) + f));
    const wide = Math.min(canvas.width, Math.ceil(Math.max(one, other))) - x;
    const high = Math.min(canvas.height, Math.ceil(d * (bottom + BEYOND) + f)) - y;
    if (wide <= 0 || high <= 0) return;
    ctx.save();
    // Pixel for pixel: one that is mixed from several costs more, and is blurred.
    ctx.imageSmoothingEnabled = false;
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.drawImage(canvas, x, y, wide, high, x + this.#from, y, wide, high);
    ctx.setTransform(-1, 0, 0, 1, 2 * this.#middle, 0);
    ctx.drawImage(canvas, x, y, wide, high, x + this.#from, y, wide, high);
    ctx.restore();
  }

  /** Gives its memory back; what is drawn next makes it anew. */
  clear(): void {
    if (this.#brush !== undefined) this.#brush.ctx.canvas.width = this.#brush.ctx.canvas.height = 0;
  }
}
