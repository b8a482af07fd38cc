import type { Static } from 'typebox';
import { holds } from '../../../kernel/grants.ts';
import {
  applied,
  appliedToNothing,
  defineMutation,
  merged,
  refused,
  type MutationContext,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import {
  attendanceId,
  attendancesOf,
  hasRoomFor,
  withClaim,
  withoutClaim,
} from '../../check-in/model/attendance.ts';
import { claimOf, knowsMember } from '../../check-in/model/book.ts';
import { isVisitor } from '../../check-in/model/visitor.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId, type Session } from '../../classes/model/sessions.ts';
import { joinAtKiosk, leaveAtKiosk } from './at-kiosk.ts';
import type {
  EnrolFirstArgs,
  EnrolJoinArgs,
  EnrolLeaveArgs,
  EnrolRestoreArgs,
  EnrolToldArgs,
} from './enrolment.schema.ts';
import {
  countsOf,
  listRestored,
  listWith,
  listWithTurn,
  waitingPlace,
  type Enrolment,
  type Whose,
} from './list.ts';

const hasList = (ctx: MutationContext): boolean => ctx.authority || holds(ctx.actor, 'people');

/** A member puts their name down for a session. Where it is full they wait, and are told their place. */
export const enrolJoin = defineMutation<Static<typeof EnrolJoinArgs>>()({
  ...joinAtKiosk,
  async apply(tx, { sessionId, memberId }, ctx) {
    if (!hasList(ctx)) return applied;
    const session = await findSession(tx, sessionId);
    if (session === null) return refused('unknown-session', `${sessionId} is no session of the timetable`);
    if (session.cancelled) return refused('session-cancelled', `${sessionId} does not take place`);
    if (ctx.today !== null && session.date < ctx.today) return refused('past-day', `${sessionId} is over`);
    // A visitor is nobody anywhere: who should be told that they have moved up?
    if (isVisitor(memberId) || !(await knowsMember(tx, ctx, memberId)))
      return refused('unknown-member', `${memberId} is not on the roster`);
    const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
    const whose = whoseOf(sessionId, memberId);
    const known = list.find(({ id }) => id === whose.id);
    const claim = claimOf(ctx);
    if (!hasRoomFor(known?.claims ?? [], claim)) return tooMany(whose);
    const claims = withClaim(known?.claims ?? [], claim);
    const already = known !== undefined && known.state !== 'left';
    await rewrite(tx, ctx, { list, whose, already }, listWith(list, whose, claims, session.course.capacity));
    return already ? merged : applied;
  },
});

/** Takes a name off again: one claim, by the device that made it, or all of a person's. Who waits longest moves up. */
export const enrolLeave = defineMutation<Static<typeof EnrolLeaveArgs>>()({
  ...leaveAtKiosk,
  async apply(tx, { sessionId, memberId, claim }, ctx) {
    if (!hasList(ctx)) return applied;
    if (parseSessionId(sessionId) === null)
      return refused('unknown-session', `${sessionId} names no session`);
    const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
    const whose = whoseOf(sessionId, memberId);
    const known = list.find(({ id }) => id === whose.id);
    const by = ctx.actor.type === 'device' ? 'device' : 'staff';
    const { deviceId } = ctx.actor;
    const before = known?.claims ?? [];
    if (claim !== null && !hasRoomFor(before, { mid: claim, deviceId })) return tooMany(whose);
    const after =
      claim === null
        ? before.map((one) => ({ ...one, withdrawn: true, withdrawnBy: one.withdrawnBy ?? by }))
        : withoutClaim(before, { claim, deviceId, by });
    if (after === null) return refused('not-yours', `${claim} was made at another kiosk`);
    const session = await findSession(tx, sessionId);
    const already = known === undefined || known.state === 'left';
    const changed = after.length === 0 ? list : listWith(list, whose, after, placesOf(session));
    await rewrite(tx, ctx, { list, whose, already }, changed);
    return claim !== null && !before.some(({ mid }) => mid === claim) ? appliedToNothing : applied;
  },
});

/** Staff have told somebody what there was to tell, or say that they have not after all. */
export const enrolTold = defineMutation<Static<typeof EnrolToldArgs>>()({
  name: 'enrol.told',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { sessionId, memberId, told }) {
    const { id } = whoseOf(sessionId, memberId);
    const known = await tx.get('people', 'enrolment', id);
    const tell = told === false;
    if (known === undefined || known.tell === tell || (tell && known.state === 'left')) return applied;
    await tx.put('people', 'enrolment', id, { ...known, tell });
    return applied;
  },
});

/** Staff put back whom they have taken off by mistake; twice is as once. */
export const enrolRestore = defineMutation<Static<typeof EnrolRestoreArgs>>()({
  name: 'enrol.restore',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { sessionId, memberId, state, claims }, ctx) {
    const session = await findSession(tx, sessionId);
    if (session === null) return refused('unknown-session', `${sessionId} is no session of the timetable`);
    const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
    const whose = whoseOf(sessionId, memberId);
    if (!list.some(({ id }) => id === whose.id))
      return refused('unknown-member', `${memberId} was never on the list of ${sessionId}`);
    const { capacity } = session.course;
    const after = listRestored(list, whose.id, { state, claims, capacity });
    await rewrite(tx, ctx, { list, whose, already: false }, after);
    return applied;
  },
});

/** Staff say who of those who wait is the next, or whose turn somebody is to be again. */
export const enrolFirst = defineMutation<Static<typeof EnrolFirstArgs>>()({
  name: 'enrol.first',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { sessionId, memberId, place }, ctx) {
    const list = await tx.list('people', 'enrolment', attendancesOf(sessionId));
    const whose = whoseOf(sessionId, memberId);
    if (list.find(({ id }) => id === whose.id)?.state !== 'waiting')
      return refused('not-waiting', `${memberId} does not wait for ${sessionId}`);
    await rewrite(tx, ctx, { list, whose, already: true }, listWithTurn(list, whose.id, place ?? 1));
    return applied;
  },
});

/** What is no longer held, or no session at all, gives nobody a place. */
const placesOf = (session: Session | null): number | null =>
  session === null || session.cancelled ? 0 : session.course.capacity;

const tooMany = ({ memberId, sessionId }: Whose) =>
  refused('too-many-claims', `${memberId} has gone on and off the list of ${sessionId} too often`);

const whoseOf = (sessionId: Enrolment['sessionId'], memberId: Enrolment['memberId']): Whose => ({
  id: attendanceId(sessionId, memberId),
  sessionId,
  memberId,
  date: parseSessionId(sessionId)?.date ?? '',
});

interface Before {
  readonly list: readonly Enrolment[];
  readonly whose: Whose;
  readonly already: boolean;
}

/** Writes what has changed of the list, how many are on it, and the answer to the kiosk that asked. */
async function rewrite(
  tx: RowTx,
  ctx: MutationContext,
  { list, whose, already }: Before,
  after: readonly Enrolment[],
): Promise<void> {
  for (const row of after) {
    if (!list.some((one) => same(one, row))) await tx.put('people', 'enrolment', row.id, row);
  }
  const { sessionId, date } = whose;
  await tx.put('centre', 'enrolmentCount', sessionId, { id: sessionId, date, ...countsOf(after) });
  if (!ctx.authority || ctx.actor.type !== 'device') return;
  await tx.put('device', 'enrolmentAnswer', ctx.mid, {
    id: ctx.mid,
    date: ctx.today ?? date,
    state: after.find(({ id }) => id === whose.id)?.state ?? 'left',
    place: waitingPlace(after, whose.id),
    already,
  });
}
