// A hand with five fingers that can curl: palm, fist, archer's hand and drawing hand are one drawing.

import { add, mul, unit } from './vec.mjs';
import { cloth, trace, wrap } from './paint.mjs';
import { SKIN } from './palette.mjs';

/** From index to little finger: across the palm, along it, length. */
const FINGERS = [
  [3.0, 9.3, 7.4],
  [1.0, 9.8, 8.2],
  [-1.0, 9.4, 7.6],
  [-2.8, 8.6, 6.0],
];

const RAD = Math.PI / 180;

function pieces({ wrist, fingers: f, palm: n, thumb: t, shape }) {
  const at = (along, across, out = 0) => add(wrist, add(add(mul(f, along), mul(t, across)), mul(n, out)));
  const list = [
    [
      [at(1, 0), 3.1],
      [at(8.6, 2.6), 2.2],
      [at(8.2, -2.3), 2.1],
      [at(4, 1.2, 0.6), 3.3],
    ],
  ];
  FINGERS.forEach(([across, along, length], i) => {
    const curl = i === 0 ? shape.index : shape.curl;
    const lean = add(f, mul(t, shape.spread * (1.5 - i) * 0.14));
    const way = (deg) => unit(add(mul(lean, Math.cos(deg * RAD)), mul(n, Math.sin(deg * RAD))));
    const knuckle = at(along - 0.8, across);
    const middle = add(knuckle, mul(way(6 + curl * 82), length * 0.52));
    const tip = add(middle, mul(way(10 + curl * 178), length * 0.5));
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
  const way = unit(
    add(add(mul(f, 0.95 - 0.3 * open), mul(t, 0.15 + 0.85 * open)), mul(n, 0.75 - 0.6 * open)),
  );
  const joint = add(root, mul(way, 3.9));
  // A closed thumb lies across the fingers.
  const last = unit(
    add(add(mul(f, 0.75), mul(t, open * 0.7 - (1 - open) * 0.75)), mul(n, 0.25 * (1 - open))),
  );
  list.push(
    [
      [root, 1.9],
      [joint, 1.5],
    ],
    [
      [joint, 1.5],
      [add(joint, mul(last, 3.4)), 1.2],
    ],
  );
  return list;
}

export function drawHand(ctx, arm) {
  const shapes = pieces(arm)
    .map((balls) => ({ z: Math.max(...balls.map(([p]) => p[2])), points: wrap(balls) }))
    .sort((a, b) => a.z - b.z);
  cloth(
    ctx,
    shapes.map((s) => s.points),
    SKIN,
    { width: 2, depth: 0, drop: 0 },
  );
  // Fine lines between the fingers, drawn from the back to the front.
  for (const { points } of shapes) {
    ctx.beginPath();
    trace(ctx, points);
    ctx.strokeStyle = 'rgba(156, 102, 70, 0.55)';
    ctx.lineWidth = 1.6;
    ctx.stroke();
    ctx.fillStyle = SKIN.fill;
    ctx.fill();
  }
}
