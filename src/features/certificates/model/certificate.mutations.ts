import type { Static } from 'typebox';
import { applied, defineMutation, merged, refused, signature } from '../../../kernel/mutation.ts';
import type { CertificateIssueArgs, CertificateWithdrawArgs } from './certificate.schema.ts';
import { certificateId } from './finished.ts';

/** A leader confirms that somebody has finished a course. Twice is as once. */
export const certificateIssue = defineMutation<Static<typeof CertificateIssueArgs>>()({
  name: 'certificate.issue',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, what, ctx) {
    const { memberId, held, attended, from, until } = what;
    if (attended > held || until < from)
      return refused('bad-count', `${attended} of ${held}, ${from} to ${until}`);
    if ((await tx.get('people', 'member', memberId)) === undefined)
      return refused('unknown-member', `${memberId} is no member`);
    const key = certificateId(what);
    if ((await tx.get('people', 'certificate', key)) !== undefined) return merged;
    await tx.put('people', 'certificate', key, {
      ...what,
      id: key,
      issuedOn: ctx.today,
      issuedBy: signature(ctx.actor),
    });
    return applied;
  },
});

/** Takes back one that was given by mistake. Twice is as once. */
export const certificateWithdraw = defineMutation<Static<typeof CertificateWithdrawArgs>>()({
  name: 'certificate.withdraw',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, which) {
    await tx.remove('people', 'certificate', certificateId(which));
    return applied;
  },
});
