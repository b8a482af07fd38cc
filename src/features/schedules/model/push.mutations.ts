import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused, signature } from '../../../kernel/mutation.ts';
import { checkItem } from './check-schedule.ts';
import { itemKey } from './item.ts';
import { isPushed, LONGEST_PUSH_MS, PUSH_VALID_MS } from './push.ts';
import type { ScreenPushArgs, ScreenUnpushArgs } from './push.schema.ts';

const command = {
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  validFor: { ms: PUSH_VALID_MS, whenUnknown: 'expire' },
} as const;

/**
 * Puts something on screens at once, over their schedules, till a time of the hub. The last one counts. What is put back
 * where it was the last to end keeps the name of whoever had pushed it; elsewhere it is a push like any other.
 */
export const screenPush = defineMutation<Static<typeof ScreenPushArgs>>()({
  ...command,
  name: 'screen.push',
  async apply(tx, { screenIds, item, untilMs, back }, ctx) {
    const { nowMs } = ctx.now;
    const by = signature(ctx.actor);
    if (nowMs === null) return refused('unknown-time', 'the time is not known here, so nothing can end');
    if (untilMs <= nowMs) return refused('already-over', `${untilMs} is not after now`);
    if (untilMs > nowMs + LONGEST_PUSH_MS) return refused('too-long', 'what lasts so long is scheduled');
    const problems = checkItem(item, 'item');
    if (problems.length > 0) return refused('bad-item', problemText(problems));
    for (const id of screenIds) {
      const screen = await tx.get('staff', 'device', id);
      if (screen?.kind !== 'screen') return refused('unknown-screen', `${id} is no screen of this centre`);
    }
    for (const id of screenIds) {
      const standing = await tx.get('centre', 'push', id);
      const holds = standing !== undefined && isPushed(standing, nowMs);
      const isBack =
        standing !== undefined &&
        !holds &&
        standing.by === back?.by &&
        itemKey(standing.item) === itemKey(item);
      await tx.put('centre', 'push', id, {
        id,
        item,
        fromMs: nowMs,
        untilMs,
        version: (standing?.version ?? 0) + 1,
        ...(isBack ? { by: standing.by, backBy: by } : { by }),
        ...(holds ? { instead: standing.by } : {}),
      });
    }
    return applied;
  },
});

/**
 * Gives screens back to their schedules; one that has nothing pushed stays as it is, and so does one on which something
 * else is by now. Where that is so on all of them, whoever wanted it is told.
 */
export const screenUnpush = defineMutation<Static<typeof ScreenUnpushArgs>>()({
  ...command,
  name: 'screen.unpush',
  async apply(tx, { screenIds, which }, ctx) {
    const { nowMs } = ctx.now;
    if (nowMs === null) return refused('unknown-time', 'the time is not known here, so nothing can end');
    let another: number | null = null;
    let hasEnded = false;
    for (const id of screenIds) {
      const push = await tx.get('centre', 'push', id);
      if (push === undefined || push.untilMs <= nowMs) continue;
      if (which !== undefined && (push.by !== which.by || push.untilMs !== which.untilMs)) {
        another = push.version;
        continue;
      }
      hasEnded = true;
      await tx.put('centre', 'push', id, {
        ...push,
        fromMs: Math.min(push.fromMs, nowMs),
        untilMs: nowMs,
        version: push.version + 1,
      });
    }
    return another === null || hasEnded ? applied : conflict(another);
  },
});
