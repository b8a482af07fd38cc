import type { Static } from 'typebox';
import { signature } from '../../../kernel/mutation.ts';
import type { Follow } from '../../../kernel/noun.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';
import { forgetChanged } from './forget-changed.ts';
import { line } from './line.ts';

/**
 * A member is deleted: the audit still says who changed what and when, and no more what stood there; of a change of
 * theirs that was not carried out, what was asked is gone, and nobody is to see to it.
 */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }, ctx) => {
  const named = JSON.stringify(memberId);
  for (const shelf of ['people', 'staff'] as const)
    for (const row of await tx.mentioning(shelf, 'refusal', named))
      await tx.put(shelf, 'refusal', row.id, {
        ...row,
        args: null,
        settled: row.settled ?? { how: 'dismissed', by: line(signature(ctx.actor)), atMs: ctx.now.nowMs },
      });
  // A visit's row is theirs as well as their own, and somebody may have written a reason.
  await forgetChanged(tx, `/${memberId}`, (subject) => subject.split('/').includes(memberId));
};
