import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkPolicy } from './policy.ts';
import type { PolicySaveArgs } from './policy.schema.ts';

/** Adds or rewrites a benefit or a service in plain words. */
export const policySave = defineMutation<Static<typeof PolicySaveArgs>>()({
  name: 'policy.save',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  async apply(tx, { policy }) {
    const problems = checkPolicy(policy);
    if (problems.length > 0) return refused('bad-policy', problemText(problems));
    await tx.put('city', 'policy', policy.id, policy);
    return applied;
  },
});
