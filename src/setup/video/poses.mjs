// The vocabulary of poses. L is the viewer's left: in a mirror demonstration also the elder's own left.
// hand.at is the wrist, measured from the middle of the hips; fingers and palm are directions, elbow is where it
// points. Poses are written for the left and mirrored for the right.

/** Hand shapes: how far the index finger and the others curl, how far the thumb stands off, how spread. */
export const OPEN = { curl: 0.08, index: 0.06, thumb: 0.45, spread: 0.5 };
export const SOFT = { curl: 0.26, index: 0.2, thumb: 0.35, spread: 0.4 };
export const FIST = { curl: 1, index: 1, thumb: 0, spread: 0 };
/** The archer's hands: index finger and thumb like the character 八; and the claw that draws the string. */
export const ARCHER = { curl: 0.8, index: 0.02, thumb: 1, spread: 0 };
export const CLAW = { curl: 0.72, index: 0.72, thumb: 0.3, spread: 0.1 };

export const hand = (at, fingers, palm, elbow, shape = SOFT, thigh = 0) => ({
  at,
  fingers,
  palm,
  elbow,
  shape,
  thigh,
});

export const STAND = {
  pelvis: [0, 83.5, 0],
  hips: { yaw: 0, pitch: 0, roll: 0 },
  spine: { yaw: 0, pitch: 0, roll: 0 },
  head: { yaw: 0, pitch: 2, roll: 0 },
  footL: { at: [-15, 0, 0], heel: 0, out: 12, knee: 0.1 },
  footR: { at: [15, 0, 0], heel: 0, out: 12, knee: 0.1 },
  handL: hand([-23.5, -4.5, 3], [0, -1, 0.12], [0.95, 0, -0.3], [-0.6, 0, -1]),
  handR: hand([23.5, -4.5, 3], [0, -1, 0.12], [-0.95, 0, -0.3], [0.6, 0, -1]),
  face: { glare: 0, smile: 0.7, lids: 0 },
};

const merge = (base, change) => {
  if (Array.isArray(change) || typeof change !== 'object') return change;
  const out = { ...base };
  for (const [key, value] of Object.entries(change)) out[key] = key in out ? merge(out[key], value) : value;
  return out;
};

/** A pose that differs from `base` in what each of `changes` says. */
export const pose = (base, ...changes) => changes.reduce(merge, base);

const flip = ([x, y, z]) => [-x, y, z];
const flipHand = (h) => ({
  ...h,
  at: flip(h.at),
  fingers: flip(h.fingers),
  palm: flip(h.palm),
  elbow: flip(h.elbow),
});
const flipTurn = ({ yaw, pitch, roll }) => ({ yaw: -yaw, pitch, roll: -roll });

/** The same pose to the other side. */
export const mirror = (p) => ({
  ...p,
  pelvis: flip(p.pelvis),
  hips: flipTurn(p.hips),
  spine: flipTurn(p.spine),
  head: flipTurn(p.head),
  footL: { ...p.footR, at: flip(p.footR.at) },
  footR: { ...p.footL, at: flip(p.footL.at) },
  handL: flipHand(p.handR),
  handR: flipHand(p.handL),
});

/** Both hands alike, said for the left. */
export const hands = (...left) => {
  const handL = hand(...left);
  return { handL, handR: flipHand(handL) };
};

/** Feet `half` the width apart and hips at `height`. */
export const stance = (half, height, out = 12) => ({
  pelvis: [0, height, 0],
  footL: { at: [-half, 0, 0], out },
  footR: { at: [half, 0, 0], out },
});

export const CLOSED = pose(STAND, stance(8, 83.8, 8));
export const HORSE = stance(42, 59, 32);
export const WIDE = stance(42, 74, 26);

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
