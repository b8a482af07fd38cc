import type { FieldProblem } from '../../../kernel/check.ts';
import type { Course } from './sessions.ts';

/** What keeps a course from being saved. */
export function checkCourse(course: Course): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (course.name.trim() === '') problems.push({ field: 'name', code: 'empty' });
  if (course.room.trim() === '') problems.push({ field: 'room', code: 'empty' });
  if (course.until !== null && course.until < course.from)
    problems.push({ field: 'until', code: 'before-start' });
  const { recurrence } = course;
  if (recurrence.every === 'week' && new Set(recurrence.weekdays).size !== recurrence.weekdays.length) {
    problems.push({ field: 'recurrence.weekdays', code: 'twice' });
  }
  if (
    recurrence.every === 'once' &&
    (recurrence.date < course.from || recurrence.date > (course.until ?? '9999'))
  ) {
    problems.push({ field: 'recurrence.date', code: 'outside' });
  }
  return problems;
}
