import type { Static } from 'typebox';
import type { BucketRef } from '../../../kernel/buckets.ts';
import { FAIR_USE } from '../../../kernel/fair-use.ts';
import { holds } from '../../../kernel/grants.ts';
import {
  applied,
  appliedToNothing,
  defineMutation,
  refused,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { arriving, withoutClaim, type LooseClaim, type Withdrawal } from './attendance.ts';
import { claimOf, knowsMember, rewriteClaims } from './book.ts';
import { withoutSeen } from './claim-args.ts';
import type { CheckInLooseArgs } from './check-in.schema.ts';

/** Where this application keeps loose claims of a device: staff hold all, a device its own, the hub both. */
const bucketsOf = (ctx: MutationContext, deviceId: string): readonly BucketRef[] => {
  if (ctx.authority) return ['staff', `device:${deviceId}`];
  return holds(ctx.actor, 'staff') ? ['staff'] : ['device'];
};

/** A device needs no name to take its claim back, and may be stolen. */
export async function putLoose(tx: RowTx, ctx: MutationContext, row: LooseClaim): Promise<void> {
  for (const bucket of bucketsOf(ctx, row.claim.deviceId)) {
    const maskedName = bucket === 'staff' ? row.maskedName : null;
    await tx.put(bucket, 'looseClaim', row.id, { ...row, maskedName });
  }
}

export async function findLoose(
  tx: RowTx,
  ctx: MutationContext,
  mid: string,
): Promise<LooseClaim | undefined> {
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
    const known = await findLoose(tx, ctx, ctx.mid);
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
  const known = await findLoose(tx, ctx, withdrawal.claim);
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
