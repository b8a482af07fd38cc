import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { memberComfort } from './comfort.mutation.ts';
import {
  memberImport,
  memberLeave,
  memberRemove,
  memberReveal,
  memberRevert,
  memberSave,
} from './member.mutations.ts';
import type { FormerMember, Member, RosterEntry } from './member.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    formerMember: Static<typeof FormerMember>;
    member: Static<typeof Member>;
    roster: Static<typeof RosterEntry>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'member.comfort': typeof memberComfort;
    'member.import': typeof memberImport;
    'member.leave': typeof memberLeave;
    'member.remove': typeof memberRemove;
    'member.reveal': typeof memberReveal;
    'member.revert': typeof memberRevert;
    'member.save': typeof memberSave;
  }
}

export const members = defineNoun({
  rows: {
    formerMember: {
      v: 1,
      key: 'the member who was',
      in: { people: standing },
    },
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
    'member.import': memberImport,
    'member.leave': memberLeave,
    'member.remove': memberRemove,
    'member.reveal': memberReveal,
    'member.revert': memberRevert,
    'member.save': memberSave,
  },
  words: {
    'member.comfort': 'staff.change.memberComfort',
    'member.import': 'staff.change.memberImport',
    'member.leave': 'staff.change.memberLeave',
    'member.remove': 'staff.change.memberRemove',
    'member.reveal': 'staff.change.memberReveal',
    'member.revert': 'staff.change.memberRevert',
    'member.save': 'staff.change.memberSave',
  },
});
