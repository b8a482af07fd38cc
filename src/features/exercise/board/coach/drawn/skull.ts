import { add, turn, type Frame, type Rotation, type Vec } from '../rig/vec.ts';
import type { Brush, Outline } from './brush.ts';

/** Half the width, height and depth of the egg a head is. */
export const [A, B, C] = [10.8, 13, 11.6] as const;
const RAD = Math.PI / 180;

/** A point of the egg by degrees to the side and up, `out` times the radius. */
export const on = (side: number, up: number, out = 1): Vec => [
  A * Math.sin(side * RAD) * Math.cos(up * RAD) * out,
  B * Math.sin(up * RAD) * out,
  C * Math.cos(side * RAD) * Math.cos(up * RAD) * out,
];

/** How much a point of the egg looks to the viewer: 1 straight, 0 at the rim, below 0 not at all. */
export const facing = (head: Frame, local: Vec): number =>
  turn(head.rot, [local[0] / A, local[1] / B, local[2] / C])[2];

const scaled = ([x, y, z]: Vec): Vec => [x * A, y * B, z * C];
const dot = (a: Vec, b: Vec): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

/** The egg's outline from any side, `grow` times as large. */
export function egg(brush: Brush, { at, rot }: { at: Vec; rot: Rotation }, grow: number): Outline {
  const [x, y] = [scaled(rot[0]), scaled(rot[1])];
  // The outline of an ellipsoid is an ellipse: the root of the matrix of its shadow.
  const wide = Math.sqrt(dot(x, x));
  const slant = dot(x, y) / wide;
  const tall = Math.sqrt(dot(y, y) - slant * slant);
  return brush.outline(tall * grow * brush.project(at).s, (cos, sin) =>
    add(at, [wide * cos * grow, (slant * cos + tall * sin) * grow, 0]),
  );
}
