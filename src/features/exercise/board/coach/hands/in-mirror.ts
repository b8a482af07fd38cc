/** Draws as in a mirror that stands in the middle of the picture. */
export function inMirror(ctx: CanvasRenderingContext2D, draw: () => void): void {
  ctx.save();
  ctx.scale(-1, 1);
  draw();
  ctx.restore();
}
