import {
  isOn,
  minutesUntil,
  sessionsOn,
  type Course,
  type IsRest,
  type Session,
} from '../../classes/model/sessions.ts';
import type { SessionChange } from '../../classes/model/sessions.ts';
import { id } from '../../../kernel/ids.ts';
import { civilMoment, minuteOf, unixOf, type CivilDate } from '../../../kernel/time.ts';
import { COMMAND_VALID_MS, type Programme, type Run } from './run.ts';
import { runState } from './run-state.ts';

/** How long before its start a session that begins by itself calls people in. */
const CALL_IN_MINUTES = 5;

/** What a run that nobody has started follows from: all of it on the screen. */
export interface SelfStartFacts {
  readonly screenId: string;
  /** The room the screen hangs in; null where it hangs in none. */
  readonly room: string | null;
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly isRest: IsRest;
  readonly utcOffsetMinutes: number;
}

/** The courses of a room that may begin by themselves and are still held on a day or after it, as a day brings them. */
export const mayBeginIn = (
  room: string | null,
  courses: readonly Course[],
  date: CivilDate,
): readonly Course[] =>
  courses
    .filter((course) => course.room === room && course.programmeId !== null && lastDayOf(course) >= date)
    .sort((a, b) => minuteOf(a.start) - minuteOf(b.start));

const lastDayOf = ({ recurrence, until }: Course): CivilDate =>
  recurrence.every === 'once' ? recurrence.date : (until ?? '9999-12-31');

/** When a session ends, in the hub's time. */
export const sessionEndMs = (session: Session, utcOffsetMinutes: number): number =>
  unixOf(session.date, session.endMinute, utcOffsetMinutes);

/** The session in a screen's room that begins by itself: called in, or going on. */
function selfStartingSession(facts: SelfStartFacts, nowMs: number): Session | undefined {
  const starting = facts.courses.filter(
    (course) => course.startsItself === true && course.programmeId !== null,
  );
  if (facts.room === null || starting.length === 0) return undefined;
  const moment = civilMoment(nowMs, facts.utcOffsetMinutes);
  return sessionsOn(starting, facts.changes, moment.date, facts.isRest).find((session) => {
    if (session.cancelled || session.room !== facts.room) return false;
    const until = minutesUntil(session, moment);
    return isOn(session, moment) || (until > 0 && until <= CALL_IN_MINUTES);
  });
}

/**
 * The run that the timetable begins on a screen, from some minutes before its session until the session ends. No row of
 * it is written: each screen of the room finds the same by itself, without the hub too, until somebody commands it.
 */
export function selfStarted(facts: SelfStartFacts, nowMs: number): Run | undefined {
  const session = selfStartingSession(facts, nowMs);
  if (session === undefined || session.course.programmeId === null) return undefined;
  const startMs = unixOf(session.date, session.startMinute, facts.utcOffsetMinutes);
  return {
    id: id(facts.screenId),
    programmeId: session.course.programmeId,
    sessionId: session.id,
    state: 'playing',
    positionMs: 0,
    asOfMs: startMs,
    rate: 1,
    version: 0,
    startedBy: session.course.name,
    startBeforeMs: startMs + COMMAND_VALID_MS,
    untilMs: sessionEndMs(session, facts.utcOffsetMinutes),
  };
}

/** Of the run somebody has commanded and the one the timetable begins, the one that counts now. */
export function runThatCounts(
  commanded: Run | undefined,
  planned: Run | undefined,
  programme: Programme | undefined,
  nowMs: number,
): Run | undefined {
  if (commanded === undefined || planned === undefined) return commanded ?? planned;
  if (commanded.sessionId === planned.sessionId) return commanded;
  const isOver = programme === undefined || runState(commanded, programme.durationMs, nowMs) === 'over';
  return isOver ? planned : commanded;
}
