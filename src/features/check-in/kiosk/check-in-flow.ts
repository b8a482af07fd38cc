import { counts, type Attendance } from '../model/attendance.ts';
import type { Course, Session } from '../../classes/model/sessions.ts';
import type { MemberId, Mid } from '../../../kernel/ids.ts';
import { clockTime } from '../../../kernel/time.ts';
import { findByTail, type RosterEntry } from '../../members/model/roster.ts';

/** What one signs in for: a session, or, where the day is unknown, a course whose session staff will find. */
export type Target =
  | { readonly type: 'session'; readonly session: Session }
  | { readonly type: 'loose'; readonly course: Course };

/** A claim that can be taken back. */
export interface MadeClaim {
  readonly mid: Mid;
  readonly target: Target;
  readonly memberId: MemberId;
}

/**
 * The steps of signing in. ✓ belongs to `done` alone, and `done` comes only from a claim that is safe on this device.
 */
export type Step =
  | { readonly step: 'target' }
  | { readonly step: 'digits'; readonly target: Target; readonly typed: string; readonly unknown: boolean }
  | { readonly step: 'names'; readonly target: Target; readonly names: readonly RosterEntry[] }
  | { readonly step: 'saving'; readonly target: Target; readonly member: RosterEntry }
  | { readonly step: 'done'; readonly member: RosterEntry; readonly claim: MadeClaim }
  | { readonly step: 'already'; readonly target: Target; readonly member: RosterEntry }
  | { readonly step: 'withdrawn'; readonly target: Target }
  /** `unsure`: it may be sent yet, and nothing keeps it till then. */
  | { readonly step: 'failed'; readonly target: Target; readonly unsure?: boolean };

export const TAIL_LENGTH = 4;

export const atTarget: Step = { step: 'target' };
export const atDigits = (target: Target): Step => ({ step: 'digits', target, typed: '', unknown: false });

/** The first step: nothing is asked where there is only one thing to sign in for, or it is already named. */
export function firstStep(targets: readonly Target[], wanted: string | null): Step {
  const named = targets.find((target) => target.type === 'session' && target.session.id === wanted);
  const only = targets.length === 1 ? targets[0] : undefined;
  const target = named ?? only;
  return target === undefined ? atTarget : atDigits(target);
}

/** A key of the keypad, or of a keyboard: the fourth digit finds the names. Other keys change nothing. */
export function pressed(step: Step, key: string, roster: readonly RosterEntry[]): Step {
  if (step.step !== 'digits') return step;
  if (key === 'erase') return { ...step, typed: step.typed.slice(0, -1), unknown: false };
  if (!/^\d$/.test(key)) return step;
  const typed = step.typed + key;
  if (typed.length < TAIL_LENGTH) return { ...step, typed, unknown: false };
  const names = findByTail(roster, typed);
  return names.length === 0
    ? { step: 'digits', target: step.target, typed: '', unknown: true }
    : { step: 'names', target: step.target, names };
}

/** A name was chosen: who has signed in already is told so, and nothing is written twice. */
export const chosen = (target: Target, member: RosterEntry, known: Attendance | undefined): Step =>
  counts(known) ? { step: 'already', target, member } : { step: 'saving', target, member };

/** One step back; null where 返回 means home. A claim is not taken back by going back. */
export function backFrom(step: Step, targets: readonly Target[]): Step | null {
  switch (step.step) {
    case 'digits':
      return targets.length > 1 ? atTarget : null;
    case 'names':
    case 'failed':
      return atDigits(step.target);
    default:
      return null;
  }
}

/** Whether a step shows anything of a person. */
export const isPersonal = (step: Step): boolean =>
  step.step !== 'target' && !(step.step === 'digits' && step.typed === '');

/** The session a step is about; null before one is chosen, and where the day is not known. */
export function sessionIn(step: Step | null): Session | null {
  if (step === null || step.step === 'target') return null;
  const target = step.step === 'done' ? step.claim.target : step.target;
  return target.type === 'session' ? target.session : null;
}

/** What stands on the glass as the person signs in, by which the claim is judged. */
export const seenOf = (target: Target, { maskedName }: RosterEntry) => ({
  name: maskedName,
  start: target.type === 'session' ? clockTime(target.session.startMinute) : null,
  room: target.type === 'session' ? target.session.room : null,
});

export const courseOf = (target: Target): Course =>
  target.type === 'session' ? target.session.course : target.course;
