import { flipHand, pose, type HandPose, type HandShape, type Pose, type PoseChange } from './pose.ts';
import type { Vec } from './vec.ts';

/** The vocabulary of poses, written for the viewer's left and mirrored for the right. */
export const OPEN: HandShape = { curl: 0.08, index: 0.06, thumb: 0.45, spread: 0.5 };
export const SOFT: HandShape = { curl: 0.26, index: 0.2, thumb: 0.35, spread: 0.4 };
export const FIST: HandShape = { curl: 1, index: 1, thumb: 0, spread: 0 };
/** The archer's hands: index finger and thumb like the character 八; and the claw that draws the string. */
export const ARCHER: HandShape = { curl: 0.8, index: 0.02, thumb: 1, spread: 0 };
export const CLAW: HandShape = { curl: 0.72, index: 0.72, thumb: 0.3, spread: 0.1 };

export const hand = (at: Vec, fingers: Vec, palm: Vec, elbow: Vec, shape = SOFT, thigh = 0): HandPose => ({
  at,
  fingers,
  palm,
  elbow,
  shape,
  thigh,
});

/** Both hands alike, said for the left. */
export const hands = (...left: Parameters<typeof hand>): { handL: HandPose; handR: HandPose } => {
  const handL = hand(...left);
  return { handL, handR: flipHand(handL) };
};

const LEVEL = { yaw: 0, pitch: 0, roll: 0 } as const;

export const STAND: Pose = {
  pelvis: [0, 83.5, 0],
  hips: LEVEL,
  spine: LEVEL,
  head: { yaw: 0, pitch: 2, roll: 0 },
  footL: { at: [-15, 0, 0], heel: 0, out: 12, knee: 0.1 },
  footR: { at: [15, 0, 0], heel: 0, out: 12, knee: 0.1 },
  ...hands([-23.5, -4.5, 3], [0, -1, 0.12], [0.95, 0, -0.3], [-0.6, 0, -1]),
  face: { glare: 0, smile: 0.7, lids: 0 },
  breath: 0,
};

/** Feet `half` the width apart and hips at `height`. */
export const stance = (half: number, height: number, out = 12): PoseChange => ({
  pelvis: [0, height, 0],
  footL: { at: [-half, 0, 0], out },
  footR: { at: [half, 0, 0], out },
});

export const CLOSED = pose(STAND, stance(8, 83.8, 8));
export const HORSE = stance(42, 59, 32);

/** Arms round before the belly, as if holding a ball. */
export const EMBRACE = pose(
  STAND,
  { pelvis: [0, 81, 0] },
  hands([-17, 10, 22], [0.95, -0.15, 0.25], [0.1, 0.1, -1], [-1, -0.25, -0.1]),
);

/** Palms up before the belly, fingertips meeting: where several forms gather. */
export const GATHER = pose(
  STAND,
  { pelvis: [0, 82, 0], head: { pitch: 6 } },
  hands([-18, 4, 19], [1, -0.05, 0.15], [0.1, 1, 0.05], [-1, -0.3, -0.2]),
);
