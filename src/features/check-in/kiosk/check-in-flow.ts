import { cameAtMs, counts, type Attendance } from '../model/attendance.ts';
import type { Course, Session } from '../../classes/model/sessions.ts';
import type { MemberId, Mid } from '../../../kernel/ids.ts';
import { clockTime } from '../../../kernel/time.ts';
import type { RosterEntry } from '../../members/model/roster.ts';

/** What one signs in for: a session, or, where the day is unknown, a course whose session staff will find. */
export type Target =
  | { readonly type: 'session'; readonly session: Session }
  | { readonly type: 'loose'; readonly course: Course };

/** Who came. */
export interface Attendee {
  readonly memberId: MemberId;
  /** The masked name; null of a visitor, who has none here. */
  readonly maskedName: string | null;
  /** The member who signs them in; null where they do so themselves. */
  readonly companion: RosterEntry | null;
}

/** Whose name is asked for: one's own, a companion's before the neighbour's, or the neighbour's. */
type Asked = 'self' | 'companion' | 'neighbour';

/** ✓: what can be taken back is named by its claims, all of them this device's own. */
export interface Signed {
  readonly step: 'done' | 'already';
  readonly target: Target;
  readonly attendee: Attendee;
  /** The claims that stand for it, where this device may take all of them back; empty where it may not. */
  readonly claims: readonly Mid[];
  /** When they came, Unix ms; null where nothing tells. */
  readonly atMs: number | null;
}

/**
 * The steps of signing in. ✓ belongs to `done` and `already`: the one comes only from a claim that is safe on this device,
 * the other from one that is there.
 */
export type Step =
  | { readonly step: 'target' }
  | {
      readonly step: 'who';
      readonly target: Target;
      readonly asked: Asked;
      readonly companion: RosterEntry | null;
    }
  | {
      readonly step: 'neighbours';
      readonly target: Target;
      readonly companion: RosterEntry;
      readonly neighbours: readonly RosterEntry[];
    }
  | { readonly step: 'visitor'; readonly target: Target }
  | { readonly step: 'saving'; readonly target: Target; readonly attendee: Attendee }
  | Signed
  | { readonly step: 'undoing'; readonly target: Target; readonly of: Signed }
  | { readonly step: 'withdrawn'; readonly target: Target }
  /** `unsure`: it may be sent yet, and nothing keeps it till then. */
  | { readonly step: 'failed'; readonly target: Target; readonly unsure?: boolean };

export type AskedWho = Extract<Step, { step: 'who' }>;

const atTarget: Step = { step: 'target' };
export const whoIsIt = (
  target: Target,
  asked: Asked = 'self',
  companion: RosterEntry | null = null,
): Step => ({ step: 'who', target, asked, companion });

/** The first step: nothing is asked where there is only one thing to sign in for, or it is already named. */
export function firstStep(targets: readonly Target[], wanted: string | null): Step {
  const named = targets.find((target) => target.type === 'session' && target.session.id === wanted);
  const only = targets.length === 1 ? targets[0] : undefined;
  const target = named ?? only;
  return target === undefined ? atTarget : whoIsIt(target);
}

/** A companion has said who they are: those they look after come first; where there is nobody, anybody may be named. */
export function withCompanion(target: Target, companion: RosterEntry, roster: readonly RosterEntry[]): Step {
  const paired = companion.pairedWith ?? [];
  const neighbours = roster.filter(({ id }) => paired.includes(id));
  return neighbours.length === 0
    ? whoIsIt(target, 'neighbour', companion)
    : { step: 'neighbours', target, companion, neighbours };
}

export const attendeeOf = ({ id, maskedName }: RosterEntry, companion: RosterEntry | null): Attendee => ({
  memberId: id,
  maskedName,
  // Who names themselves as the neighbour has come alone.
  companion: companion?.id === id ? null : companion,
});

/** Somebody is known: who has signed in already is told so, and nothing is written twice. */
export function signingIn(
  target: Target,
  attendee: Attendee,
  known: Attendance | undefined,
  deviceId: string,
): Step {
  if (known === undefined || !counts(known)) return { step: 'saving', target, attendee };
  const standing = known.claims.filter(({ withdrawn }) => !withdrawn);
  const isOwn = standing.every((claim) => claim.deviceId === deviceId);
  return {
    step: 'already',
    target,
    attendee,
    claims: isOwn ? standing.map(({ mid }) => mid) : [],
    atMs: cameAtMs(known),
  };
}

/** A card was read: on a ✓, or what came of one, it is the next person's. Null where the step hears it itself, or waits. */
export function afterScan(step: Step, next: (last: Target) => Step): Step | null {
  if (step.step === 'neighbours') return whoIsIt(step.target, 'neighbour', step.companion);
  return step.step === 'target' || step.step === 'who' || step.step === 'saving' ? null : next(step.target);
}

/** One step back; null where 返回 means home. A claim is not taken back by going back. */
export function backFrom(step: Step, targets: readonly Target[]): Step | null {
  switch (step.step) {
    case 'who':
      if (step.asked !== 'self') return whoIsIt(step.target);
      return targets.length > 1 ? atTarget : null;
    case 'neighbours':
    case 'visitor':
    case 'failed':
      return whoIsIt(step.target);
    case 'undoing':
      return step.of;
    default:
      return null;
  }
}

/** Whether a step shows anything of a person; who is asked knows that of itself. */
export const isPersonal = ({ step }: Step): boolean =>
  step !== 'target' && step !== 'who' && step !== 'visitor';

/** Whether nothing is written down yet. */
export const isAsking = ({ step }: Step): boolean =>
  step === 'who' || step === 'neighbours' || step === 'visitor';

/** The session of a ✓, whose figures stand on it; null elsewhere, and where the day is not known. */
export const sessionOfSigned = (step: Step | null): Session | null =>
  (step?.step === 'done' || step?.step === 'already') && step.target.type === 'session'
    ? step.target.session
    : null;

/** What stands on the glass as the person signs in, by which the claim is judged. */
export const seenOf = (target: Target, name: string) => ({
  name,
  start: target.type === 'session' ? clockTime(target.session.startMinute % 1440) : null,
  room: target.type === 'session' ? target.session.room : null,
});

export const courseOf = (target: Target): Course =>
  target.type === 'session' ? target.session.course : target.course;
