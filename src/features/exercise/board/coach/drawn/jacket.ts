import type { Arm, Bones } from '../rig/skeleton.ts';
import { add, mix, mul, place, turn, type Frame, type Vec } from '../rig/vec.ts';
import { nearness, type Ball, type Brush, type Outline } from './brush.ts';
import { drawHand } from './hand.ts';
import { CUFF, GOLD, JACKET } from './palette.ts';

type Placed = readonly [x: number, y: number, z: number, r: number];
const from = (frame: Frame, list: readonly Placed[]): readonly Ball[] =>
  list.map(([x, y, z, r]): Ball => [place(frame, [x, y, z]), r]);

const MIDDLE = [
  [-9.5, 0, 2, 8],
  [9.5, 0, 2, 8],
  [-8, 0, -3, 8],
  [8, 0, -3, 8],
] as const;
const CHEST = [
  [-9.5, 4, 2, 9],
  [9.5, 4, 2, 9],
  [-8, 4, -4, 8],
  [8, 4, -4, 8],
] as const;
const SKIRT = [
  [-11.5, -5, 1, 8],
  [11.5, -5, 1, 8],
  [-9, -4, -4, 8],
  [9, -4, -4, 8],
] as const;
const LAP = SKIRT.map(([x, , z]): Placed => [x, 4, z, 8]);

/** The upper part of the jacket, from the shoulders to the waist. */
const torsoOf = (brush: Brush, { waist, chest, collar, arms, breath }: Bones): Outline =>
  brush.wrap(
    [arms[0].shoulder, 6.6],
    [arms[1].shoulder, 6.6],
    [add(collar, turn(chest.rot, [0, -3, -1])), 6.5],
    ...from(chest, CHEST).map(([at, r]): Ball => [at, r + 0.55 * breath]),
    ...from(waist, MIDDLE),
  );

/** The jacket without its sleeves. @returns the outline of the upper part, into which the sleeves grow without a seam */
export function drawJacket(brush: Brush, bones: Bones, seated: boolean): Outline {
  const { pelvis, waist, legs } = bones;
  const torso = torsoOf(brush, bones);
  // Standing, the skirt hangs over the thighs; sitting, the lap lies over the skirt.
  const thighs = seated ? [] : legs.map(({ hip, knee }): Ball => [mix(hip, knee, 0.2), 10]);
  const lower = brush.wrap(...from(waist, MIDDLE), ...thighs, ...from(pelvis, seated ? LAP : SKIRT));
  brush.cloth([lower, torso], JACKET, 2.4, 11, 0);
  drawClosure(brush, bones, false);
  return torso;
}

/** The upper part once more, over what lies before the lower. */
export function drawTorso(brush: Brush, bones: Bones): void {
  brush.cloth([torsoOf(brush, bones)], JACKET, 2.4, 11, 0);
  drawClosure(brush, bones, true);
}

function drawClosure(brush: Brush, { chest, waist, pelvis }: Bones, toTheWaist: boolean): void {
  if (turn(chest.rot, [0, 0, 1])[2] <= 0.12) return;
  const breast = place(chest, [0, 3, 11]);
  const belly = place(waist, [0, 0, 10]);
  const low = place(pelvis, [0, 4, 9.6]);
  const hem = place(pelvis, [0, -11, 9]);
  const top = place(chest, [0, 10, 9]);
  const between = mix(place(chest, [0, 0, 11]), belly, 0.55);
  const seam = [place(chest, [0, 15, 5.5]), top, breast, between, belly];
  brush.stroke(toTheWaist ? seam : [...seam, low, hem], JACKET.line, 2.4);
  const middle = mix(breast, belly, 0.5);
  drawToggle(brush, top, chest);
  drawToggle(brush, mix(top, middle, 0.5), chest);
  drawToggle(brush, middle, waist);
  if (toTheWaist) return;
  drawToggle(brush, mix(middle, low, 0.55), pelvis);
  drawToggle(brush, mix(low, hem, 0.1), pelvis);
}

/** A knotted cloth button, the mark of the jacket. */
function drawToggle(brush: Brush, at: Vec, frame: Frame): void {
  const { ctx } = brush;
  const side = turn(frame.rot, [3.6, 0, 0]);
  const c = add(at, turn(frame.rot, [0, 0, 0.6]));
  brush.stroke([add(c, mul(side, -1)), add(c, side)], GOLD, 3.6);
  const p = brush.project(c);
  ctx.beginPath();
  ctx.arc(p.x, p.y, 4, 0, 2 * Math.PI);
  ctx.fillStyle = GOLD;
  ctx.fill();
  ctx.strokeStyle = JACKET.line;
  ctx.lineWidth = 1.4;
  ctx.stroke();
}

/** A sleeve with its cuff and hand. `torso`: the jacket it grows out of where it lies in front of it. */
export function drawArm(brush: Brush, arm: Arm, torso: Outline | null): void {
  const { shoulder, elbow, wrist, along } = arm;
  const end = add(wrist, mul(along, -3.2));
  const near = nearness(wrist, along);
  const bent = nearness(elbow, along);
  const cuff = (): void =>
    brush.cloth([brush.wrap([end, 5 * near], [add(wrist, mul(along, -0.6)), 4.7 * near])], CUFF, 2, 3);
  const sleeve = (): void => {
    const upper = brush.wrap([shoulder, 6.6], [elbow, 6.3 * bent]);
    brush.cloth([upper, brush.wrap([elbow, 6.3 * bent], [end, 5.4 * near])], JACKET, 2.4, 6);
    if (torso !== null) softenShoulder(brush, shoulder, torso);
  };
  // The hand covers the cuff when it comes towards the viewer, else the sleeve covers the wrist.
  if (arm.fingers[2] + along[2] < -0.5) {
    drawHand(brush, arm);
    cuff();
    sleeve();
  } else {
    sleeve();
    cuff();
    drawHand(brush, arm);
  }
}

/** Paints over the sleeve's outline where it lies on the jacket's shoulder. */
function softenShoulder(brush: Brush, shoulder: Vec, torso: Outline): void {
  const { x, y, s } = brush.project(shoulder);
  brush.patch(torso, { x, y, r: 8.3 * s }, JACKET);
}
