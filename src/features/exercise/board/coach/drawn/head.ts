import type { Bones } from '../rig/skeleton.ts';
import { add, place, turn, type Vec } from '../rig/vec.ts';
import type { Ball, Brush } from './brush.ts';
import { drawFace } from './face.ts';
import { drawHair } from './hair.ts';
import { HAIR, JACKET, SKIN } from './palette.ts';
import { egg } from './skull.ts';

const BUN: Vec = [0, 10.5, -8.5];

/**
 * The head: an egg that can turn, with hair, face, ears and bun lying on its surface, so that a look over the shoulder
 * or a bow shows what a head really shows.
 */
export function drawHead(brush: Brush, { head, collar, chest, face }: Bones): void {
  const bunInFront = turn(head.rot, BUN)[2] > 4;
  const bun = (): void => brush.cloth([brush.wrap([place(head, BUN), 5.2])], HAIR, 2.4, 4);
  if (!bunInFront) bun();
  drawNeck(brush, head, collar, chest);
  // Ears are seen in front only when the head has turned to show its side.
  for (const sign of SIDES) if (turn(head.rot, [sign, 0, 0])[2] <= 0.12) drawEar(brush, head, sign);
  brush.cloth([egg(brush, head, 1)], SKIN, 2.4, 4, 1);
  drawHair(brush, head);
  drawFace(brush, head, face);
  for (const sign of SIDES) if (turn(head.rot, [sign, 0, 0])[2] > 0.12) drawEar(brush, head, sign);
  if (bunInFront) bun();
}
const SIDES = [-1, 1] as const;

function drawEar(brush: Brush, head: Bones['head'], sign: -1 | 1): void {
  const ear = brush.wrap(
    [place(head, [sign * 10.7, -0.4, -0.6]), 1.9],
    [place(head, [sign * 10.4, -3, -0.2]), 1.5],
  );
  brush.cloth([ear], SKIN, 1.8, 2);
}

const THROAT = { ...SKIN, fill: SKIN.shade };

function drawNeck(brush: Brush, head: Bones['head'], collar: Vec, chest: Bones['chest']): void {
  brush.cloth([brush.wrap([collar, 5], [place(head, [0, -9, -1.5]), 5])], THROAT, 2.4, 0);
  // The standing collar: two wings that leave the throat free.
  for (const side of SIDES) {
    const at = (x: number, y: number, z: number, r: number): Ball => [
      add(collar, turn(chest.rot, [side * x, y, z])),
      r,
    ];
    const wing = brush.wrap(at(1.9, -4, 5.5, 1.2), at(4.6, -0.5, 2, 2.3), at(4.4, 1.8, -1, 1.7));
    brush.cloth([wing], JACKET, 2.4, 3);
  }
}
