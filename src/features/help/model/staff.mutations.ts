import type { Static } from 'typebox';
import { applied, defineMutation, refused, signature } from '../../../kernel/mutation.ts';
import { answered, reopened } from './standing.ts';
import type { HelpAnswerArgs, HelpReopenArgs } from './help.schema.ts';
import { putCall } from './put-call.ts';

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

/** Takes an answer back that was a slip: whoever waits is waited for again. What its elder has ended stays so. */
export const helpReopen = defineMutation<Static<typeof HelpReopenArgs>>()({
  name: 'help.reopen',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  async apply(tx, { callId, as }, ctx) {
    const call = await tx.get('staff', 'helpCall', callId);
    if (call === undefined) return refused('unknown-call', `${callId} is no call`);
    const next = reopened(call, as);
    if (next !== null) await putCall(tx, ctx, next);
    return applied;
  },
});
