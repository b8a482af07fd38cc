import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused, type Outcome, type RowTx } from '../../../kernel/mutation.ts';
import { checkAccount, type Account } from './account.ts';
import type { AccountChangeArgs, AccountSaveArgs } from './account.schema.ts';

/** Adds a member of staff, or writes the whole of an account. Secrets are the hub's and never travel as rows. */
export const accountSave = defineMutation<Static<typeof AccountSaveArgs>>()({
  name: 'account.save',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  apply: (tx, { account }) => put(tx, account),
});

/** Changes a name or a role, locks an account or ends it, and takes that back: two managers at once undo nothing of each other's. */
export const accountChange = defineMutation<Static<typeof AccountChangeArgs>>()({
  name: 'account.change',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { accountId, set }) {
    const before = await tx.get('staff', 'account', accountId);
    if (before === undefined) return refused('unknown-account', `there is no account ${accountId}`);
    return put(tx, { ...before, ...set });
  },
});

async function put(tx: RowTx, account: Account): Promise<Outcome> {
  const problems = checkAccount(await tx.list('staff', 'account'), account);
  if (problems.length > 0) return refused('bad-account', problemText(problems));
  await tx.put('staff', 'account', account.id, account);
  return applied;
}
