/** Vectors and rotations of the little 3D skeleton. Centimetres; x to the viewer's right, y up, z to the viewer. */
export type Vec = readonly [number, number, number];
/** Rows of a rotation's matrix. */
export type Rotation = readonly [Vec, Vec, Vec];
/** A part of the body: where it is and how it is turned. */
export interface Frame {
  readonly at: Vec;
  readonly rot: Rotation;
}
/** Degrees. yaw turns the front to the viewer's right, pitch bows to the viewer, roll leans to the viewer's right. */
export interface Turning {
  readonly yaw: number;
  readonly pitch: number;
  readonly roll: number;
}

const RAD = Math.PI / 180;

export const add = (a: Vec, b: Vec): Vec => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const sub = (a: Vec, b: Vec): Vec => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const mul = (a: Vec, k: number): Vec => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const mix = (a: Vec, b: Vec, k: number): Vec => [
  a[0] + (b[0] - a[0]) * k,
  a[1] + (b[1] - a[1]) * k,
  a[2] + (b[2] - a[2]) * k,
];
export const cross = (a: Vec, b: Vec): Vec => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const length = (a: Vec): number => Math.sqrt(dot(a, a));

export function unit(a: Vec): Vec {
  const l = length(a);
  return l < 1e-6 ? [0, 1, 0] : mul(a, 1 / l);
}

/** The part of `a` at right angles to the unit vector `axis`, made a unit vector. */
export const square = (a: Vec, axis: Vec): Vec => unit(sub(a, mul(axis, dot(a, axis))));

/** Roll first, then pitch, then yaw; `share` of each. */
export function rotation({ yaw, pitch, roll }: Turning, share = 1): Rotation {
  const cy = Math.cos(yaw * RAD * share);
  const sy = Math.sin(yaw * RAD * share);
  const cp = Math.cos(pitch * RAD * share);
  const sp = Math.sin(pitch * RAD * share);
  const cr = Math.cos(roll * RAD * share);
  const sr = -Math.sin(roll * RAD * share);
  return [
    [cy * cr + sy * sp * sr, -cy * sr + sy * sp * cr, sy * cp],
    [cp * sr, cp * cr, -sp],
    [-sy * cr + cy * sp * sr, sy * sr + cy * sp * cr, cy * cp],
  ];
}

const row = (a: Vec, b: Rotation): Vec => [
  a[0] * b[0][0] + a[1] * b[1][0] + a[2] * b[2][0],
  a[0] * b[0][1] + a[1] * b[1][1] + a[2] * b[2][1],
  a[0] * b[0][2] + a[1] * b[1][2] + a[2] * b[2][2],
];

export const compose = (a: Rotation, b: Rotation): Rotation => [row(a[0], b), row(a[1], b), row(a[2], b)];

export const turn = (m: Rotation, v: Vec): Vec => [dot(m[0], v), dot(m[1], v), dot(m[2], v)];

/** A point given in a frame as a point of the room. */
export const place = ({ at, rot }: Frame, v: Vec): Vec => add(at, turn(rot, v));

/** The middle joint of a two-bone limb from a to b, bent towards `pole`; b is pulled in where out of reach. */
export function bend(
  a: Vec,
  b: Vec,
  upper: number,
  lower: number,
  pole: Vec,
): { readonly joint: Vec; readonly end: Vec } {
  const gap = sub(b, a);
  const d = Math.min(Math.max(length(gap), Math.abs(upper - lower) * 1.02), (upper + lower) * 0.998);
  const way = unit(gap);
  const along = (upper * upper - lower * lower + d * d) / (2 * d);
  const out = Math.sqrt(Math.max(0, upper * upper - along * along));
  return { joint: add(a, add(mul(way, along), mul(square(pole, way), out))), end: add(a, mul(way, d)) };
}
