import type { Brush } from '../drawn/brush.ts';
import { add, cross, mix, mul, sub, unit, type Vec } from '../rig/vec.ts';
import type { Bone, Joints } from './joints.ts';

const LINE = 'rgba(156, 102, 70, 0.6)';
const NAIL = '#F8DFCB';

/** The lines of the palm: points along the fingers and towards the thumb. */
const PALM_LINES = [
  [
    [7.9, 3.4],
    [7.2, 1.6],
    [5.6, 0.2],
    [3.4, -0.2],
    [1.6, 0.2],
  ],
  [
    [7.3, 3.3],
    [6.7, 1.2],
    [5.6, -1.2],
    [4.9, -2.6],
  ],
  [
    [7.0, -3.4],
    [7.3, -1.4],
    [8.2, 0.6],
    [8.9, 1.7],
  ],
] as const;

/** The three lines of a palm, as far as it looks to the viewer. */
export function drawPalmLines(brush: Brush, { palmAt, palm }: Joints): void {
  if (palm[2] < 0.45) return;
  for (const points of PALM_LINES)
    curve(
      brush,
      points.map(([along, across]) => palmAt(along, across, 1)),
      2,
    );
}

/** The fold of a joint, inside or on the back of the finger, whichever is seen. */
export function drawCrease(brush: Brush, { from, to, thick, inner }: Bone): void {
  const seen = inner[2] > 0.5 ? 1 : inner[2] < -0.5 ? -1 : 0;
  if (seen === 0) return;
  const long = unit(sub(to, from));
  const side = cross(long, inner);
  const r = thick[0];
  const at = (across: number, along: number): Vec =>
    add(from, add(mul(inner, seen * r * 0.7), add(mul(side, across * r), mul(long, along))));
  curve(brush, [at(-0.55, 0.05), at(0, -0.07), at(0.55, 0.05)], 1.8);
  if (seen < 0) curve(brush, [at(-0.5, -0.3), at(0, -0.45), at(0.5, -0.3)], 1.6);
}

/** A nail on the back of the last bone. */
export function drawNail(brush: Brush, { from, to, thick, inner }: Bone): void {
  if (inner[2] > -0.3) return;
  const { ctx } = brush;
  const long = unit(sub(to, from));
  const side = cross(long, inner);
  const r = thick[1];
  const at = (along: number, across: number): Vec =>
    add(add(mix(from, to, 0.62), mul(long, along)), add(mul(side, across * r * 0.72), mul(inner, -r * 0.75)));
  const corners = [at(0, -0.8), at(0.95, -1), at(1.35, 0), at(0.95, 1), at(0, 0.8), at(-0.22, 0)];
  ctx.beginPath();
  smoothly(brush, corners);
  ctx.fillStyle = NAIL;
  ctx.fill();
  ctx.strokeStyle = LINE;
  ctx.lineWidth = 1.6;
  ctx.stroke();
}

function smoothly(brush: Brush, points: readonly Vec[]): void {
  const { ctx } = brush;
  const seen = points.map((point) => brush.project(point));
  seen.forEach(({ x, y }, i) => {
    const next = seen[(i + 1) % seen.length] ?? { x, y };
    const before = seen[(i + seen.length - 1) % seen.length] ?? { x, y };
    if (i === 0) ctx.moveTo((before.x + x) / 2, (before.y + y) / 2);
    ctx.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  });
  ctx.closePath();
}

function curve(brush: Brush, points: readonly Vec[], width: number): void {
  const { ctx } = brush;
  const seen = points.map((point) => brush.project(point));
  const last = seen[seen.length - 1];
  ctx.beginPath();
  seen.forEach(({ x, y }, i) => {
    const next = seen[i + 1];
    if (i === 0) ctx.moveTo(x, y);
    else if (next !== undefined && next !== last)
      ctx.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
    else if (next !== undefined) ctx.quadraticCurveTo(x, y, next.x, next.y);
  });
  ctx.strokeStyle = LINE;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.stroke();
}
