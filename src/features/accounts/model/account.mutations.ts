import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import { checkAccount } from './account.ts';
import type { AccountSaveArgs } from './account.schema.ts';

/** Adds a member of staff, changes their role, or ends it. Secrets are the hub's and never travel as rows. */
export const accountSave = defineMutation<Static<typeof AccountSaveArgs>>()({
  name: 'account.save',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { account }) {
    const problems = checkAccount(await tx.list('staff', 'account'), account);
    if (problems.length > 0) return refused('bad-account', problemText(problems));
    await tx.put('staff', 'account', account.id, account);
    return applied;
  },
});
