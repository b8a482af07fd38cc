import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { traceWithin } from '../../../../src/features/exercise/board/coach/drawn/within.ts';

type Point = readonly [x: number, y: number];

/** Only what a path is made of here: it keeps the line as points. */
class Path {
  readonly points: Point[] = [];
  moveTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  lineTo(x: number, y: number): void {
    this.points.push([x, y]);
  }
  arc(x: number, y: number, r: number, from: number, to: number): void {
    const turn = to > from ? to - from : to - from + 2 * Math.PI;
    for (let k = 0; k <= 64; k += 1) {
      const angle = from + (k / 64) * turn;
      this.points.push([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    }
  }
  closePath(): void {
    this.points.push(this.points[0] ?? [NaN, NaN]);
  }
}

function isIn(line: readonly Point[], [x, y]: Point): boolean {
  let inside = false;
  line.forEach(([bx, by], i) => {
    const [ax, ay] = line[(i + line.length - 1) % line.length] ?? [0, 0];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  });
  return inside;
}

/** A finger's bone: two round ends, 10 and 14 thick, one at the origin, the other 60 below. */
const bone = Float64Array.from({ length: 96 }, (_, i) => {
  const angle = (Math.floor(i / 2) / 48) * 2 * Math.PI;
  const [r, down] = Math.sin(angle) > 0 ? [14, 60] : [10, 0];
  return i % 2 === 0 ? r * Math.cos(angle) : down + r * Math.sin(angle);
});
const line = Array.from({ length: 48 }, (_, k): Point => [bone[2 * k] ?? 0, bone[2 * k + 1] ?? 0]);

describe('what of a shape lies in a disc', () => {
  it('is drawn, and nothing else: else a line stays across a joint, or a patch lies beside the finger', () => {
    for (const [x, y, r] of [
      [0, 0, 12.5],
      [0, 60, 16.5],
      [2, 30, 20],
      [0, 30, 3],
      [0, 30, 90],
      [11, -4, 6],
      [-25, 30, 18],
      [50, 30, 8],
    ] as const) {
      const path = new Path();
      traceWithin(path, bone, { x, y, r });
      for (let px = -30.3; px < 70; px += 1.7) {
        for (let py = -40.3; py < 100; py += 1.7) {
          const off = Math.hypot(px - x, py - y) - r;
          // On its very edge either is right.
          if (Math.abs(off) < 0.1) continue;
          const wanted = off < 0 && isIn(line, [px, py]);
          assert.equal(isIn(path.points, [px, py]), wanted, `${px}, ${py} with ${x}, ${y}, ${r}`);
        }
      }
    }
  });
});
