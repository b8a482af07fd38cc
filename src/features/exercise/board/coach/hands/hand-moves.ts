import { evenly, type MoveOf } from '../moves/form-times.ts';
import type { Vec } from '../rig/vec.ts';
import {
  CLOSE,
  FIST,
  REST,
  WIDE,
  both,
  each,
  type Four,
  type HandsKey,
  type HandsPose,
  type OneHand,
} from './hands-pose.ts';

type Move = MoveOf<HandsPose>;

const OPEN = both(REST);

/** Open hands at the start and the end of a form, and what `keys` says of each repetition in between. */
const between =
  (keys: (index: number) => readonly HandsKey[], still = OPEN): Move =>
  (form) =>
    evenly(form, still, keys);

/** Fists, firm and then wide open. */
export const fists: Move = between(() => [
  [0, OPEN],
  [0.28, both(FIST)],
  [0.46, both(FIST)],
  [0.72, both(WIDE)],
  [0.88, both(WIDE)],
]);

const at = (list: readonly number[], i: number): number => list[i] ?? 0;
const four = (of: (i: number) => number): Four => [of(0), of(1), of(2), of(3)];

/** Thumb, index, middle, ring, little finger are folded in one after the other, and opened the other way round. */
export const foldInTurn: Move = between((index) => {
  const step = index % 10;
  const folded = step < 5 ? step + 1 : 9 - step;
  const counted = (of: number): OneHand => ({
    ...REST,
    curls: four((i) => (i + 2 <= of ? 0.96 : at(REST.curls, i))),
    spread: 0.3,
    ...(of > 0 ? { fold: of > 1 ? 1 : 0.9, out: 0.1 } : {}),
  });
  // From one finger to the next; where a round begins all are open, where it turns all are in.
  const before = step < 5 ? step : 10 - step;
  return [
    [0, both(counted(before))],
    [0.5, both(counted(folded))],
    [0.97, both(counted(folded))],
  ];
});

/** The thumb goes to each fingertip in turn, there and back. */
export const touchInTurn: Move = between((index) => {
  const finger = index % 4;
  const touching: OneHand = {
    ...REST,
    curls: four((i) => (i === finger ? at([0.6, 0.62, 0.68, 0.8], i) : at([0.08, 0.1, 0.12, 0.14], i))),
    spread: 0.4,
    // Turned a little, so that the ring is seen that thumb and finger make.
    palm: [0.62, 0, 0.78],
    touches: four((i) => (i === finger ? 1 : 0)),
  };
  return [
    [0, OPEN],
    [0.4, both(touching)],
    [0.68, both(touching)],
    [0.95, OPEN],
  ];
});

/** Fingers far apart, and close together. */
export const spreadOut: Move = between(
  () => [
    [0, both(CLOSE)],
    [0.35, both(WIDE)],
    [0.55, both(WIDE)],
    [0.9, both(CLOSE)],
  ],
  both(CLOSE),
);

/** The palm, the back of the hand, the palm. */
export const turnOver: Move = between(() => {
  const edge: OneHand = { ...CLOSE, spread: 0.2, palm: [-1, 0, 0.02] };
  const back: OneHand = { ...CLOSE, spread: 0.3, palm: [-0.05, 0, -1] };
  return [
    [0, both({ ...CLOSE, spread: 0.3 })],
    [0.22, both(edge)],
    [0.42, both(back)],
    [0.58, both(back)],
    [0.78, both(edge)],
    [0.96, both({ ...CLOSE, spread: 0.3 })],
  ];
});

const ROUND = [0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875] as const;

/** Loose fists go round from the wrist, half of the times each way. */
export const circle: Move = (form) => {
  const loose: OneHand = { ...FIST, curls: [0.85, 0.85, 0.85, 0.85] };
  const turned = (angle: number): HandsPose => {
    const fingers: Vec = [0.5 * Math.sin(angle), 1, 0.5 - 0.5 * Math.cos(angle)];
    return both({ ...loose, fingers });
  };
  const half = form.repetitions.length / 2;
  return evenly(form, OPEN, (index) => {
    const way = index < half ? 1 : -1;
    return ROUND.map((share): HandsKey => [share, turned(way * share * 2 * Math.PI)]);
  });
};

/** The thumb of one hand and the little finger of the other; then the other way round. */
export const swap: Move = (form) =>
  evenly(form, both(FIST), (_, side) => {
    const thumb: OneHand = { ...FIST, fold: 0, out: 1 };
    const little: OneHand = { ...FIST, curls: [1, 1, 1, 0] };
    const shown = side === 'right' ? each(little, thumb) : each(thumb, little);
    return [
      [0, both(FIST)],
      [0.3, shown],
      [0.72, shown],
      [0.96, both(FIST)],
    ];
  });

/** The fingertips of both hands against each other: pressed, and let go. */
export const pressTips: Move = between(() => [
  [0, TIPS],
  [0.35, PRESSED],
  [0.6, PRESSED],
  [0.92, TIPS],
]);
const meeting: OneHand = {
  ...REST,
  at: [-12.6, 7, 2],
  fingers: [0.52, 0.85, 0.04],
  palm: [0.85, -0.52, 0.1],
  curls: [0.14, 0.12, 0.13, 0.16],
  spread: 0.7,
  out: 0.35,
};
const TIPS = both(meeting);
const PRESSED = both({
  ...meeting,
  at: [-9.9, 6.4, 2],
  fingers: [0.24, 0.97, 0.04],
  palm: [0.97, -0.24, 0.1],
  curls: [0.3, 0.28, 0.28, 0.3],
  spread: 0.95,
});

/** Palm on palm, up and down in turn, until they are warm. */
export const rub: Move = ({ startMs, endMs }) => {
  const flat = (y: number): OneHand => ({
    ...CLOSE,
    at: [-2.1, y, 0],
    fingers: [0.04, 1, 0.1],
    palm: [1, 0, -0.12],
    out: 0,
  });
  const ready = 2600;
  const strokes = Math.max(2, 2 * Math.floor((endMs - startMs - 2 * ready - 1000) / 2600));
  const step = (endMs - startMs - 2 * ready) / strokes;
  return [
    [startMs, OPEN],
    ...Array.from({ length: strokes }, (_, i): HandsKey => {
      const up = i % 2 === 0 ? 1.6 : -1.6;
      return [startMs + ready + i * step, each(flat(6.5 + up), flat(6.5 - up))];
    }),
    [endMs, OPEN],
  ];
};

/** Loosely shaken out, then at rest. */
export const shake: Move = ({ startMs, endMs }) => {
  const hanging = (lean: number): OneHand => ({
    ...REST,
    at: [-10.8, 7.5, 0],
    fingers: [lean, 0.86, 0.5],
    curls: [0.3, 0.32, 0.34, 0.36],
    out: 0.5,
  });
  const length = endMs - startMs;
  const from = startMs + length * 0.1;
  const strokes = Math.max(4, 2 * Math.round((length * 0.5) / 1400));
  const lower: OneHand = { ...REST, at: [-10.8, 5.4, 0], curls: [0.24, 0.25, 0.27, 0.3], out: 0.6 };
  return [
    [startMs, OPEN],
    ...Array.from({ length: strokes }, (_, i): HandsKey => [
      from + (i * length * 0.5) / strokes,
      both(hanging(i % 2 === 0 ? 0.2 : -0.22)),
    ]),
    [startMs + length * 0.72, both(lower)],
    [endMs, both(lower)],
  ];
};
