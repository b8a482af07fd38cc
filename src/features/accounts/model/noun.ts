import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { accountChange, accountSave } from './account.mutations.ts';
import type { Account } from './account.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    account: Static<typeof Account>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'account.change': typeof accountChange;
    'account.save': typeof accountSave;
  }
}

export const accounts = defineNoun({
  rows: {
    account: {
      v: 1,
      key: 'the account: `manager`, or made for it',
      in: { staff: standing },
    },
  },
  mutations: {
    'account.change': accountChange,
    'account.save': accountSave,
  },
  words: {
    'account.add': 'staff.change.accountAdd',
    'account.change': 'staff.change.accountSave',
    'account.link': 'staff.change.accountLink',
    'account.save': 'staff.change.accountSave',
    'account.secret': 'staff.change.accountSecret',
    'account.forgive': 'staff.change.accountForgive',
    'account.signOut': 'staff.change.accountSignOut',
  },
});
