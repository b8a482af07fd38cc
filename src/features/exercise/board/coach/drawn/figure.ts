import type { Arm, Bones } from '../rig/skeleton.ts';
import { dot, sub, turn, type Vec } from '../rig/vec.ts';
import type { Brush } from './brush.ts';
import { drawHead } from './head.ts';
import { drawArm, drawJacket, drawTorso } from './jacket.ts';
import { drawShoe, drawTrousers } from './legs.ts';

const depth = ({ elbow, wrist }: Arm): number => elbow[2] * 0.45 + wrist[2] * 0.55;

/** Draws a skeleton as the teacher: cloth shoes, trousers, jacket, hands, head, from the back to the front. */
export function drawFigure(brush: Brush, bones: Bones, seated: boolean): void {
  drawShadow(brush, bones);
  const front = turn(bones.chest.rot, [0, 0, 1]);
  const arms = [...bones.arms].sort((a, b) => depth(a) - depth(b));
  const hidden = arms.map((arm) => isBehind(arm, bones, front));
  arms.forEach((arm, i) => {
    if (hidden[i] === true) drawArm(brush, arm, null);
  });
  const legs = [...bones.legs].sort((a, b) => a.knee[2] - b.knee[2]);
  for (const leg of legs) drawShoe(brush, leg);
  if (!seated) for (const leg of legs) drawTrousers(brush, leg);
  const torso = drawJacket(brush, bones, seated);
  if (seated) {
    for (const leg of legs) drawTrousers(brush, leg);
    // Who bows on a chair comes before the own lap.
    if (front[2] < 0.85) drawTorso(brush, bones);
  }
  // A bowed head comes before the shoulders; an upright one may be covered by a hand.
  const headFirst = front[2] > 0.88;
  if (headFirst) drawHead(brush, bones);
  arms.forEach((arm, i) => {
    if (hidden[i] !== true) drawArm(brush, arm, torso);
  });
  if (!headFirst) drawHead(brush, bones);
}

/** An arm counts as behind the back by its place in the chest's own frame, however the chest is turned or bowed. */
function isBehind({ elbow, wrist }: Arm, { chest, pelvis }: Bones, front: Vec): boolean {
  if (front[2] < 0.3) return wrist[2] < pelvis.at[2] - 2 && wrist[1] > 30;
  const gap = (point: Vec): number => dot(sub(point, chest.at), front);
  return wrist[1] < chest.at[1] + 14 && Math.min(gap(elbow), gap(wrist)) < -9;
}

function drawShadow(brush: Brush, { legs, pelvis }: Bones): void {
  const width = Math.abs(legs[1].foot.at[0] - legs[0].foot.at[0]) / 2;
  brush.shadow([pelvis.at[0], 0, 2], 30 + width, 8, 0.3);
  for (const { foot } of legs) {
    const near = 1 / (1 + (foot.heel + foot.at[1]) * 0.05);
    brush.shadow([foot.at[0], 0, foot.at[2] + 5], 15, 5, 0.5 * near);
  }
}
