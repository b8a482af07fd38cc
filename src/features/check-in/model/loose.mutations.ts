import type { Static } from 'typebox';
import type { BucketRef } from '../../../kernel/buckets.ts';
import { FAIR_USE } from '../../../kernel/fair-use.ts';
import { holds } from '../../../kernel/grants.ts';
import {
  applied,
  appliedToNothing,
  defineMutation,
  merged,
  refused,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { findSession } from '../../classes/model/find-session.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import {
  arriving,
  hasRoomFor,
  withClaim,
  withoutClaim,
  type LooseClaim,
  type Withdrawal,
} from './attendance.ts';
import { claimOf, knowsMember, rewriteClaims } from './book.ts';
import { withoutSeen } from './claim-args.ts';
import type { CheckInAssignArgs, CheckInLooseArgs } from './check-in.schema.ts';

/** Where this application keeps loose claims of a device: staff hold all, a device its own, the hub both. */
const bucketsOf = (ctx: MutationContext, deviceId: string): readonly BucketRef[] => {
  if (ctx.authority) return ['staff', `device:${deviceId}`];
  return holds(ctx.actor, 'staff') ? ['staff'] : ['device'];
};

/** A device needs no name to take its claim back, and may be stolen. */
async function putLoose(tx: RowTx, ctx: MutationContext, row: LooseClaim): Promise<void> {
  for (const bucket of bucketsOf(ctx, row.claim.deviceId)) {
    const maskedName = bucket === 'staff' ? row.maskedName : null;
    await tx.put(bucket, 'looseClaim', row.id, { ...row, maskedName });
  }
}

async function find(tx: RowTx, ctx: MutationContext, mid: string): Promise<LooseClaim | undefined> {
  return tx.get(ctx.authority || holds(ctx.actor, 'staff') ? 'staff' : 'device', 'looseClaim', mid);
}

/** A member says they came, at a device that does not know the day: staff find the session. */
export const checkinLoose = defineMutation<Static<typeof CheckInLooseArgs>>()({
  name: 'checkin.loose',
  v: 2,
  by: ['kiosk'],
  upcasters: { 1: withoutSeen },
  async apply(tx, { courseId, memberId, seen, companionId }, ctx) {
    if (seen === null) {
      const course = await tx.get('centre', 'course', courseId);
      if (course === undefined) return refused('unknown-course', `${courseId} is no course`);
      if (!course.checkIn && !ctx.authority)
        return refused('no-check-in', `nobody signs in for ${course.name}`);
      if (!(await knowsMember(tx, ctx, memberId)))
        return refused('unknown-member', `${memberId} is not on the roster`);
    }
    const known = await find(tx, ctx, ctx.mid);
    await putLoose(tx, ctx, {
      id: ctx.mid,
      courseId,
      memberId,
      maskedName: (await tx.get('kiosk', 'roster', memberId))?.maskedName ?? seen?.name ?? null,
      claim: arriving(claimOf(ctx, companionId), known?.claim),
      receivedAtMs: ctx.now.nowMs,
      assignedTo: known?.assignedTo ?? null,
    });
    return applied;
  },
});

/** Takes a loose claim back, also one that staff have meanwhile given its session, or that has not arrived yet. */
export async function withdrawLoose(
  tx: RowTx,
  ctx: MutationContext,
  withdrawal: Withdrawal,
  named: LooseClaim['memberId'],
): Promise<Outcome> {
  const known = await find(tx, ctx, withdrawal.claim);
  // Whose claim it is, it says itself.
  const memberId = known?.memberId ?? named;
  const claims = withoutClaim(known === undefined ? [] : [known.claim], withdrawal);
  const claim = claims?.[0];
  if (claim === undefined) return refused('not-yours', `${withdrawal.claim} was made at another kiosk`);
  if (known === undefined && !(await hasRoomForUnknown(tx, ctx)))
    return refused('too-many-claims', 'this device has taken back too much that nobody knows');
  const assignedTo = known?.assignedTo ?? null;
  if (assignedTo !== null && (ctx.authority || holds(ctx.actor, 'people'))) {
    await rewriteClaims(tx, ctx, assignedTo, memberId, (all) => withoutClaim(all, withdrawal));
  }
  await putLoose(tx, ctx, {
    id: withdrawal.claim,
    courseId: known?.courseId ?? null,
    memberId,
    maskedName: known?.maskedName ?? null,
    claim,
    receivedAtMs: known?.receivedAtMs ?? ctx.now.nowMs,
    assignedTo,
  });
  return known === undefined ? appliedToNothing : applied;
}

/** A device may have so many withdrawals wait for their claims; only at the hub is it seen that a claim is not known. */
async function hasRoomForUnknown(tx: RowTx, ctx: MutationContext): Promise<boolean> {
  if (!ctx.authority) return true;
  const waiting = (await tx.list('device', 'looseClaim')).filter(({ courseId }) => courseId === null);
  return waiting.length < FAIR_USE.withdrawnUnknown;
}

/** Staff say which session a loose claim was for; from then on it is a claim like any other. */
export const checkinAssign = defineMutation<Static<typeof CheckInAssignArgs>>()({
  name: 'checkin.assign',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { claim: mid, sessionId }, ctx) {
    const loose = await find(tx, ctx, mid);
    if (loose === undefined || loose.courseId === null)
      return refused('unknown-claim', `${mid} has not arrived`);
    if (loose.assignedTo === sessionId) return applied;
    if (loose.assignedTo !== null) return refused('already-assigned', `it stands for ${loose.assignedTo}`);
    if (parseSessionId(sessionId)?.courseId !== loose.courseId) {
      return refused('other-course', `${sessionId} is no session of ${loose.courseId}`);
    }
    const session = await findSession(tx, sessionId);
    if (session === null || session.cancelled)
      return refused('unknown-session', `${sessionId} did not take place`);
    const written = await rewriteClaims(tx, ctx, sessionId, loose.memberId, (all) =>
      hasRoomFor(all, loose.claim) ? withClaim(all, loose.claim) : null,
    );
    if (written === null)
      return refused('too-many-claims', `${loose.memberId} has signed in there too often`);
    await putLoose(tx, ctx, { ...loose, assignedTo: sessionId });
    return written.countedBefore ? merged : applied;
  },
});
