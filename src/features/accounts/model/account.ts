import type { FieldProblem } from '../../../kernel/check.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Account = RowOf<'account'>;

/** Whether somebody may come in by it: they work here, and nobody has locked it. */
export const maySignIn = ({ active, locked }: Account): boolean => active && locked !== true;

/** Whether nobody but this one can manage the centre's accounts. */
export const isLastManager = (accounts: readonly Account[], account: Account): boolean =>
  manages(account) && !accounts.some((one) => one.id !== account.id && manages(one));

const manages = (one: Account): boolean => maySignIn(one) && one.role === 'manager';

/** Whether a centre would be left without anybody who can manage its accounts. */
const leavesNoManager = (accounts: readonly Account[], saved: Account): boolean => {
  const others = accounts.filter((one) => one.id !== saved.id);
  const before = accounts.some(manages);
  return before && !manages(saved) && !others.some(manages);
};

/** A name as people see it: what differs only by case or by a wide letter is one name. */
export const comparableName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** What keeps an account from being saved: people sign in by name, so among those who may a name is one person's. */
export function checkAccount(accounts: readonly Account[], account: Account): readonly FieldProblem[] {
  const name = comparableName(account.name);
  if (name === '') return [{ field: 'name', code: 'empty' }];
  const others = accounts.filter((one) => one.active && one.id !== account.id);
  if (account.active && others.some((one) => comparableName(one.name) === name))
    return [{ field: 'name', code: 'taken' }];
  return leavesNoManager(accounts, account) ? [{ field: 'role', code: 'last-manager' }] : [];
}
