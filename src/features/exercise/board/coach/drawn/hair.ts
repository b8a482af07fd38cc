import { cross, dot, mix, mul, place, sub, unit, type Frame, type Rotation, type Vec } from '../rig/vec.ts';
import type { Brush } from './brush.ts';
import { HAIR } from './palette.ts';
import { A, B, C, egg, on } from './skull.ts';

/** Half of the face's edge, from the middle of the brow round under the head to the nape: degrees to the side and up. */
const FACE = [
  ...[
    [0, 40],
    [14, 41],
    [30, 39],
    [45, 34],
    [58, 26],
    [68, 14],
    [76, 0],
  ],
  ...[
    [87, -12],
    [97, -28],
    [108, -40],
    [118, -52],
    [145, -56],
    [180, -57],
  ],
] as const satisfies readonly (readonly number[])[];

const onBall = (side = 0, up = 0): Vec => {
  const [x, y, z] = on(side, up);
  return unit([x / A, y / B, z / C]);
};

/** The edge once round, as points of the unit ball. */
const EDGE: readonly Vec[] = [
  ...FACE.map(([side, up]) => onBall(side, up)),
  ...FACE.slice(1, -1)
    .map(([side = 0, up]) => onBall(-side, up))
    .reverse(),
];

interface EdgePoint {
  readonly ball: Vec;
  /** On the outline of the head. */
  readonly rim: boolean;
}

/**
 * The part of the face the viewer sees, as points of the ball: cut at the rim, and closed along the rim.
 * On the ball the rim of the egg is a plane through the middle, so this is plain polygon clipping.
 */
function seenFace(rot: Rotation): readonly EdgePoint[] {
  const towards: Vec = [rot[2][0] / A, rot[2][1] / B, rot[2][2] / C];
  const out: EdgePoint[] = [];
  let from = EDGE[EDGE.length - 1] ?? towards;
  for (const to of EDGE) {
    const [a, b] = [dot(from, towards), dot(to, towards)];
    if (a >= 0 !== b >= 0) out.push({ ball: unit(mix(from, to, a / (a - b))), rim: true });
    if (b >= 0) out.push({ ball: to, rim: false });
    from = to;
  }
  const closed: EdgePoint[] = [];
  out.forEach((point, i) => {
    const next = out[(i + 1) % out.length];
    closed.push(point);
    if (next === undefined || !point.rim || !next.rim) return;
    const top = crest(point.ball, next.ball, unit(towards));
    for (const k of HALF) closed.push({ ball: unit(mix(point.ball, top, k)), rim: true });
    closed.push({ ball: top, rim: true });
    for (const k of HALF) closed.push({ ball: unit(mix(top, next.ball, k)), rim: true });
  });
  return closed;
}
const HALF = [0.2, 0.4, 0.6, 0.8] as const;

/** The middle of the rim between two of its points: the short way, and where both are alike, by the chin. */
function crest(a: Vec, b: Vec, towards: Vec): Vec {
  if (dot(a, b) > -0.8) return unit(mix(a, b, 0.5));
  const middle = cross(towards, unit(sub(b, a)));
  return dot(middle, [0, -0.5, 0.87]) > 0 ? middle : mul(middle, -1);
}

/** Silver hair, combed back: the egg a size larger with the face cut out of it. It stops at the ears. */
export function drawHair(brush: Brush, head: Frame): void {
  const { ctx } = brush;
  const middle = brush.project(head.at);
  const cut = seenFace(head.rot).map(({ ball: [x, y, z], rim }): readonly [number, number] => {
    const p = brush.project(place(head, [x * A, y * B, z * C]));
    // At the rim the cut goes wide, or hair would edge the cheek and, in profile, the brow.
    const wide = rim ? 1.2 : 1;
    return [middle.x + (p.x - middle.x) * wide, middle.y + (p.y - middle.y) * wide];
  });
  const whole = egg(brush, head, 1.07);
  if (cut.length < 3) {
    brush.cloth([whole], HAIR, 2.4, 5, -1);
    return;
  }
  const room = 40 * middle.s;
  ctx.save();
  ctx.beginPath();
  ctx.rect(middle.x - room, middle.y - room, 2 * room, 2 * room);
  smooth(ctx, cut);
  ctx.clip('evenodd');
  brush.cloth([whole], HAIR, 2.4, 5, -1);
  ctx.beginPath();
  brush.trace(whole);
  ctx.clip();
  ctx.beginPath();
  smooth(ctx, cut);
  ctx.strokeStyle = HAIR.line;
  ctx.lineWidth = 4;
  ctx.stroke();
  ctx.restore();
}

function smooth(ctx: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] ?? [x, y];
    const [beforeX, beforeY] = points[(i + points.length - 1) % points.length] ?? [x, y];
    if (i === 0) ctx.moveTo((beforeX + x) / 2, (beforeY + y) / 2);
    ctx.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  });
  ctx.closePath();
}
