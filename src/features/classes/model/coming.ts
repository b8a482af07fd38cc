import { addDays, type CivilMoment } from '../../../kernel/time.ts';
import {
  isOn,
  minutesUntil,
  sessionOn,
  sessionId,
  type Course,
  type IsRest,
  type Session,
  type SessionChange,
} from './sessions.ts';

/** How far ahead the next meeting of a course is looked for, in days: the fifth Saturday of a month may be so far. */
export const FAR_AHEAD_DAYS = 100;

/** Whether a session has ended, or would have. */
export const isOver = (session: Session, moment: CivilMoment): boolean =>
  minutesUntil(session, moment) <= session.startMinute - session.endMinute;

/**
 * What comes of each course next, in the order of their days: also of one that meets once a month. A meeting that is not
 * held is told, with the next that is.
 */
export function comingOf(
  courses: readonly Course[],
  changes: readonly SessionChange[],
  moment: CivilMoment,
  isRest: IsRest,
): readonly Session[] {
  const changeOf = new Map<string, SessionChange>(changes.map((change) => [change.id, change]));
  return courses
    .flatMap((course) => nextMeetings(course, changeOf, moment, isRest))
    .sort((a, b) => minutesUntil(a, moment) - minutesUntil(b, moment) || (a.id < b.id ? -1 : 1));
}

function nextMeetings(
  course: Course,
  changeOf: ReadonlyMap<string, SessionChange>,
  moment: CivilMoment,
  isRest: IsRest,
): Session[] {
  const found: Session[] = [];
  for (let days = -1; days <= FAR_AHEAD_DAYS; days += 1) {
    const date = addDays(moment.date, days);
    const session = sessionOn(course, date, changeOf.get(sessionId(course.id, date)), isRest);
    if (session === null || isOver(session, moment)) continue;
    found.push(session);
    if (!session.cancelled) break;
  }
  return found;
}

/** How a session stands, as it is said on a page. */
type Standing = 'cancelled' | 'over' | 'on' | 'coming';

export function standingOf(session: Session, moment: CivilMoment): Standing {
  if (session.cancelled) return 'cancelled';
  if (isOver(session, moment)) return 'over';
  return isOn(session, moment) ? 'on' : 'coming';
}

/** Whether one puts one's name down for a session: where places are counted, until it begins. */
export const takesNames = (session: Session, moment: CivilMoment): boolean =>
  session.course.capacity !== null && !session.cancelled && minutesUntil(session, moment) > 0;
