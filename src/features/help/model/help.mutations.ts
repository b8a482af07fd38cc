import type { Static } from 'typebox';
import type { BucketRef } from '../../../kernel/buckets.ts';
import { id } from '../../../kernel/ids.ts';
import {
  applied,
  defineMutation,
  refused,
  signature,
  type MutationContext,
  type RowTx,
} from '../../../kernel/mutation.ts';
import { answered, CALL_VALID_MS, type HelpCall } from './help.ts';
import type { HelpAnswerArgs, HelpRaiseArgs, HelpWithdrawArgs } from './help.schema.ts';

/** A call lies with its device and with staff; each sees its own copy, the hub writes both. */
async function putCall(tx: RowTx, ctx: MutationContext, call: HelpCall): Promise<void> {
  const own: BucketRef = ctx.actor.type === 'staff' ? 'staff' : 'device';
  const copies: readonly BucketRef[] = ctx.authority ? ['staff', `device:${call.deviceId}`] : [own];
  for (const bucket of copies) await tx.put(bucket, 'helpCall', call.id, call);
}

/** Somebody at a kiosk asks for a person. One whose age is unknown is passed on, and says so. */
export const helpRaise = defineMutation<Static<typeof HelpRaiseArgs>>()({
  name: 'help.raise',
  v: 1,
  by: ['kiosk'],
  toldTo: 'staff',
  validFor: { ms: CALL_VALID_MS, whenUnknown: 'pass' },
  async apply(tx, { place }, ctx) {
    await putCall(tx, ctx, {
      id: ctx.mid,
      deviceId: id(ctx.actor.deviceId),
      place,
      raisedAtMs: ctx.madeAt.nowMs,
      ageUnknown: ctx.ageUnknown,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
    });
    return applied;
  },
});

/** The elder no longer needs anyone. A call that is over, or that came too late to be one, needs nothing. */
export const helpWithdraw = defineMutation<Static<typeof HelpWithdrawArgs>>()({
  name: 'help.withdraw',
  v: 1,
  by: ['kiosk'],
  toldTo: 'staff',
  async apply(tx, { callId }, ctx) {
    const call = await tx.get('device', 'helpCall', callId);
    if (call === undefined || call.state === 'done' || call.state === 'withdrawn') return applied;
    await putCall(tx, ctx, { ...call, state: 'withdrawn' });
    return applied;
  },
});

/** Staff say they are coming, or that it is done. Two who answer at once do no harm: the first is named. */
export const helpAnswer = defineMutation<Static<typeof HelpAnswerArgs>>()({
  name: 'help.answer',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { callId, reply }, ctx) {
    const call = await tx.get('staff', 'helpCall', callId);
    if (call === undefined) return refused('unknown-call', `${callId} is no call`);
    const next = answered(call, reply, signature(ctx.actor), ctx.now.nowMs);
    if (next !== null) await putCall(tx, ctx, next);
    return applied;
  },
});
