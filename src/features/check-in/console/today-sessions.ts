import type { RowOf } from '../../../kernel/rows.ts';
import { clockTime, type CivilDate } from '../../../kernel/time.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { parseSessionId, sessionsOn, type Course, type SessionChange } from '../../classes/model/sessions.ts';

/** A session of today with how many came. */
export interface SessionToday {
  readonly id: string;
  /** Null where the course is not known any more. */
  readonly course: Course | null;
  /** Null where the timetable has it no more. */
  readonly start: string | null;
  readonly room: string | null;
  readonly count: number;
  readonly state: 'held' | 'cancelled' | 'gone';
}

/**
 * What one signs in for today, and whatever else somebody came to: a session that was cancelled or taken off the
 * timetable has its people still, and the statistics count them.
 */
export function sessionsToday(
  timetable: {
    readonly courses: readonly Course[];
    readonly changes: readonly SessionChange[];
    readonly days: readonly RowOf<'calendarDay'>[];
  },
  tallies: readonly RowOf<'attendanceCount'>[],
  today: CivilDate,
): readonly SessionToday[] {
  const { courses, changes, days } = timetable;
  const countOf = new Map<string, number>(tallies.map(({ id, count }) => [id, count]));
  const planned = sessionsOn(courses, changes, today, restDays(days));
  const shown = planned
    .map(({ id, course, startMinute, room, cancelled }) => ({
      id,
      course,
      start: clockTime(startMinute),
      room,
      count: countOf.get(id) ?? 0,
      state: cancelled ? ('cancelled' as const) : ('held' as const),
    }))
    .filter(({ course, state, count }) => count > 0 || (course.checkIn && state === 'held'));
  const gone = tallies
    .filter(({ id, date, count }) => date === today && count > 0 && !planned.some((one) => one.id === id))
    .map(({ id, count }) => ({
      id,
      course: courses.find((course) => course.id === parseSessionId(id)?.courseId) ?? null,
      start: null,
      room: null,
      count,
      state: 'gone' as const,
    }));
  return [...shown, ...gone];
}
