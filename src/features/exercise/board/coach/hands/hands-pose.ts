import type { Vec } from '../rig/vec.ts';

/** One number for each finger, from the index to the little finger. */
export type Four = readonly [number, number, number, number];

/** What one hand does. */
export interface OneHand {
  /** The wrist, in centimetres. */
  readonly at: Vec;
  /** Directions: where the outstretched fingers and the palm look. */
  readonly fingers: Vec;
  readonly palm: Vec;
  /** How far each finger is bent: 0 straight, 1 in the fist. */
  readonly curls: Four;
  /** How far apart the fingers are. */
  readonly spread: number;
  /** The thumb: how far it stands off, how far it lies across the palm, and which fingertip it touches. */
  readonly out: number;
  readonly fold: number;
  readonly touches: Four;
}

/** Both hands at one moment. L is the viewer's left. */
export interface HandsPose {
  readonly handL: OneHand;
  readonly handR: OneHand;
}

export type HandsKey = readonly [ms: number, pose: HandsPose];

const NONE: Four = [0, 0, 0, 0];

/** A hand before the shoulder, its palm to the viewer, easily open. */
export const REST: OneHand = {
  at: [-10.8, 7, 0],
  fingers: [-0.07, 1, 0.04],
  palm: [0.05, 0, 1],
  curls: [0.07, 0.06, 0.08, 0.1],
  spread: 0.45,
  out: 0.8,
  fold: 0,
  touches: NONE,
};
export const WIDE: OneHand = { ...REST, curls: NONE, spread: 1, out: 1 };
export const CLOSE: OneHand = { ...REST, curls: [0.02, 0.02, 0.02, 0.02], spread: 0, out: 0.05 };
export const FIST: OneHand = { ...REST, curls: [1, 1, 1, 1], spread: 0, out: 0.1, fold: 1 };

const flip = ([x, y, z]: Vec): Vec => [-x, y, z];
/** The other hand that does the same. */
export const mirrored = (hand: OneHand): OneHand => ({
  ...hand,
  at: flip(hand.at),
  fingers: flip(hand.fingers),
  palm: flip(hand.palm),
});

/** Both hands alike, said for the left. */
export const both = (handL: OneHand): HandsPose => ({ handL, handR: mirrored(handL) });
/** The left hand and the right, both said for the left. */
export const each = (left: OneHand, right: OneHand): HandsPose => ({
  handL: left,
  handR: mirrored(right),
});

const oneNumbers = (h: OneHand): readonly number[] => [
  ...[...h.at, ...h.fingers, ...h.palm, ...h.curls],
  ...[h.spread, h.out, h.fold, ...h.touches],
];

/** The hands as a row of numbers, always in this order; `handsOf` reads it back. */
export const handsNumbers = ({ handL, handR }: HandsPose): readonly number[] => [
  ...oneNumbers(handL),
  ...oneNumbers(handR),
];

/** Of a bend, or in centimetres: nobody sees less. */
const UNSEEN = 1e-6;

/** Whether two poses look the same. */
export function areAlike(one: HandsPose, other: HandsPose): boolean {
  const numbers = handsNumbers(other);
  return handsNumbers(one).every((value, i) => Math.abs(value - (numbers[i] ?? NaN)) < UNSEEN);
}

export function handsOf(numbers: ArrayLike<number>): HandsPose {
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const vec = (): Vec => [next(), next(), next()];
  const four = (): Four => [next(), next(), next(), next()];
  const one = (): OneHand => ({
    at: vec(),
    fingers: vec(),
    palm: vec(),
    curls: four(),
    spread: next(),
    out: next(),
    fold: next(),
    touches: four(),
  });
  return { handL: one(), handR: one() };
}
