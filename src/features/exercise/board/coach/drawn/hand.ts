import type { Arm } from '../rig/skeleton.ts';
import { add, mul, unit, type Vec } from '../rig/vec.ts';
import { nearness, type Ball, type Brush } from './brush.ts';
import { SKIN } from './palette.ts';

/** From index to little finger: across the palm, along it, length. */
const FINGERS = [
  [3.0, 9.3, 7.4],
  [1.0, 9.8, 8.2],
  [-1.0, 9.4, 7.6],
  [-2.8, 8.6, 6.0],
] as const;

const RAD = Math.PI / 180;
const BETWEEN = 'rgba(156, 102, 70, 0.55)';

function pieces(
  { wrist, fingers: f, palm: n, thumb: t, shape }: Arm,
  k: number,
): readonly (readonly Ball[])[] {
  const at = (along: number, across: number, out = 0): Vec =>
    add(wrist, add(add(mul(f, along * k), mul(t, across * k)), mul(n, out * k)));
  const list: (readonly Ball[])[] = [
    [
      [at(1, 0), 3.1],
      [at(8.6, 2.6), 2.2],
      [at(8.2, -2.3), 2.1],
      [at(4, 1.2, 0.6), 3.3],
    ],
  ];
  FINGERS.forEach(([across, along, long], i) => {
    const curl = i === 0 ? shape.index : shape.curl;
    const lean = add(f, mul(t, shape.spread * (1.5 - i) * 0.14));
    const way = (deg: number): Vec => unit(add(mul(lean, Math.cos(deg * RAD)), mul(n, Math.sin(deg * RAD))));
    const knuckle = at(along - 0.8, across);
    const middle = add(knuckle, mul(way(6 + curl * 82), long * k * 0.52));
    const tip = add(middle, mul(way(10 + curl * 178), long * k * 0.5));
    list.push(
      [
        [knuckle, 1.45],
        [middle, 1.35],
      ],
      [
        [middle, 1.35],
        [tip, 1.15],
      ],
    );
  });
  const root = at(3.2, 2.6, 0.6);
  const open = shape.thumb;
  const away = add(add(mul(f, 0.95 - 0.3 * open), mul(t, 0.15 + 0.85 * open)), mul(n, 0.75 - 0.6 * open));
  const joint = add(root, mul(unit(away), 3.9 * k));
  // A closed thumb lies across the fingers.
  const last = add(add(mul(f, 0.75), mul(t, open * 0.7 - (1 - open) * 0.75)), mul(n, 0.25 * (1 - open)));
  list.push(
    [
      [root, 1.9],
      [joint, 1.5],
    ],
    [
      [joint, 1.5],
      [add(joint, mul(unit(last), 3.4 * k)), 1.2],
    ],
  );
  return list;
}

/** A hand with five fingers that can curl: palm, fist, archer's hand and drawing hand are one drawing. */
export function drawHand(brush: Brush, arm: Arm): void {
  const k = nearness(arm.wrist, arm.along);
  const shapes = pieces(arm, k)
    .map((balls) => ({
      z: Math.max(...balls.map(([at]) => at[2])),
      points: brush.wrap(...balls.map(([at, r]): Ball => [at, r * k])),
    }))
    .sort((a, b) => a.z - b.z);
  brush.rim(
    shapes.map(({ points }) => points),
    SKIN.line,
    2,
  );
  // Fine lines between the fingers, drawn from the back to the front.
  for (const { points } of shapes) brush.solid(points, SKIN, 0, 0, BETWEEN, 0.8);
}
