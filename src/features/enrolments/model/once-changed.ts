import type { Static } from 'typebox';
import type { Follow } from '../../../kernel/noun.ts';
import type { MutationContext, RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { attendancesOf } from '../../check-in/model/attendance.ts';
import type {
  CourseSaveArgs,
  SessionChangeArgs,
  SessionMoveArgs,
} from '../../classes/model/course.schema.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId, sessionId } from '../../classes/model/sessions.ts';
import { countsOf, listOnceChanged, listsOnceMoved, listsTogether } from './list.ts';

/** A course has more places or fewer, or meets on other days: the lists of all its sessions to come follow at once. */
export const afterCourse: Follow<Static<typeof CourseSaveArgs>> = async (tx, { course }, ctx) => {
  for (const { id, date } of await tx.list('centre', 'enrolmentCount'))
    if (parseSessionId(id)?.courseId === course.id) await followSession(tx, ctx, id, date);
};

/** A session is not held, or is after all. */
export const afterSession: Follow<Static<typeof SessionChangeArgs>> = async (tx, { change }, ctx) => {
  const date = parseSessionId(change.id)?.date;
  if (date !== undefined) await followSession(tx, ctx, change.id, date);
};

/** A session is held on another day instead: its list goes with it, to whoever stands on that day's already. */
export const afterMove: Follow<Static<typeof SessionMoveArgs>> = async (tx, { sessionId: from, to }) => {
  const named = parseSessionId(from);
  if (named === null) return;
  const list = await tx.list('people', 'enrolment', attendancesOf(from));
  const target = sessionId(named.courseId, to);
  const stood = await tx.list('people', 'enrolment', attendancesOf(target));
  if (list.length === 0 && stood.length === 0) return;
  const { left, came } = listsOnceMoved(list, { sessionId: target, date: to });
  const there = listOnceChanged(listsTogether(stood, came), {
    held: true,
    capacity: (await findSession(tx, target))?.course.capacity ?? null,
  });
  for (const row of [...left, ...there])
    if (!stood.some((one) => same(one, row))) await tx.put('people', 'enrolment', row.id, row);
  for (const [id, date] of [
    [from, named.date],
    [target, to],
  ] as const) {
    const now = await tx.list('people', 'enrolment', attendancesOf(id));
    await tx.put('centre', 'enrolmentCount', id, { id, date, ...countsOf(now) });
  }
};

async function followSession(
  tx: RowTx,
  ctx: MutationContext,
  sessionId: string,
  date: string,
): Promise<void> {
  if (ctx.today !== null && date < ctx.today) return;
  const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
  if (list.length === 0) return;
  const session = await findSession(tx, sessionId);
  const held = session !== null && !session.cancelled;
  const after = listOnceChanged(list, { held, capacity: session?.course.capacity ?? null });
  for (const [i, row] of after.entries())
    if (!same(row, list[i])) await tx.put('people', 'enrolment', row.id, row);
  const known = await tx.get('centre', 'enrolmentCount', sessionId);
  if (known !== undefined)
    await tx.put('centre', 'enrolmentCount', sessionId, { ...known, ...countsOf(after) });
}
