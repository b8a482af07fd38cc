import type { Static } from 'typebox';
import { id } from '../../../kernel/ids.ts';
import { applied, defineMutation } from '../../../kernel/mutation.ts';
import { CALL_VALID_MS, MOST_REMINDERS, owns } from './help.ts';
import type { HelpRaiseArgs, HelpRemindArgs, HelpWithdrawArgs } from './help.schema.ts';
import { putCall } from './put-call.ts';

/** What comes later is nobody's any more: whoever pressed has long gone home. */
const validFor = { ms: CALL_VALID_MS, whenUnknown: 'pass' } as const;

/** Somebody at a kiosk asks for a person. One whose age is unknown is passed on, and says so. */
export const helpRaise = defineMutation<Static<typeof HelpRaiseArgs>>()({
  name: 'help.raise',
  v: 1,
  by: ['kiosk'],
  toldTo: 'staff',
  validFor,
  async apply(tx, { place, kind, visit }, ctx) {
    await putCall(tx, ctx, {
      id: ctx.mid,
      deviceId: id(ctx.actor.deviceId),
      place,
      raisedAtMs: ctx.madeAt.nowMs,
      ageUnknown: ctx.ageUnknown,
      state: 'waiting',
      answeredBy: null,
      answeredAtMs: null,
      ...(kind === undefined ? {} : { kind }),
      ...(visit === undefined ? {} : { visit }),
      ...(ctx.authority && ctx.now.quality === 'confirmed' ? { takenAtMs: ctx.now.nowMs } : {}),
    });
    return applied;
  },
});

/** The same person pressed again before anybody came. Of a call that is over, or another's, nothing is said twice. */
export const helpRemind = defineMutation<Static<typeof HelpRemindArgs>>()({
  name: 'help.remind',
  v: 1,
  by: ['kiosk'],
  toldTo: 'staff',
  validFor,
  async apply(tx, { callId, visit }, ctx) {
    const call = await tx.get('device', 'helpCall', callId);
    if (call === undefined || call.state === 'done' || call.state === 'withdrawn' || !owns(call, visit))
      return applied;
    const reminders = Math.min((call.reminders ?? 0) + 1, MOST_REMINDERS);
    await putCall(tx, ctx, { ...call, reminders, remindedAtMs: ctx.now.nowMs });
    return applied;
  },
});

/**
 * The elder no longer needs anyone, or somebody has come. A call that is over, or that came too late to be one, needs
 * nothing; another person's stays.
 */
export const helpWithdraw = defineMutation<Static<typeof HelpWithdrawArgs>>()({
  name: 'help.withdraw',
  v: 1,
  by: ['kiosk'],
  toldTo: 'staff',
  async apply(tx, { callId, visit, helped }, ctx) {
    const call = await tx.get('device', 'helpCall', callId);
    if (call === undefined || call.state === 'done' || call.state === 'withdrawn' || !owns(call, visit))
      return applied;
    const state = helped === true ? 'done' : 'withdrawn';
    await putCall(tx, ctx, { ...call, state, endedAtMs: ctx.now.nowMs });
    return applied;
  },
});
