import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { mergeFields } from '../../../kernel/merge.ts';
import { applied, conflict, defineMutation, refused, type RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { usualChange, wholeChange, wholeCourse } from './as-it-was.ts';
import { checkCourse } from './check-course.ts';
import type { CourseSaveArgs, SessionChangeArgs, SessionMoveArgs } from './course.schema.ts';
import { findSession } from './find-session.ts';
import { parseSessionId, sessionId, type SessionChange } from './sessions.ts';

/** Neither a course nor what is different about a meeting counts its versions: what collides is told by its fields. */
const NO_VERSION = 0;

/**
 * Adds a course or changes what all its coming meetings are. What others have changed of it meanwhile stays; where both
 * changed the same, nothing is done until somebody says whose it is to be.
 */
export const courseSave = defineMutation<Static<typeof CourseSaveArgs>>()({
  name: 'course.save',
  v: 2,
  by: ['leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args) => ({ ...args, over: true }),
  async apply(tx, { course, base, over }) {
    const known = await tx.get('centre', 'course', course.id);
    let next = course;
    if (base !== undefined && base !== null && known !== undefined) {
      const { merged, collides } = mergeFields(wholeCourse(base), wholeCourse(course), wholeCourse(known));
      if (collides.length > 0 && over !== true) return conflict(NO_VERSION);
      next = merged;
    }
    const problems = checkCourse(next);
    if (problems.length > 0) return refused('bad-course', problemText(problems));
    await tx.put('centre', 'course', course.id, next);
    return applied;
  },
});

/**
 * Says what is different about one meeting; with nothing different it is as usual again. What others have said of it
 * meanwhile stays, as with a course.
 */
export const sessionChange = defineMutation<Static<typeof SessionChangeArgs>>()({
  name: 'session.change',
  v: 2,
  by: ['leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args) => ({ ...args, over: true }),
  async apply(tx, { change, base, over }) {
    const named = parseSessionId(change.id);
    const course = named === null ? undefined : await tx.get('centre', 'course', named.courseId);
    if (course === undefined)
      return refused('unknown-session', `${change.id} is no session of a known course`);
    if (base === undefined) return putChange(tx, change);
    const known = await tx.get('centre', 'sessionChange', change.id);
    const usual = usualChange(change.id);
    const { merged, collides } = mergeFields(
      wholeChange(base ?? usual),
      wholeChange(change),
      wholeChange(known ?? usual),
    );
    if (collides.length > 0 && over !== true) return conflict(NO_VERSION);
    return putChange(tx, merged);
  },
});

async function putChange(tx: RowTx, change: SessionChange): Promise<typeof applied> {
  if (same(wholeChange(change), usualChange(change.id)))
    await tx.remove('centre', 'sessionChange', change.id);
  else await tx.put('centre', 'sessionChange', change.id, change);
  return applied;
}

/**
 * Holds a meeting on another day instead. Moved back to the day it was on, it is as it was, so that this is undone by
 * itself.
 */
export const sessionMove = defineMutation<Static<typeof SessionMoveArgs>>()({
  name: 'session.move',
  v: 1,
  by: ['leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { sessionId: from, to, note, ...other }, ctx) {
    const session = await findSession(tx, from);
    if (session === null) return refused('unknown-session', `${from} is no session of the timetable`);
    if (to === session.date) return refused('same-day', `${from} is on ${to} already`);
    if (ctx.today !== null && to < ctx.today) return refused('past-day', `${to} is over`);
    const target = sessionId(session.course.id, to);
    const there = await findSession(tx, target);
    if (there !== null && !there.cancelled)
      return refused('already-meets', `${session.course.name} meets on ${to} already`);
    const before = wholeChange((await tx.get('centre', 'sessionChange', from)) ?? usualChange(from));
    await putChange(tx, before.extra ? usualChange(from) : { ...before, cancelled: true, note });
    const isExtra = there === null;
    await putChange(tx, { ...before, ...other, note, id: target, cancelled: false, extra: isExtra });
    return applied;
  },
});
