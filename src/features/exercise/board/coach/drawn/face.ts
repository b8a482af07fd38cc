import type { Face } from '../rig/pose.ts';
import { add, compose, mul, place, rotation, turn, type Frame, type Vec } from '../rig/vec.ts';
import type { Brush } from './brush.ts';
import { BLUSH, BROW, EYE, HAIR, INK, LIP, SKIN } from './palette.ts';
import { C, facing, on } from './skull.ts';

/** Degrees to the side and up, on the skin. */
type Spot = readonly [side: number, up: number];

const curve = (from: Spot, to: Spot, sag: number, steps = 6): readonly Spot[] =>
  Array.from({ length: steps + 1 }, (_, i): Spot => {
    const k = i / steps;
    return [from[0] + (to[0] - from[0]) * k, from[1] + (to[1] - from[1]) * k + sag * 4 * k * (1 - k)];
  });

/** Eyes, brows, nose, mouth and the lines of a long life, lying on the skin. */
export function drawFace(brush: Brush, head: Frame, { glare, smile, lids }: Face): void {
  const open = 1 - lids;
  for (const s of [-1, 1] as const) {
    patch(brush, head, [s * 36, -24], 2.7, 1.9, BLUSH);
    if (glare > 0.05)
      patch(brush, head, [s * 23, 1], 1.5 + 0.9 * glare, (1.5 + 0.7 * glare) * Math.max(open, 0.1), EYE);
    if (open > 0.25) patch(brush, head, [s * 23, 1], 1.15, (1.6 - 0.2 * glare) * open, INK);
    else line(brush, head, curve([s * 17, 0], [s * 29, 0], -2), INK, 2.6);
    if (glare > 0.3) line(brush, head, curve([s * 13, 8 - 2 * glare], [s * 33, 9 + 2 * glare], 4), INK, 2);
    else line(brush, head, curve([s * 30, 4], [s * 35, -2], 1, 3), SKIN.line, 1.5);
    const [inner, outer] = [17 - 5 * glare, 17 + 5 * glare];
    line(brush, head, curve([s * (14 - 3 * glare), inner], [s * 33, outer - 2], 4 - 3 * glare), BROW, 3.4);
    const cheek = curve([s * 17, -26], [s * 22, -40], 0).map(([side, up], i): Spot => [
      side + s * Math.sin((i / 6) * Math.PI) * 3,
      up,
    ]);
    line(brush, head, cheek, SKIN.shade, 1.8);
  }
  drawNose(brush, head);
  const [corner, height] = [11 + 2 * smile, -36 + 4 * smile];
  line(brush, head, curve([-corner, height], [corner, height], -7 * smile), LIP, 3.2);
  for (const combed of COMBED) line(brush, head, combed, HAIR.shade, 1.8);
}

/** Combed-back hair. */
const COMBED = [-34, -12, 12, 34].map((side) =>
  Array.from({ length: 6 }, (_, i): Spot => [side * (1 + i * 0.05), 46 + i * 7]),
);

function line(brush: Brush, head: Frame, spots: readonly Spot[], colour: string, width: number): void {
  const { ctx } = brush;
  let begun = 0;
  ctx.beginPath();
  for (const [side, up] of spots) {
    if (facing(head, on(side, up)) <= 0.2) continue;
    const { x, y } = brush.project(place(head, on(side, up, 1.01)));
    if (begun === 0) ctx.moveTo(x, y);
    else ctx.lineTo(x, y);
    begun += 1;
  }
  if (begun < 2) return;
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'bevel';
  ctx.stroke();
}

/** An ellipse lying on the skin: foreshortened as the cheek turns. */
function patch(brush: Brush, head: Frame, [side, up]: Spot, rx: number, ry: number, colour: string): void {
  if (facing(head, on(side, up)) < 0.08) return;
  const { ctx } = brush;
  const c = brush.project(place(head, on(side, up, 1.005)));
  const skew = compose(head.rot, rotation({ yaw: side, pitch: -up, roll: 0 }));
  ctx.save();
  ctx.transform(skew[0][0], -skew[1][0], -skew[0][1], skew[1][1], c.x, c.y);
  ctx.beginPath();
  ctx.ellipse(0, 0, rx * c.s, ry * c.s, 0, 0, 2 * Math.PI);
  ctx.restore();
  ctx.fillStyle = colour;
  ctx.fill();
}

function drawNose(brush: Brush, head: Frame): void {
  const ahead: Vec = [0, 0, C];
  if (facing(head, ahead) < -0.25) return;
  const { ctx } = brush;
  const tip = place(head, add(on(0, -15, 1), mul([0, 0, 1], 1.3)));
  ctx.beginPath();
  brush.trace(brush.wrap([place(head, on(0, 0, 0.96)), 0.9], [tip, 1.75]));
  ctx.fillStyle = SKIN.fill;
  ctx.fill();
  // Only the underside and the side away from the light are drawn, else the nose becomes a pill.
  const p = brush.project(tip);
  const away = turn(head.rot, [0, 0, 1])[0];
  const [from, to] = away < -0.25 ? [0.35, 1.15] : away > 0.25 ? [-0.15, 0.65] : [0.1, 0.9];
  ctx.beginPath();
  ctx.arc(p.x, p.y, 1.75 * p.s, from * Math.PI, to * Math.PI);
  ctx.strokeStyle = SKIN.line;
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.stroke();
}
