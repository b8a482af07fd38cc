// Draws a skeleton as the elder: cloth shoes, trousers, jacket, hands, head, from the back to the front.

import { add, mix, mul, place, turn } from './vec.mjs';
import { cloth, project, stroke, trace, wrap } from './paint.mjs';
import { drawHand } from './hand.mjs';
import { drawHead } from './head.mjs';
import { CUFF, GOLD, JACKET, SHOE, SOLE, TROUSERS } from './palette.mjs';

export function drawFigure(ctx, layer, bones) {
  drawShadow(ctx, bones);
  const arms = ['L', 'R']
    .map((side) => bones.arms[side])
    .map((arm) => ({ arm, z: arm.elbow[2] * 0.45 + arm.wrist[2] * 0.55 }))
    .sort((a, b) => a.z - b.z);
  // An arm counts as behind the back by its place in the chest's own frame, however the chest is turned or bowed.
  const front = turn(bones.chest.rot, [0, 0, 1]);
  const behind = ({ arm }) => {
    const gap = (p) => p.reduce((s, v, i) => s + (v - bones.chest.at[i]) * front[i], 0);
    const low = arm.wrist[1] < bones.chest.at[1] + 14;
    return low && Math.min(gap(arm.elbow), gap(arm.wrist)) < -9 && front[2] > 0.3;
  };
  const bowed = front[2] < 0.3;
  const hidden = (a) =>
    behind(a) || (bowed && a.arm.wrist[2] < bones.pelvis.at[2] - 2 && a.arm.wrist[1] > 30);
  arms.filter(hidden).forEach(({ arm }) => drawArm(ctx, arm));
  const legs = ['L', 'R'].map((side) => bones.legs[side]).sort((a, b) => a.knee[2] - b.knee[2]);
  legs.forEach((leg) => drawShoe(ctx, leg));
  legs.forEach((leg) => drawLeg(ctx, leg));
  const torso = drawJacket(ctx, bones, front);
  const before = arms.filter((a) => !hidden(a));
  // A bowed head comes before the shoulders; an upright one may be covered by a hand.
  const headFirst = front[2] > 0.88;
  if (headFirst) drawHead(ctx, layer, bones);
  before.forEach(({ arm }) => drawArm(ctx, arm, torso));
  if (!headFirst) drawHead(ctx, layer, bones);
}

function drawShadow(ctx, { legs, pelvis }) {
  const blot = (at, rx, ry, alpha) => {
    const p = project(at);
    ctx.save();
    ctx.translate(p.x, p.y);
    ctx.scale(rx * p.s, ry * p.s);
    const soft = ctx.createRadialGradient(0, 0, 0.2, 0, 0, 1);
    soft.addColorStop(0, `rgba(70, 46, 16, ${alpha})`);
    soft.addColorStop(1, 'rgba(70, 46, 16, 0)');
    ctx.fillStyle = soft;
    ctx.fillRect(-1, -1, 2, 2);
    ctx.restore();
  };
  const width = Math.abs(legs.R.foot.at[0] - legs.L.foot.at[0]) / 2;
  blot([pelvis.at[0], 0, 2], 30 + width, 8, 0.3);
  for (const { foot } of Object.values(legs)) {
    const k = 1 / (1 + (foot.heel + foot.at[1]) * 0.05);
    blot([foot.at[0], 0, foot.at[2] + 5], 15, 5, 0.5 * k);
  }
}

function drawShoe(ctx, { foot, ankle }) {
  const side = [foot.forward[2], 0, -foot.forward[0]];
  const at = (along, across, up) =>
    add(foot.at, add(add(mul(foot.forward, along), mul(side, across)), [0, up, 0]));
  const shape = (down) =>
    wrap([
      [at(-4 + foot.heel * 0.35, 0, 3.4 + foot.heel - down), 3.5],
      [at(8, 1.6, 3 - down), 3.1],
      [at(8, -1.6, 3 - down), 3.1],
      [at(13.5, 0, 2.6 - down), 2.7],
    ]);
  cloth(ctx, [shape(1.5)], SOLE, { width: 2, depth: 3 });
  cloth(ctx, [shape(0)], SHOE, { width: 1.2, depth: 5 });
  const instep = wrap([
    [add(ankle, [0, -1.2, 0]), 3.3],
    [at(4 + foot.heel * 0.2, 0, 6.2 + foot.heel * 0.55), 2.1],
  ]);
  cloth(ctx, [instep], SOLE, { width: 1, depth: 3 });
}

function drawLeg(ctx, { hip, knee, ankle }) {
  const hem = add(ankle, [0, 1.6, 0]);
  cloth(
    ctx,
    [
      wrap([
        [hip, 9.6],
        [knee, 7.9],
      ]),
      wrap([
        [knee, 7.9],
        [hem, 6.3],
      ]),
    ],
    TROUSERS,
    { depth: 8, drop: 1 },
  );
}

/** @returns the outline of the upper part, into which the sleeves must grow without a seam */
function drawJacket(ctx, bones, front) {
  const { pelvis, waist, chest, collar, arms, legs } = bones;
  const from = (frame, list) => list.map(([x, y, z, r]) => [place(frame, [x, y, z]), r]);
  const middle = from(waist, [
    [-9.5, 0, 2, 8],
    [9.5, 0, 2, 8],
    [-8, 0, -3, 8],
    [8, 0, -3, 8],
  ]);
  const upper = [
    [arms.L.shoulder, 6.6],
    [arms.R.shoulder, 6.6],
    [add(collar, turn(chest.rot, [0, -3, -1])), 6.5],
    ...from(chest, [
      [-9.5, 4, 2, 9],
      [9.5, 4, 2, 9],
      [-8, 4, -4, 8],
      [8, 4, -4, 8],
    ]),
    ...middle,
  ];
  const skirt = ['L', 'R'].map((s) => [mix(legs[s].hip, legs[s].knee, 0.2), 10]);
  const lower = [
    ...middle,
    ...skirt,
    ...from(pelvis, [
      [-11.5, -5, 1, 8],
      [11.5, -5, 1, 8],
      [-9, -4, -4, 8],
      [9, -4, -4, 8],
    ]),
  ];
  const torso = wrap(upper);
  cloth(ctx, [wrap(lower), torso], JACKET, { depth: 11, drop: 0 });
  if (front[2] > 0.12) drawClosure(ctx, bones);
  return torso;
}

function drawClosure(ctx, { chest, waist, pelvis }) {
  const seam = [
    place(chest, [0, 15, 5.5]),
    place(chest, [0, 10, 9]),
    place(chest, [0, 3, 11]),
    mix(place(chest, [0, 0, 11]), place(waist, [0, 0, 10]), 0.55),
    place(waist, [0, 0, 10]),
    place(pelvis, [0, 4, 9.6]),
    place(pelvis, [0, -11, 9]),
  ];
  stroke(ctx, seam, JACKET.line, 2.4);
  const mid = mix(seam[2], seam[4], 0.5);
  [
    [seam[1], chest],
    [mix(seam[1], mid, 0.5), chest],
    [mid, waist],
    [mix(mid, seam[5], 0.55), pelvis],
    [mix(seam[5], seam[6], 0.1), pelvis],
  ].forEach(([at, frame]) => drawToggle(ctx, at, frame));
}

/** A knotted cloth button, the mark of the jacket. */
function drawToggle(ctx, at, frame) {
  const side = turn(frame.rot, [3.6, 0, 0]);
  const near = turn(frame.rot, [0, 0, 0.6]);
  const c = add(at, near);
  stroke(ctx, [add(c, mul(side, -1)), add(c, side)], GOLD, 3.6);
  const p = project(c);
  ctx.beginPath();
  ctx.arc(p.x, p.y, 4, 0, 2 * Math.PI);
  ctx.fillStyle = GOLD;
  ctx.fill();
  ctx.strokeStyle = JACKET.line;
  ctx.lineWidth = 1.4;
  ctx.stroke();
}

function drawArm(ctx, arm, torso) {
  const { shoulder, elbow, wrist, along } = arm;
  const end = add(wrist, mul(along, -3.2));
  const sleeve = [
    wrap([
      [shoulder, 6.6],
      [elbow, 6.3],
    ]),
    wrap([
      [elbow, 6.3],
      [end, 5.4],
    ]),
  ];
  const cuff = () =>
    cloth(
      ctx,
      [
        wrap([
          [end, 5],
          [add(wrist, mul(along, -0.6)), 4.7],
        ]),
      ],
      CUFF,
      { depth: 3, width: 2 },
    );
  const hand = () => drawHand(ctx, arm);
  const draw = () => {
    cloth(ctx, sleeve, JACKET, { depth: 6 });
    if (torso) softenShoulder(ctx, shoulder, torso);
  };
  // The hand covers the cuff when it comes towards the viewer, else the sleeve covers the wrist.
  if (arm.fingers[2] + along[2] < -0.5) [hand, cuff, draw].forEach((f) => f());
  else [draw, cuff, hand].forEach((f) => f());
}

/** Paints over the sleeve's outline where it lies on the jacket's shoulder. */
function softenShoulder(ctx, shoulder, torso) {
  const p = project(shoulder);
  ctx.save();
  ctx.beginPath();
  trace(ctx, torso);
  ctx.clip();
  ctx.beginPath();
  ctx.arc(p.x, p.y, 8.3 * p.s, 0, 2 * Math.PI);
  ctx.fillStyle = JACKET.fill;
  ctx.fill();
  ctx.restore();
}
