import {
  FormerMember,
  Member,
  MemberComfortArgs,
  MemberImportArgs,
  MemberLeaveArgs,
  MemberRemoveArgs,
  MemberRevealArgs,
  MemberRevertArgs,
  MemberSaveArgs,
  RosterEntry,
} from './member.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const membersSchemas = {
  rows: {
    formerMember: FormerMember,
    member: Member,
    roster: RosterEntry,
  },
  args: {
    'member.comfort': MemberComfortArgs,
    'member.import': MemberImportArgs,
    'member.leave': MemberLeaveArgs,
    'member.remove': MemberRemoveArgs,
    'member.reveal': MemberRevealArgs,
    'member.revert': MemberRevertArgs,
    'member.save': MemberSaveArgs,
  },
} as const;
