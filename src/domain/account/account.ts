import type { FieldProblem } from '../kernel/check.ts';
import type { RowOf } from '../rows.ts';

export type Account = RowOf<'account'>;

/** Whether a centre would be left without anybody who can manage its accounts. */
export const leavesNoManager = (accounts: readonly Account[], saved: Account): boolean => {
  const manages = (one: Account): boolean => one.active && one.role === 'manager';
  const others = accounts.filter((one) => one.id !== saved.id);
  const before = accounts.some(manages);
  return before && !manages(saved) && !others.some(manages);
};

/** What keeps an account from being saved: people sign in by name, so a name is one person's. */
export function checkAccount(accounts: readonly Account[], account: Account): readonly FieldProblem[] {
  const name = account.name.trim();
  if (name === '') return [{ field: 'name', code: 'empty' }];
  const taken = accounts.some((one) => one.id !== account.id && one.name.trim() === name);
  if (taken) return [{ field: 'name', code: 'taken' }];
  return leavesNoManager(accounts, account) ? [{ field: 'role', code: 'last-manager' }] : [];
}
