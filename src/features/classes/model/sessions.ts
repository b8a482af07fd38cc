import { id, type SessionId } from '../../../kernel/ids.ts';
import {
  addDays,
  daysBetween,
  isCivilDate,
  minuteOf,
  weekdayOf,
  type CivilDate,
  type CivilMoment,
} from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Course = RowOf<'course'>;
export type SessionChange = RowOf<'sessionChange'>;

/** Whether a day is a public holiday, by the calendar's rows; days without a row are not. */
export type IsRest = (date: CivilDate) => boolean;

/** One meeting of a course, with what has been changed about it. */
export interface Session {
  readonly id: SessionId;
  readonly course: Course;
  readonly date: CivilDate;
  /** Minutes of `date`; the end may lie past midnight (more than 1440). */
  readonly startMinute: number;
  readonly endMinute: number;
  readonly room: string;
  /** Who leads it; null where nobody is named. */
  readonly leader: string | null;
  readonly cancelled: boolean;
  /** True when the time, the room or the day is not the usual one. */
  readonly moved: boolean;
  readonly note: string | null;
}

/** The id of a course's meeting on a day: `courseId@YYYY-MM-DD`. */
export const sessionId = (courseId: string, date: CivilDate): SessionId => id(`${courseId}@${date}`);

/** The course and day a session id names; null when it names none. */
export function parseSessionId(text: string): { courseId: string; date: CivilDate } | null {
  const [, courseId, date] = /^(.+)@(\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (courseId === undefined || date === undefined) return null;
  return isCivilDate(date) ? { courseId, date } : null;
}

/** Whether a course meets on a day, changes aside. */
export function meetsOn(course: Course, date: CivilDate, isRest: IsRest): boolean {
  if (date < course.from || (course.until !== null && date > course.until)) return false;
  return recursOn(course, date) && !(course.skipsHolidays && isRest(date));
}

function recursOn({ recurrence, from }: Course, date: CivilDate): boolean {
  switch (recurrence.every) {
    case 'once':
      return recurrence.date === date;
    case 'week':
      return (
        recurrence.weekdays.includes(weekdayOf(date)) &&
        weeksBetween(from, date) % (recurrence.interval ?? 1) === 0
      );
    case 'month': {
      if (weekdayOf(date) !== recurrence.weekday) return false;
      const day = Number(date.slice(8));
      if (recurrence.nth !== -1) return Math.ceil(day / 7) === recurrence.nth;
      return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
    }
  }
}

/** Weeks from the week of one day to that of another; a week begins on Monday. */
const weeksBetween = (from: CivilDate, date: CivilDate): number =>
  Math.floor((daysBetween(from, date) + weekdayOf(from) - 1) / 7);

/**
 * A course's meeting on a day, or null when it has none. A cancelled meeting is one, and says so; so is one that is
 * held besides on a day on which the course does not meet.
 */
export function sessionOn(
  course: Course,
  date: CivilDate,
  change: SessionChange | undefined,
  isRest: IsRest,
): Session | null {
  const isUsual = meetsOn(course, date, isRest);
  if (!isUsual && change?.extra !== true) return null;
  const startMinute = minuteOf(change?.start ?? course.start);
  const room = change?.room ?? course.room;
  return {
    id: sessionId(course.id, date),
    course,
    date,
    startMinute,
    endMinute: startMinute + course.minutes,
    room,
    leader: change?.leader ?? course.leader ?? null,
    cancelled: change?.cancelled ?? false,
    moved: !isUsual || startMinute !== minuteOf(course.start) || room !== course.room,
    note: change?.note ?? null,
  };
}

/** All meetings of a day in the order they start, cancelled ones too. */
export function sessionsOn(
  courses: readonly Course[],
  changes: readonly SessionChange[],
  date: CivilDate,
  isRest: IsRest,
): readonly Session[] {
  const changeOf = new Map<string, SessionChange>(changes.map((change) => [change.id, change]));
  return courses
    .map((course) => sessionOn(course, date, changeOf.get(sessionId(course.id, date)), isRest))
    .filter((session): session is Session => session !== null)
    .sort((a, b) => a.startMinute - b.startMinute || (a.id < b.id ? -1 : 1));
}

/** Seven days of meetings from a day on (give it a Monday for the week's timetable). */
export function sessionsOfWeek(
  courses: readonly Course[],
  changes: readonly SessionChange[],
  from: CivilDate,
  isRest: IsRest,
): readonly { readonly date: CivilDate; readonly sessions: readonly Session[] }[] {
  return [0, 1, 2, 3, 4, 5, 6].map((i) => {
    const date = addDays(from, i);
    return { date, sessions: sessionsOn(courses, changes, date, isRest) };
  });
}

/** Minutes from a moment to a session's start; negative once it has begun. */
export const minutesUntil = (session: Session, moment: CivilMoment): number =>
  daysBetween(moment.date, session.date) * 1440 + session.startMinute - moment.minute;

/** Whether a session is going on. */
export function isOn(session: Session, moment: CivilMoment): boolean {
  const until = minutesUntil(session, moment);
  return !session.cancelled && until <= 0 && until > session.startMinute - session.endMinute;
}

/** The first session that has not begun, of those given, cancelled ones left out. Null when the time is unknown. */
export function nextSession(sessions: readonly Session[], moment: CivilMoment | null): Session | null {
  if (moment === null) return null;
  const coming = sessions.filter((session) => !session.cancelled && minutesUntil(session, moment) > 0);
  return coming.reduce<Session | null>(
    (first, one) => (first === null || minutesUntil(one, moment) < minutesUntil(first, moment) ? one : first),
    null,
  );
}

/** How long before its start a session can be signed in for, in minutes. */
const CHECK_IN_BEFORE = 60;

/** The sessions one can sign in for now: from an hour before the start until the end. None when the time is unknown. */
export function openForCheckIn(sessions: readonly Session[], moment: CivilMoment | null): readonly Session[] {
  return moment === null ? [] : sessions.filter((session) => checkInState(session, moment) === 'open');
}

/** Whether one can sign in for a session at a moment. */
export function checkInState(session: Session, moment: CivilMoment): 'none' | 'early' | 'open' | 'over' {
  if (session.cancelled || !session.course.checkIn) return 'none';
  const until = minutesUntil(session, moment);
  if (until > CHECK_IN_BEFORE) return 'early';
  return until > session.startMinute - session.endMinute ? 'open' : 'over';
}
