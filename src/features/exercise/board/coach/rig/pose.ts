import type { Turning, Vec } from './vec.ts';

/** How far the index finger and the others curl, how far the thumb stands off, how spread they are: 0 to 1. */
export interface HandShape {
  readonly curl: number;
  readonly index: number;
  readonly thumb: number;
  readonly spread: number;
}

export interface HandPose {
  /** The wrist, measured from the middle of the hips, so that a stance can sink without retelling the arms. */
  readonly at: Vec;
  /** Directions: where the fingers and the palm look, and where the elbow points. */
  readonly fingers: Vec;
  readonly palm: Vec;
  readonly elbow: Vec;
  readonly shape: HandShape;
  /** 1: lies on the thigh, wherever that is. */
  readonly thigh: number;
}

export interface FootPose {
  readonly at: Vec;
  /** How high the heel stands. */
  readonly heel: number;
  /** Degrees the toes point outwards. */
  readonly out: number;
  /** How far the knee falls outwards of the toes. */
  readonly knee: number;
}

export interface Face {
  readonly glare: number;
  readonly smile: number;
  /** 1: shut. */
  readonly lids: number;
}

/** What the whole body does at one moment. L is the viewer's left. */
export interface Pose {
  readonly pelvis: Vec;
  readonly hips: Turning;
  readonly spine: Turning;
  readonly head: Turning;
  readonly footL: FootPose;
  readonly footR: FootPose;
  readonly handL: HandPose;
  readonly handR: HandPose;
  readonly face: Face;
  /** How full of breath: 0 to 1. It has its own rhythm, and no key says it. */
  readonly breath: number;
}

/** A pose at a moment of a movement. */
export type Key = readonly [ms: number, pose: Pose];

type HandChange = Partial<HandPose>;
export interface PoseChange {
  readonly pelvis?: Vec;
  readonly hips?: Partial<Turning>;
  readonly spine?: Partial<Turning>;
  readonly head?: Partial<Turning>;
  readonly footL?: Partial<FootPose>;
  readonly footR?: Partial<FootPose>;
  readonly handL?: HandChange;
  readonly handR?: HandChange;
  readonly face?: Partial<Face>;
}

const changed = (base: Pose, change: PoseChange): Pose => ({
  pelvis: change.pelvis ?? base.pelvis,
  hips: { ...base.hips, ...change.hips },
  spine: { ...base.spine, ...change.spine },
  head: { ...base.head, ...change.head },
  footL: { ...base.footL, ...change.footL },
  footR: { ...base.footR, ...change.footR },
  handL: { ...base.handL, ...change.handL },
  handR: { ...base.handR, ...change.handR },
  face: { ...base.face, ...change.face },
  breath: base.breath,
});

/** A pose that differs from `base` in what each of `changes` says. */
export const pose = (base: Pose, ...changes: readonly PoseChange[]): Pose => changes.reduce(changed, base);

const flip = ([x, y, z]: Vec): Vec => [-x, y, z];
export const flipHand = (hand: HandPose): HandPose => ({
  ...hand,
  at: flip(hand.at),
  fingers: flip(hand.fingers),
  palm: flip(hand.palm),
  elbow: flip(hand.elbow),
});
const flipTurning = ({ yaw, pitch, roll }: Turning): Turning => ({ yaw: -yaw, pitch, roll: -roll });

/** The same pose to the other side. */
export const mirror = (p: Pose): Pose => ({
  pelvis: flip(p.pelvis),
  hips: flipTurning(p.hips),
  spine: flipTurning(p.spine),
  head: flipTurning(p.head),
  footL: { ...p.footR, at: flip(p.footR.at) },
  footR: { ...p.footL, at: flip(p.footL.at) },
  handL: flipHand(p.handR),
  handR: flipHand(p.handL),
  face: p.face,
  breath: p.breath,
});

const turningNumbers = ({ yaw, pitch, roll }: Turning): readonly number[] => [yaw, pitch, roll];
const footNumbers = ({ at, heel, out, knee }: FootPose): readonly number[] => [...at, heel, out, knee];
const handNumbers = ({ at, fingers, palm, elbow, shape, thigh }: HandPose): readonly number[] => [
  ...[...at, ...fingers, ...palm, ...elbow],
  ...[shape.curl, shape.index, shape.thumb, shape.spread, thigh],
];

/** A pose as a row of numbers, always in this order, without its breath; `poseOf` reads it back. */
export const numbersOf = (p: Pose): readonly number[] => [
  ...p.pelvis,
  ...[p.hips, p.spine, p.head].flatMap(turningNumbers),
  ...[p.footL, p.footR].flatMap(footNumbers),
  ...[p.handL, p.handR].flatMap(handNumbers),
  ...[p.face.glare, p.face.smile, p.face.lids],
];

export function poseOf(numbers: ArrayLike<number>): Pose {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const vec = (): Vec => [next(), next(), next()];
  const turning = (): Turning => ({ yaw: next(), pitch: next(), roll: next() });
  const foot = (): FootPose => ({ at: vec(), heel: next(), out: next(), knee: next() });
  const hand = (): HandPose => ({
    at: vec(),
    fingers: vec(),
    palm: vec(),
    elbow: vec(),
    shape: { curl: next(), index: next(), thumb: next(), spread: next() },
    thigh: next(),
  });
  return {
    pelvis: vec(),
    hips: turning(),
    spine: turning(),
    head: turning(),
    footL: foot(),
    footR: foot(),
    handL: hand(),
    handR: hand(),
    face: { glare: next(), smile: next(), lids: next() },
    breath: 0,
  };
}
