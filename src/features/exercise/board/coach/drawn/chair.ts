import type { Vec } from '../rig/vec.ts';
import { Brush, type Ball, type Camera } from './brush.ts';
import { WOOD } from './palette.ts';

const HALF = 26;
const HEIGHT = 41;
const BACK = -21;
const FRONT = 17;

/** A firm wooden chair with a back and no arms, as it stands behind whoever sits on it. */
export function drawChair(ctx: CanvasRenderingContext2D, camera: Camera): void {
  const brush = new Brush(ctx, camera);
  const bar = (from: Vec, to: Vec, r = 1.9): void => {
    const ends: readonly Ball[] = [
      [from, r],
      [to, r],
    ];
    brush.cloth([brush.wrap(...ends)], WOOD, 1.6, 3, 1);
  };
  for (const side of [-HALF, HALF]) bar([side, 0, BACK], [side, HEIGHT, BACK]);
  for (const side of [-HALF, HALF]) bar([side, HEIGHT, BACK], [side * 0.94, 96, BACK - 5]);
  for (const up of [60, 76]) bar([-HALF, up, BACK - 3], [HALF, up, BACK - 3], 1.5);
  bar([-HALF * 0.94, 94, BACK - 5], [HALF * 0.94, 94, BACK - 5], 3.4);
  bar([-HALF, 16, FRONT], [HALF, 16, FRONT], 1.3);
  for (const side of [-HALF, HALF]) bar([side, 0, FRONT], [side, HEIGHT, FRONT], 2.2);
  const corner = (x: number, z: number): Ball => [[x, HEIGHT, z], 1.8];
  const seat = [corner(-HALF, BACK), corner(HALF, BACK), corner(-HALF, FRONT), corner(HALF, FRONT)];
  brush.cloth([brush.wrap(...seat)], WOOD, 1.6, 3, -3);
}
