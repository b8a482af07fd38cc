// Silver hair, combed back into a bun.

import { HEIGHT, WIDTH } from './forms.mjs';
import { cloth, project } from './paint.mjs';
import { HAIR } from './palette.mjs';
import { A, B, C, egg, on } from './skull.mjs';
import { cross, dot, mix, mul, place, sub, unit } from './vec.mjs';

/** Half of the face's edge, from the middle of the brow round under the head to the nape. */
const FACE = [
  [0, 40],
  [14, 41],
  [30, 39],
  [45, 34],
  [58, 26],
  [68, 14],
  [76, 0],
  [87, -12],
  [97, -28],
  [108, -40],
  [118, -52],
  [145, -56],
  [180, -57],
];

/** The edge once round, as points of the unit ball. */
const EDGE = [
  ...FACE,
  ...FACE.slice(1, -1)
    .map(([side, up]) => [-side, up])
    .reverse(),
].map(([side, up]) => round(on(side, up)));

function round([x, y, z]) {
  return unit([x / A, y / B, z / C]);
}

/**
 * The part of the face the viewer sees, as points of the ball: cut at the rim, and closed along the rim.
 * On the ball the rim of the egg is a plane through the middle, so this is plain polygon clipping.
 */
function seenFace(rot) {
  const towards = [rot[2][0] / A, rot[2][1] / B, rot[2][2] / C];
  const out = [];
  EDGE.forEach((to, i) => {
    const from = EDGE.at(i - 1);
    const [a, b] = [dot(from, towards), dot(to, towards)];
    if (a >= 0 !== b >= 0) out.push({ ball: unit(mix(from, to, a / (a - b))), rim: true });
    if (b >= 0) out.push({ ball: to, rim: false });
  });
  return out.flatMap((point, i) => {
    const next = out[(i + 1) % out.length];
    if (!point.rim || !next.rim) return [point];
    const half = [0.2, 0.4, 0.6, 0.8];
    const top = crest(point.ball, next.ball, unit(towards));
    const along = (from, to) => half.map((k) => ({ ball: unit(mix(from, to, k)), rim: true }));
    return [point, ...along(point.ball, top), { ball: top, rim: true }, ...along(top, next.ball)];
  });
}

/** The middle of the rim between two of its points: the short way, and where both are alike, by the chin. */
function crest(a, b, towards) {
  if (dot(a, b) > -0.8) return unit(mix(a, b, 0.5));
  const middle = cross(towards, unit(sub(b, a)));
  return dot(middle, [0, -0.5, 0.87]) > 0 ? middle : mul(middle, -1);
}

/** Hair is the egg a size larger with the face cut out of it: it stops at the ears, not under the chin. */
export function drawHair(ctx, layer, head, edge) {
  const middle = project(head.at);
  const cut = seenFace(head.rot).map(({ ball: [x, y, z], rim }) => {
    const p = project(place(head, [x * A, y * B, z * C]));
    // At the rim the cut goes wide, or hair would edge the cheek and, in profile, the brow.
    const wide = rim ? 1.2 : 1;
    return [middle.x + (p.x - middle.x) * wide, middle.y + (p.y - middle.y) * wide];
  });
  layer.clearRect(0, 0, WIDTH, HEIGHT);
  cloth(layer, [egg(head, edge, 1.07)], HAIR, { depth: 5, drop: -1 });
  if (cut.length > 2) {
    layer.beginPath();
    smooth(layer, cut);
    layer.globalCompositeOperation = 'source-atop';
    layer.strokeStyle = HAIR.line;
    layer.lineWidth = 4;
    layer.stroke();
    layer.globalCompositeOperation = 'destination-out';
    layer.fill();
    layer.globalCompositeOperation = 'source-over';
  }
  ctx.drawImage(layer.canvas, 0, 0);
}

function smooth(ctx, points) {
  const middle = (a, b) => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
  ctx.moveTo(...middle(points[points.length - 1], points[0]));
  points.forEach((p, i) => ctx.quadraticCurveTo(...p, ...middle(p, points[(i + 1) % points.length])));
  ctx.closePath();
}
