import type { Form, Programme } from '../../model/run.ts';
import {
  circle,
  fists,
  foldInTurn,
  pressTips,
  rub,
  shake,
  spreadOut,
  swap,
  touchInTurn,
  turnOver,
} from './hands/hand-moves.ts';
import { REST, both, handsNumbers, handsOf, type HandsPose } from './hands/hands-pose.ts';
import { breathing } from './moves/breathing.ts';
import { drawBow } from './moves/draw-bow.ts';
import type { FormTimes, Move, MoveOf, Repetition } from './moves/form-times.ts';
import { handsToFeet } from './moves/hands-to-feet.ts';
import { heelDrops } from './moves/heel-drops.ts';
import { lookBack } from './moves/look-back.ts';
import { closing, opening } from './moves/opening.ts';
import { punch } from './moves/punch.ts';
import { raiseOne } from './moves/raise-one.ts';
import { reachToKnees } from './moves/reach-to-knees.ts';
import { skyHands } from './moves/sky-hands.ts';
import { sway } from './moves/sway.ts';
import { numbersOf, poseOf, type Key, type Pose } from './rig/pose.ts';
import { STAND } from './rig/poses.ts';
import { sit } from './rig/sit.ts';
import { track } from './rig/track.ts';

type Forms = Pick<Programme, 'forms'>;

const MOVES: ReadonlyMap<string, Move> = new Map([
  ['opening', opening],
  ['form-1', skyHands],
  ['form-2', drawBow],
  ['form-3', raiseOne],
  ['form-4', lookBack],
  ['form-5', sway],
  ['form-6', handsToFeet],
  ['form-7', punch],
  ['form-8', heelDrops],
  ['closing', closing],
]);
const SEATED: ReadonlyMap<string, Move> = new Map([['form-6', reachToKnees]]);
const HANDS: ReadonlyMap<string, MoveOf<HandsPose>> = new Map([
  ['rub', rub],
  ['fists', fists],
  ['fold', foldInTurn],
  ['touch', touchInTurn],
  ['spread', spreadOut],
  ['turn', turnOver],
  ['circle', circle],
  ['swap', swap],
  ['press', pressTips],
  ['shake', shake],
]);

/** A form nobody has drawn yet: the teacher is there, still, and lets the words speak. */
const still =
  <P>(pose: P): MoveOf<P> =>
  ({ startMs, endMs }) => [
    [startMs, pose],
    [endMs, pose],
  ];

/** Sitting, what is not said anew is what one does standing, in less. */
function moveOf(key: string, seated: boolean): Move {
  const move = MOVES.get(key) ?? still(STAND);
  if (!seated) return move;
  return SEATED.get(key) ?? ((form) => move(form).map(([ms, pose]): Key => [ms, sit(pose)]));
}

/** The least part of a form's end that is kept for coming out of it. */
const TAIL_MS = 1200;

/** A form's repetitions, from its counted beats: each lasts until the next, the last as long as the one before it. */
function timesOf({ startMs, endMs, beats }: Form): FormTimes {
  const counted = beats.filter(({ count }) => count > 0);
  const gaps = counted.slice(1).map(({ atMs }, i) => atMs - (counted[i]?.atMs ?? atMs));
  const repetitions = counted.map(({ atMs, side }, i): Repetition => {
    const left = Math.max(1, (endMs - atMs) * 0.9, endMs - atMs - TAIL_MS);
    return { atMs, side, lengthMs: gaps[i] ?? Math.min(gaps[i - 1] ?? left, left) };
  });
  return { startMs, endMs, repetitions };
}

/** The forms' movements as one. */
function joined<P>(
  { forms }: Forms,
  find: (key: string) => MoveOf<P>,
  numbers: (pose: P) => readonly number[],
): (ms: number) => Float64Array {
  const keys: (readonly [ms: number, pose: P])[] = [];
  for (const form of forms) {
    for (const key of find(form.key)(timesOf(form))) {
      // Where one form ends another begins: the later key has the last word.
      while (key[0] <= (keys[keys.length - 1]?.[0] ?? -1)) keys.pop();
      keys.push(key);
    }
  }
  return track(keys.map(([ms, pose]) => [ms, numbers(pose)] as const));
}

/**
 * A programme's forms as one motion of the whole body, with the small signs of life no form asks for: blinking and
 * breath.
 * @param seated done on a chair
 * @returns the pose at a moment of the programme, in milliseconds
 */
export function choreography(programme: Forms, seated = false): (ms: number) => Pose {
  const motion = joined(programme, (key) => moveOf(key, seated), numbersOf);
  const breath = breathing(programme.forms.map((form) => ({ times: timesOf(form), inhale: form.inhale })));
  return (ms) => {
    const { face, ...rest } = poseOf(motion(ms));
    return {
      ...rest,
      breath: breath(ms),
      face: { ...face, lids: Math.max(face.lids, blink(ms)) },
    };
  };
}

/** A programme of hand exercises as one motion of two hands. */
export function handChoreography(programme: Forms): (ms: number) => HandsPose {
  const motion = joined(programme, (key) => HANDS.get(key) ?? still(both(REST)), handsNumbers);
  return (ms) => handsOf(motion(ms));
}

const BLINK_MS = 240;
/** A blink every four seconds or so, never quite regular. */
function blink(ms: number): number {
  const round = Math.floor(ms / 4200);
  const since = ms - round * 4200 - ((round * 733) % 1500);
  return since > 0 && since < BLINK_MS ? Math.sin((since / BLINK_MS) * Math.PI) : 0;
}
