import type { Face, FootPose, HandShape, Pose } from './pose.ts';
import {
  add,
  bend,
  compose,
  cross,
  mix,
  mul,
  place,
  rotation,
  square,
  sub,
  turn,
  unit,
  type Frame,
  type Vec,
} from './vec.ts';

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
} as const;

export interface Arm {
  readonly shoulder: Vec;
  readonly elbow: Vec;
  readonly wrist: Vec;
  /** Directions of the fingers, the palm, the thumb and the forearm. */
  readonly fingers: Vec;
  readonly palm: Vec;
  readonly thumb: Vec;
  readonly along: Vec;
  readonly shape: HandShape;
}

export interface Leg {
  readonly hip: Vec;
  readonly knee: Vec;
  readonly ankle: Vec;
  readonly forward: Vec;
  readonly foot: FootPose;
}

/** Where every joint is in the room. */
export interface Bones {
  readonly pelvis: Frame;
  readonly waist: Frame;
  readonly chest: Frame;
  readonly collar: Vec;
  readonly head: Frame;
  readonly arms: readonly [Arm, Arm];
  readonly legs: readonly [Leg, Leg];
  readonly face: Face;
  readonly breath: number;
}

/** From a pose to a skeleton. Arms and legs: the viewer's left first. */
export function skeleton(pose: Pose): Bones {
  const B = BODY;
  const pelvis: Frame = { at: pose.pelvis, rot: rotation(pose.hips) };
  const half = rotation(pose.spine, 0.5);
  const waist: Frame = { at: place(pelvis, [0, B.waist, 0]), rot: compose(pelvis.rot, half) };
  const chest: Frame = {
    at: place(waist, [0, B.ribs + 0.7 * pose.breath, 0]),
    rot: compose(waist.rot, half),
  };
  const collar = place(chest, [0, B.shoulders, 0]);
  const neck = add(collar, turn(chest.rot, [0, 1, 0]));
  const headRot = compose(chest.rot, rotation(pose.head));
  const nape = turn(compose(chest.rot, rotation(pose.head, 0.5)), [0, B.neck, 1]);
  const head: Frame = { at: add(neck, add(nape, turn(headRot, [0, B.skull - 2, 1]))), rot: headRot };
  const legs = [leg(pelvis, pose.footL, -1), leg(pelvis, pose.footR, 1)] as const;
  const arms = [arm(pose, -1, chest, legs[0]), arm(pose, 1, chest, legs[1])] as const;
  return { pelvis, waist, chest, collar, head, arms, legs, face: pose.face, breath: pose.breath };
}

function leg(pelvis: Frame, foot: FootPose, sign: -1 | 1): Leg {
  const B = BODY;
  const forward = turn(rotation({ yaw: sign * foot.out, pitch: 0, roll: 0 }), [0, 0, 1]);
  const ankle = add(foot.at, add([0, B.ankle + foot.heel, 0], mul(forward, foot.heel * 0.45)));
  const hip = place(pelvis, [sign * B.hip, 0, 0]);
  // Knees follow the toes, as every teacher says.
  const knee = bend(hip, ankle, B.thigh, B.shin, add(forward, [sign * foot.knee, 0, 0]));
  return { hip, knee: knee.joint, ankle: knee.end, forward, foot };
}

function arm(pose: Pose, sign: -1 | 1, chest: Frame, { hip, knee }: Leg): Arm {
  const B = BODY;
  const hand = sign < 0 ? pose.handL : pose.handR;
  const onThigh = add(mix(hip, knee, 0.8), [sign * 1.5, 8.5, 5]);
  const wanted = mix(add(pose.pelvis, hand.at), onThigh, hand.thigh);
  // The shoulder rises with a raised arm and goes along with one stretched forward, else the arm hangs from a peg.
  const level = place(chest, [sign * B.shoulder, B.shoulders - 3, 0]);
  const lift = Math.max(0, Math.min(1, (wanted[1] - level[1]) / 45));
  const shoulder = add(level, turn(chest.rot, [-sign * 2.5 * lift, 5 * lift, 0]));
  const { joint: elbow, end: wrist } = bend(shoulder, wanted, B.upperArm, B.forearm, hand.elbow);
  const fingers = unit(hand.fingers);
  const palm = square(hand.palm, fingers);
  return {
    shoulder,
    elbow,
    wrist,
    fingers,
    palm,
    thumb: mul(cross(fingers, palm), -sign),
    along: unit(sub(wrist, elbow)),
    shape: hand.shape,
  };
}
