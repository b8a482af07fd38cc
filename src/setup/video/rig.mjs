// From a pose (what the choreography says) to a skeleton (where every joint is in the room).

import { add, bend, compose, cross, mix, mul, place, rotation, square, sub, turn, unit } from './vec.mjs';

/** An elder of about 165 cm, a little over six heads tall. Lengths in centimetres. */
const BODY = {
  hip: 9,
  thigh: 39,
  shin: 37,
  ankle: 8,
  waist: 16,
  ribs: 16,
  shoulders: 16,
  shoulder: 17.5,
  upperArm: 27,
  forearm: 24.5,
  neck: 9.6,
  skull: 12,
};

const SIDES = [
  ['L', -1],
  ['R', 1],
];

export function skeleton(pose) {
  const B = BODY;
  const pelvis = { at: pose.pelvis, rot: rotation(pose.hips) };
  const half = rotation({ yaw: pose.spine.yaw / 2, pitch: pose.spine.pitch / 2, roll: pose.spine.roll / 2 });
  const waist = { at: place(pelvis, [0, B.waist, 0]), rot: compose(pelvis.rot, half) };
  const chest = { at: place(waist, [0, B.ribs, 0]), rot: compose(waist.rot, half) };
  const collar = place(chest, [0, B.shoulders, 0]);
  const neck = { at: add(collar, turn(chest.rot, [0, 1, 0])), rot: compose(chest.rot, rotation(pose.head)) };
  const half2 = compose(
    chest.rot,
    rotation({ yaw: pose.head.yaw / 2, pitch: pose.head.pitch / 2, roll: pose.head.roll / 2 }),
  );
  const head = {
    at: add(neck.at, add(turn(half2, [0, B.neck, 1]), turn(neck.rot, [0, B.skull - 2, 1]))),
    rot: neck.rot,
  };
  const bones = { pelvis, waist, chest, collar, head, arms: {}, legs: {}, face: pose.face };

  for (const [side, sign] of SIDES) {
    const foot = pose[`foot${side}`];
    const forward = turn(rotation({ yaw: sign * foot.out }), [0, 0, 1]);
    const ankle = add(foot.at, add([0, B.ankle + foot.heel, 0], mul(forward, foot.heel * 0.45)));
    const hip = place(pelvis, [sign * B.hip, 0, 0]);
    // Knees follow the toes, as every teacher says.
    const knee = bend(hip, ankle, B.thigh, B.shin, add(mul(forward, 1), [sign * foot.knee, 0, 0]));
    bones.legs[side] = { hip, knee: knee.joint, ankle: knee.end, foot: { ...foot, forward } };
  }
  for (const [side, sign] of SIDES) {
    bones.arms[side] = arm(pose, side, sign, bones);
  }
  return bones;
}

function arm(pose, side, sign, { chest, pelvis, legs }) {
  const B = BODY;
  const hand = pose[`hand${side}`];
  const { hip, knee } = legs[side];
  const onThigh = add(mix(hip, knee, 0.8), [sign * 1.5, 8.5, 5]);
  // hand.at is measured from the middle of the hips, so that a stance can sink without retelling the arms.
  const wanted = mix(add(pelvis.at, hand.at), onThigh, hand.thigh);
  // The shoulder rises with a raised arm, else the arm looks hung from a peg.
  const level = place(chest, [sign * B.shoulder, B.shoulders - 3, 0]);
  const lift = Math.max(0, Math.min(1, (wanted[1] - level[1]) / 45));
  const shoulder = add(level, turn(chest.rot, [-sign * 2.5 * lift, 5 * lift, 0]));
  const { joint: elbow, end: wrist } = bend(shoulder, wanted, B.upperArm, B.forearm, hand.elbow);
  const fingers = unit(hand.fingers);
  const palm = square(hand.palm, fingers);
  const thumb = mul(cross(fingers, palm), -sign);
  return {
    shoulder,
    elbow,
    wrist,
    fingers,
    palm,
    thumb,
    along: unit(sub(wrist, elbow)),
    shape: hand.shape,
    sign,
  };
}
