import { mirror, type Key, type Pose } from '../rig/pose.ts';

export interface Repetition {
  readonly atMs: number;
  readonly lengthMs: number;
  readonly side: 'left' | 'right' | 'both';
}

/** When a form is done, and each of its repetitions. */
export interface FormTimes {
  readonly startMs: number;
  readonly endMs: number;
  readonly repetitions: readonly Repetition[];
}

/** A movement of a form: its keys, beginning and ending in what the neighbouring forms begin and end in. */
export type MoveOf<P> = (form: FormTimes) => readonly (readonly [ms: number, pose: P])[];
export type Move = MoveOf<Pose>;

/** How long before the first repetition the movement to where it begins takes. */
const SETTLE_MS = 3000;

/**
 * Repetitions between two stillnesses.
 * @param keys of the repetition of an index; their times are shares of a repetition, 0 to 1
 */
export function evenly<P>(
  { startMs, endMs, repetitions }: FormTimes,
  still: P,
  keys: (index: number, side: Repetition['side']) => readonly (readonly [share: number, pose: P])[],
): readonly (readonly [ms: number, pose: P])[] {
  const settled = Math.max(startMs, (repetitions[0]?.atMs ?? endMs) - SETTLE_MS);
  return [
    [startMs, still],
    ...(settled > startMs ? [[settled, still] as const] : []),
    ...repetitions.flatMap(({ atMs, lengthMs, side }, i) =>
      keys(i, side).map(([share, pose]) => [atMs + share * lengthMs, pose] as const),
    ),
    [endMs, still],
  ];
}

const sided = (keys: readonly Key[], side: Repetition['side']): readonly Key[] =>
  side === 'right' ? keys.map(([share, pose]): Key => [share, mirror(pose)]) : keys;

/** `keys` at each repetition, mirrored where its side is the right. Their times are shares of a repetition, 0 to 1. */
export const eachTime = (form: FormTimes, keys: readonly Key[]): readonly Key[] =>
  form.repetitions.flatMap(({ atMs, lengthMs, side }) =>
    sided(keys, side).map(([share, pose]): Key => [atMs + share * lengthMs, pose]),
  );

/**
 * Repetitions between two stillnesses: `still` until shortly before the first and again at the end, with `last` on the
 * way there.
 */
export function between(form: FormTimes, still: Pose, keys: readonly Key[], last?: Pose): readonly Key[] {
  const done = evenly(form, still, (_, side) => sided(keys, side));
  const lastAt = done[done.length - 2]?.[0] ?? form.startMs;
  const end = done[done.length - 1];
  if (last === undefined || end === undefined) return done;
  return [...done.slice(0, -1), [lastAt + (form.endMs - lastAt) * 0.4, last], end];
}
