import { Account, AccountChangeArgs, AccountSaveArgs } from './account.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const accountsSchemas = {
  rows: {
    account: Account,
  },
  args: {
    'account.change': AccountChangeArgs,
    'account.save': AccountSaveArgs,
  },
} as const;
