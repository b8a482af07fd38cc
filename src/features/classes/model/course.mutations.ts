import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkCourse } from './check-course.ts';
import type { CourseSaveArgs, SessionChangeArgs } from './course.schema.ts';
import { parseSessionId } from './sessions.ts';

/** Adds a course or changes what all its coming meetings are. */
export const courseSave = defineMutation<Static<typeof CourseSaveArgs>>()({
  name: 'course.save',
  v: 1,
  by: ['leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { course }) {
    const problems = checkCourse(course);
    if (problems.length > 0) return refused('bad-course', problemText(problems));
    await tx.put('centre', 'course', course.id, course);
    return applied;
  },
});

/** Says what is different about one meeting; with nothing different it is as usual again. */
export const sessionChange = defineMutation<Static<typeof SessionChangeArgs>>()({
  name: 'session.change',
  v: 1,
  by: ['leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { change }) {
    const named = parseSessionId(change.id);
    const course = named === null ? undefined : await tx.get('centre', 'course', named.courseId);
    if (course === undefined)
      return refused('unknown-session', `${change.id} is no session of a known course`);
    const usual = !change.cancelled && change.start === null && change.room === null && change.note === null;
    if (usual) await tx.remove('centre', 'sessionChange', change.id);
    else await tx.put('centre', 'sessionChange', change.id, change);
    return applied;
  },
});
