import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused, signature } from '../../../kernel/mutation.ts';
import { ALARM_VALID_MS, checkNotice } from './notice.ts';
import { NOTICE_HOUSE } from './notice-house.ts';
import type { NoticeAlarmArgs, NoticePostArgs, NoticeWithdrawArgs } from './notice.schema.ts';

/**
 * Puts up something the house has to say, or changes it; a stale base changes nothing. Where the house wants two
 * pairs of eyes an urgent one waits for the second. An emergency is changed by nobody: it is called off.
 */
export const noticePost = defineMutation<Static<typeof NoticePostArgs>>()({
  name: 'notice.post',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { noticeId, baseVersion, ...said }, ctx) {
    const problems = checkNotice(said);
    if (problems.length > 0) return refused('bad-notice', problemText(problems));
    const standing = await tx.get('centre', 'notice', noticeId);
    if (standing?.level === 'emergency')
      return refused('is-emergency', `${noticeId} is an emergency, which is called off`);
    const waiting = await tx.get('staff', 'noticeProposal', noticeId);
    const version = Math.max(standing?.version ?? 0, waiting?.notice.version ?? 0);
    if (baseVersion !== undefined && baseVersion !== version) return conflict(version);
    const notice = { id: noticeId, ...said, by: signature(ctx.actor), version: version + 1 };
    const twoPairs = (await tx.get('staff', 'noticeHouse', NOTICE_HOUSE))?.twoPairs === true;
    if (twoPairs && said.level === 'urgent') {
      const accountId = ctx.actor.type === 'staff' ? ctx.actor.accountId : null;
      const atMs = ctx.authority && ctx.now.quality !== 'confirmed' ? null : ctx.now.nowMs;
      await tx.put('staff', 'noticeProposal', noticeId, { id: noticeId, notice, accountId, atMs });
      return applied;
    }
    await tx.put('centre', 'notice', noticeId, notice);
    await tx.remove('staff', 'noticeProposal', noticeId);
    return applied;
  },
});

/** Raises an emergency on every glass. It comes at once or not at all: for life and limb nobody waits for a second person. */
export const noticeAlarm = defineMutation<Static<typeof NoticeAlarmArgs>>()({
  name: 'notice.alarm',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  validFor: { ms: ALARM_VALID_MS, whenUnknown: 'expire' },
  async apply(tx, { noticeId, ...said }, ctx) {
    const fromMs = ctx.now.nowMs ?? 0;
    const problems = checkNotice({ ...said, fromMs });
    if (problems.length > 0) return refused('bad-notice', problemText(problems));
    const notice = { id: noticeId, level: 'emergency', ...said, fromMs, by: signature(ctx.actor) } as const;
    await tx.put('centre', 'notice', noticeId, notice);
    return applied;
  },
});

/**
 * Takes a notice down, as it was looked at: what a colleague has changed since stays. One that is not up needs nothing. Of
 * an emergency it is kept that it was called off, and when.
 */
export const noticeWithdraw = defineMutation<Static<typeof NoticeWithdrawArgs>>()({
  name: 'notice.withdraw',
  v: 1,
  by: ['canteen', 'leader', 'advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { noticeId, baseVersion }, ctx) {
    const notice = await tx.get('centre', 'notice', noticeId);
    if (notice === undefined) return applied;
    const version = notice.version ?? 0;
    if (baseVersion !== undefined && baseVersion !== version) return conflict(version);
    await tx.remove('centre', 'notice', noticeId);
    if (notice.level !== 'emergency') return applied;
    const { title, fromMs } = notice;
    const [raisedMs, liftedMs, by] = [fromMs, ctx.now.nowMs ?? fromMs, signature(ctx.actor)];
    await tx.put('staff', 'allClear', noticeId, { id: noticeId, title, raisedMs, liftedMs, by });
    return applied;
  },
});
