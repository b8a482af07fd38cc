// Vectors and rotations of the little 3D skeleton. Centimetres; x to the viewer's right, y up, z to the viewer.

export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const mul = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const len = (a) => Math.hypot(a[0], a[1], a[2]);
export const mix = (a, b, k) => add(mul(a, 1 - k), mul(b, k));
export const cross = (a, b) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

export function unit(a) {
  const l = len(a);
  return l < 1e-6 ? [0, 1, 0] : mul(a, 1 / l);
}

/** The part of `a` at right angles to the unit vector `axis`, made a unit vector. */
export const square = (a, axis) => unit(sub(a, mul(axis, dot(a, axis))));

/**
 * A rotation as rows of a matrix. Degrees. yaw turns the front to the viewer's right, pitch bows towards the
 * viewer, roll leans to the viewer's right; applied roll first, then pitch, then yaw.
 */
export function rotation({ yaw = 0, pitch = 0, roll = 0 }) {
  const [y, p, r] = [yaw, pitch, -roll].map((d) => (d * Math.PI) / 180);
  const [cy, sy, cp, sp, cr, sr] = [
    Math.cos(y),
    Math.sin(y),
    Math.cos(p),
    Math.sin(p),
    Math.cos(r),
    Math.sin(r),
  ];
  const Y = [
    [cy, 0, sy],
    [0, 1, 0],
    [-sy, 0, cy],
  ];
  const P = [
    [1, 0, 0],
    [0, cp, -sp],
    [0, sp, cp],
  ];
  const R = [
    [cr, -sr, 0],
    [sr, cr, 0],
    [0, 0, 1],
  ];
  return compose(Y, compose(P, R));
}

export const compose = (A, B) =>
  A.map((row) => [0, 1, 2].map((j) => row[0] * B[0][j] + row[1] * B[1][j] + row[2] * B[2][j]));

export const turn = (M, v) => [dot(M[0], v), dot(M[1], v), dot(M[2], v)];

/** A point given in a frame {at, rot} as a point of the room. */
export const place = (frame, v) => add(frame.at, turn(frame.rot, v));

/** The middle joint of a two-bone limb from a to b, bent towards `pole`; b is pulled in when out of reach. */
export function bend(a, b, upper, lower, pole) {
  const reach = (upper + lower) * 0.998;
  const gap = sub(b, a);
  const d = Math.min(Math.max(len(gap), Math.abs(upper - lower) * 1.02), reach);
  const dir = unit(gap);
  const along = (upper * upper - lower * lower + d * d) / (2 * d);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  return { joint: add(a, add(mul(dir, along), mul(square(pole, dir), out))), end: add(a, mul(dir, d)) };
}
