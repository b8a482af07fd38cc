import type { Static } from 'typebox';
import { isId, isNumber, isText, listOf, shape } from '../../../kernel/guards.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { counts, type Attendance } from '../../check-in/model/attendance.ts';
import { isVisitor } from '../../check-in/model/visitor.ts';
import { parseSessionId, sessionId, sessionOn, type Course } from '../../classes/model/sessions.ts';
import type { IsRest, SessionChange } from '../../classes/model/sessions.ts';
import type { CourseAttendance } from './certificate.schema.ts';

export type Certificate = RowOf<'certificate'>;
export type CourseAttendance = Static<typeof CourseAttendance>;

/** So many meetings short of a certificate is nearly. */
const NEARLY = 2;

export const isCourseAttendance = shape<CourseAttendance>({
  courseId: isId,
  from: isText,
  until: isText,
  asOfMs: isNumber,
  held: listOf(isText),
  came: listOf(shape<CourseAttendance['came'][number]>({ memberId: isId, days: isNumber })),
});

/** A course's certificates of one time are its members': one each. */
export const certificateId = ({
  memberId,
  courseId,
  until,
}: Pick<Certificate, 'memberId' | 'courseId' | 'until'>): string => `${memberId}/${courseId}/${until}`;

/** What a course's attendance comes to between two days, both counted. */
export function attendanceOfCourse(
  course: Course,
  { from, until }: { readonly from: CivilDate; readonly until: CivilDate },
  attendances: readonly Attendance[],
  { changes, isRest }: { readonly changes: readonly SessionChange[]; readonly isRest: IsRest },
): Pick<CourseAttendance, 'held' | 'came'> {
  const held = new Set<CivilDate>();
  for (let date = from; date <= until; date = addDays(date, 1)) {
    const key = sessionId(course.id, date);
    const session = sessionOn(
      course,
      date,
      changes.find(({ id }) => id === key),
      isRest,
    );
    if (session !== null && !session.cancelled) held.add(date);
  }
  const daysOf = new Map<Attendance['memberId'], number>();
  for (const one of attendances) {
    if (one.date < from || one.date > until || !counts(one)) continue;
    if (parseSessionId(one.sessionId)?.courseId !== course.id) continue;
    held.add(one.date);
    if (!isVisitor(one.memberId)) daysOf.set(one.memberId, (daysOf.get(one.memberId) ?? 0) + 1);
  }
  return {
    held: [...held].sort(),
    came: [...daysOf]
      .map(([memberId, days]) => ({ memberId, days }))
      .sort((a, b) => b.days - a.days || (a.memberId < b.memberId ? -1 : 1)),
  };
}

/** How many meetings are enough. */
const neededOf = (held: number, percent: number): number => Math.ceil((held * percent) / 100);

/** Who has come often enough, who nearly has, and who has not; those who came most first. */
export function finishersOf({ held, came }: Pick<CourseAttendance, 'held' | 'came'>, percent: number) {
  const needed = neededOf(held.length, percent);
  const isEnough = ({ days }: { readonly days: number }): boolean => held.length > 0 && days >= needed;
  const isNear = ({ days }: { readonly days: number }): boolean => days >= needed - NEARLY;
  return {
    needed,
    finished: came.filter(isEnough),
    nearly: came.filter((one) => !isEnough(one) && isNear(one)),
    others: came.filter((one) => !isEnough(one) && !isNear(one)),
  };
}
