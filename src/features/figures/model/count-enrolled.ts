import { parseSessionId } from '../../classes/model/sessions.ts';
import type { Enrolment } from '../../enrolments/model/list.ts';
import { id } from '../../../kernel/ids.ts';
import type { Enrolled } from './figures.ts';

/**
 * Names put down, course by course, the most taken places first.
 * @param came the ids of attendances that count: a name's and its attendance's are made alike, of day, course and member
 */
export function countEnrolled(names: readonly Enrolment[], came: ReadonlySet<string>): readonly Enrolled[] {
  const courses = new Map<string, { readonly sessions: Set<string>; readonly names: Enrolment[] }>();
  for (const name of names) {
    const courseId = parseSessionId(name.sessionId)?.courseId ?? name.sessionId;
    const known = courses.get(courseId) ?? { sessions: new Set<string>(), names: [] };
    courses.set(courseId, known);
    known.sessions.add(name.sessionId);
    known.names.push(name);
  }
  return [...courses]
    .map(([courseId, { sessions, names: all }]) => {
      const of = (state: Enrolment['state']): readonly Enrolment[] =>
        all.filter((one) => one.state === state);
      return {
        courseId: id<'CourseId'>(courseId),
        sessions: sessions.size,
        taken: of('in').length,
        waiting: of('waiting').length,
        left: of('left').length,
        came: of('in').filter((one) => came.has(one.id)).length,
      };
    })
    .sort((a, b) => b.taken - a.taken || (a.courseId < b.courseId ? -1 : 1));
}
