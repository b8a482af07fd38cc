import type { Static } from 'typebox';
import type { MutationContext } from '../../../kernel/mutation.ts';
import type { Follow, FollowTx } from '../../../kernel/noun.ts';
import { same } from '../../../kernel/same.ts';
import { attendanceId, attendancesOf } from '../../check-in/model/attendance.ts';
import { visitorId } from '../../check-in/model/visitor.ts';
import { findSession } from '../../classes/model/find-session.ts';
import type { MemberLeaveArgs, MemberRemoveArgs } from '../../members/model/member.schema.ts';
import { countsOf, listWith, type Enrolment } from './list.ts';

/** Who comes no more holds no place: those who wait move up. */
export const afterMemberLeft: Follow<Static<typeof MemberLeaveArgs>> = async (
  tx,
  { memberId, left },
  ctx,
) => {
  if (!left) return;
  for (const row of await enrolmentsOf(tx, memberId)) await takeOff(tx, ctx, row);
};

/** A member is deleted: places to come are free, and the lists that were stay as long as they were, without the name. */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }, ctx) => {
  const nobody = visitorId(ctx.mid);
  for (const row of await enrolmentsOf(tx, memberId)) {
    await takeOff(tx, ctx, row);
    const left = (await tx.get('people', 'enrolment', row.id)) ?? row;
    await tx.remove('people', 'enrolment', row.id);
    const key = attendanceId(row.sessionId, nobody);
    await tx.put('people', 'enrolment', key, { ...left, id: key, memberId: nobody, tell: false });
  }
};

const enrolmentsOf = async (tx: FollowTx, memberId: string): Promise<readonly Enrolment[]> =>
  (await tx.mentioning('people', 'enrolment', JSON.stringify(memberId))).filter(
    (row) => row.memberId === memberId,
  );

/** Takes a name off the list of a session that is yet to be held. */
async function takeOff(tx: FollowTx, ctx: MutationContext, row: Enrolment): Promise<void> {
  const { sessionId, state, date } = row;
  if (state === 'left' || (ctx.today !== null && date < ctx.today)) return;
  const session = await findSession(tx, sessionId);
  const places = session === null || session.cancelled ? 0 : session.course.capacity;
  const claims = row.claims.map((one) => ({
    ...one,
    withdrawn: true,
    withdrawnBy: one.withdrawnBy ?? ('staff' as const),
  }));
  const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
  const after = listWith(list, row, claims, places);
  for (const one of after)
    if (!list.some((before) => same(before, one))) await tx.put('people', 'enrolment', one.id, one);
  await tx.put('centre', 'enrolmentCount', sessionId, { id: sessionId, date, ...countsOf(after) });
}
