// The egg a head is: its points, what of it the viewer sees, and its outline from any side.

import { add, turn } from './vec.mjs';
import { project } from './paint.mjs';

export const [A, B, C] = [10.8, 13, 11.6];
const RAD = Math.PI / 180;

/** A point of the egg by degrees to the side and up, `out` times the radius. */
export const on = (side, up, out = 1) => [
  A * Math.sin(side * RAD) * Math.cos(up * RAD) * out,
  B * Math.sin(up * RAD) * out,
  C * Math.cos(side * RAD) * Math.cos(up * RAD) * out,
];

/** How much a point of the egg looks to the viewer: 1 straight, 0 at the rim, below 0 not at all. */
export const facing = (head, local) => turn(head.rot, [local[0] / A, local[1] / B, local[2] / C])[2];

/** The egg's outline as the matrix of an ellipse. */
export function silhouette(rot) {
  const rows = [0, 1].map((i) => [rot[i][0] * A, rot[i][1] * B, rot[i][2] * C]);
  const q = (i, j) => rows[i].reduce((s, v, k) => s + v * rows[j][k], 0);
  const [xx, xy, yy] = [q(0, 0), q(0, 1), q(1, 1)];
  return { xx, xy, yy };
}

/** The outline, `grow` times as large, as points on the glass. */
export function egg(head, edge, grow) {
  const l11 = Math.sqrt(edge.xx);
  const l21 = edge.xy / l11;
  const l22 = Math.sqrt(edge.yy - l21 * l21);
  const points = [];
  for (let i = 0; i < 64; i++) {
    const [c, s] = [Math.cos((i / 32) * Math.PI) * grow, Math.sin((i / 32) * Math.PI) * grow];
    const p = project(add(head.at, [l11 * c, l21 * c + l22 * s, 0]));
    points.push([p.x, p.y]);
  }
  return points;
}
