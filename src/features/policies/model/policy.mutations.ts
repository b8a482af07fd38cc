import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, conflict, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkPolicy } from './policy.ts';
import type { PolicyRestoreArgs, PolicySaveArgs, PolicyWithdrawArgs } from './policy.schema.ts';
import { atMs, authored, byOf, publish, readTexts } from './policy-texts.ts';

/**
 * Adds or rewrites a benefit or a service in plain words. Where the house wants two pairs of eyes it waits for the
 * second. A stale base changes nothing.
 */
export const policySave = defineMutation<Static<typeof PolicySaveArgs>>()({
  name: 'policy.save',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { policy, baseVersion }, ctx) {
    const problems = checkPolicy(policy);
    if (problems.length > 0) return refused('bad-policy', problemText(problems));
    const { version, twoPairs } = await readTexts(tx, policy.id);
    if (baseVersion !== undefined && baseVersion !== version) return conflict(version);
    const next = authored({ ...policy, version: version + 1 }, ctx);
    if (twoPairs) {
      await tx.put('staff', 'policyProposal', policy.id, {
        id: policy.id,
        policy: next,
        by: byOf(ctx),
        accountId: ctx.actor.type === 'staff' ? ctx.actor.accountId : null,
        atMs: atMs(ctx),
        back: null,
      });
      return applied;
    }
    await publish(tx, next);
    return applied;
  },
});

/** Takes a policy off every glass at once; it is kept, and can be put back. What waits to be approved goes on waiting. */
export const policyWithdraw = defineMutation<Static<typeof PolicyWithdrawArgs>>()({
  name: 'policy.withdraw',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  rebased: (args, current) => ({ ...args, baseVersion: current }),
  async apply(tx, { policyId, baseVersion }, ctx) {
    const { published, version } = await readTexts(tx, policyId);
    if (published === undefined) return applied;
    const standing = published.version ?? 0;
    if (standing !== baseVersion) return conflict(standing);
    await tx.remove('city', 'policy', policyId);
    await tx.put('staff', 'policyWithdrawn', policyId, {
      id: policyId,
      // Counted, so that whoever is writing upon the text that stood there hears of it.
      policy: { ...published, version: version + 1 },
      by: byOf(ctx),
      atMs: atMs(ctx),
    });
    return applied;
  },
});

/** Puts a policy back as it stood before it was withdrawn. One that stands there anew is left as it is. */
export const policyRestore = defineMutation<Static<typeof PolicyRestoreArgs>>()({
  name: 'policy.restore',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  async apply(tx, { policyId }) {
    const { withdrawn } = await readTexts(tx, policyId);
    if (withdrawn === undefined) return applied;
    await tx.put('city', 'policy', policyId, withdrawn.policy);
    await tx.remove('staff', 'policyWithdrawn', policyId);
    return applied;
  },
});
