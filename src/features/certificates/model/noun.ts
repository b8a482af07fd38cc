import type { Static } from 'typebox';
import { defineNoun, standing, type Follow } from '../../../kernel/noun.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';
import { certificateIssue, certificateWithdraw } from './certificate.mutations.ts';
import type { Certificate } from './certificate.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    certificate: Static<typeof Certificate>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'certificate.issue': typeof certificateIssue;
    'certificate.withdraw': typeof certificateWithdraw;
  }
}

/** A member is deleted: what was given them goes with them. */
const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }) => {
  for (const { id, memberId: whose } of await tx.mentioning(
    'people',
    'certificate',
    JSON.stringify(memberId),
  ))
    if (whose === memberId) await tx.remove('people', 'certificate', id);
};

export const certificates = defineNoun({
  rows: {
    certificate: {
      v: 1,
      key: 'the member, the course and its last day: `m001/smartphone/2026-11-28`',
      about: ({ memberId }) => memberId,
      in: { people: standing },
    },
  },
  mutations: {
    'certificate.issue': certificateIssue,
    'certificate.withdraw': certificateWithdraw,
  },
  follows: { 'member.remove': afterMemberRemoved },
  words: {
    'certificate.issue': 'staff.change.certificateIssue',
    'certificate.withdraw': 'staff.change.certificateWithdraw',
  },
});
