/** A round patch of the picture. */
export interface Disc {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

type Path = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'arc' | 'closePath'>;

/**
 * Adds to the path what of an outline lies within a disc. It is what clipping to the disc shows, and to a television that
 * has no fast way to clip, a fraction of the work.
 */
export function traceWithin(ctx: Path, points: Float64Array, { x, y, r }: Disc): void {
  const n = points.length;
  let begun = false;
  let inside = isIn(points[n - 2] ?? 0, points[n - 1] ?? 0);
  /** Where the line has left the disc, and where it first came in: between them goes the disc's own edge. */
  let left: number | null = null;
  let first: number | null = null;

  function isIn(px: number, py: number): boolean {
    return (px - x) * (px - x) + (py - y) * (py - y) <= r * r;
  }
  const to = (px: number, py: number): void => {
    if (begun) ctx.lineTo(px, py);
    else ctx.moveTo(px, py);
    begun = true;
  };
  const enters = (px: number, py: number): void => {
    const angle = Math.atan2(py - y, px - x);
    if (left === null) first = angle;
    else ctx.arc(x, y, r, left, angle);
    left = null;
    to(px, py);
  };
  const leaves = (px: number, py: number): void => {
    to(px, py);
    left = Math.atan2(py - y, px - x);
  };

  for (let k = 0; k < n; k += 2) {
    const [ax, ay] = [points[(k + n - 2) % n] ?? 0, points[(k + n - 1) % n] ?? 0];
    const [bx, by] = [points[k] ?? 0, points[k + 1] ?? 0];
    const [dx, dy] = [bx - ax, by - ay];
    const a = dx * dx + dy * dy;
    const half = (ax - x) * dx + (ay - y) * dy;
    const root = half * half - a * ((ax - x) * (ax - x) + (ay - y) * (ay - y) - r * r);
    const isNext = isIn(bx, by);
    if (a > 0 && root > 0) {
      const [t1, t2] = [(-half - Math.sqrt(root)) / a, (-half + Math.sqrt(root)) / a];
      if (!inside && t1 > 0 && t1 < 1) enters(ax + t1 * dx, ay + t1 * dy);
      if (!isNext && t2 > 0 && t2 < 1) leaves(ax + t2 * dx, ay + t2 * dy);
    }
    if (isNext) to(bx, by);
    inside = isNext;
  }
  if (left !== null && first !== null) ctx.arc(x, y, r, left, first);
  if (!begun && holds(points, x, y)) ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.closePath();
}

/** Whether a point lies in a convex outline. */
function holds(points: Float64Array, x: number, y: number): boolean {
  for (let k = 0; k < points.length; k += 2) {
    const next = (k + 2) % points.length;
    const [ax, ay] = [points[k] ?? 0, points[k + 1] ?? 0];
    if (((points[next] ?? 0) - ax) * (y - ay) - ((points[next + 1] ?? 0) - ay) * (x - ax) < 0) return false;
  }
  return true;
}
