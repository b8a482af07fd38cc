import type { Static } from 'typebox';
import { isId, isNumber, isText, listOf, shape } from '../../../kernel/guards.ts';
import { id } from '../../../kernel/ids.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { counts, type Attendance } from './attendance.ts';
import type { AttendanceOfMember, MonthOfAttendance } from './attendance-history.schema.ts';

type MonthOfAttendance = Static<typeof MonthOfAttendance>;
export type AttendanceOfMember = Static<typeof AttendanceOfMember>;

export const isAttendanceOfMember = shape<AttendanceOfMember>({
  memberId: isId,
  asOfMs: isNumber,
  came: listOf(shape<AttendanceOfMember['came'][number]>({ date: isText, courseId: isId })),
});

/** The figures of a month from its attendances, session by session in the order of days and courses. */
export function monthOf(
  month: string,
  attendances: readonly Attendance[],
  asOfMs: number,
): MonthOfAttendance {
  const bySession = new Map<string, number>();
  const people = new Set<string>();
  for (const one of attendances) {
    if (!counts(one)) continue;
    bySession.set(one.sessionId, (bySession.get(one.sessionId) ?? 0) + 1);
    people.add(one.memberId);
  }
  const sessions = [...bySession].flatMap(([sessionId, count]) => {
    const parsed = parseSessionId(sessionId);
    return parsed === null ? [] : [{ date: parsed.date, courseId: id<'CourseId'>(parsed.courseId), count }];
  });
  const key = (one: (typeof sessions)[number]): string => `${one.date}/${one.courseId}`;
  return {
    month,
    asOfMs,
    people: people.size,
    sessions: sessions.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  };
}
