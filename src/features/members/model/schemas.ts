import { Member, MemberComfortArgs, MemberRemoveArgs, MemberSaveArgs, RosterEntry } from './member.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const membersSchemas = {
  rows: {
    member: Member,
    roster: RosterEntry,
  },
  args: {
    'member.comfort': MemberComfortArgs,
    'member.remove': MemberRemoveArgs,
    'member.save': MemberSaveArgs,
  },
} as const;
