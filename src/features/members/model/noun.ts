import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { memberComfort } from './comfort.mutation.ts';
import { memberRemove, memberSave } from './member.mutations.ts';
import type { Member, RosterEntry } from './member.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    member: Static<typeof Member>;
    roster: Static<typeof RosterEntry>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'member.comfort': typeof memberComfort;
    'member.remove': typeof memberRemove;
    'member.save': typeof memberSave;
  }
}

export const members = defineNoun({
  rows: {
    member: {
      v: 1,
      key: 'the member',
      in: { people: standing },
    },
    roster: {
      v: 1,
      key: 'the member',
      in: { kiosk: standing },
    },
  },
  mutations: {
    'member.comfort': memberComfort,
    'member.remove': memberRemove,
    'member.save': memberSave,
  },
  words: {
    'member.comfort': 'staff.change.memberComfort',
    'member.remove': 'staff.change.memberRemove',
    'member.save': 'staff.change.memberSave',
  },
});
