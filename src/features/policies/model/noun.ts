import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { policySave } from './policy.mutations.ts';
import type { Policy } from './policy.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    policy: Static<typeof Policy>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'policy.save': typeof policySave;
  }
}

export const policies = defineNoun({
  rows: {
    policy: {
      v: 1,
      key: 'the policy',
      in: { city: standing },
    },
  },
  mutations: {
    'policy.save': policySave,
  },
  words: {
    'policy.save': 'staff.change.policySave',
  },
});
