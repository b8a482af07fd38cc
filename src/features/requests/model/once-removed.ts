import type { Static } from 'typebox';
import type { Follow } from '../../../kernel/noun.ts';
import { forgetAsked } from '../../records/model/forget-asked.ts';
import { forgetChanged } from '../../records/model/forget-changed.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';

/** A member is deleted: that somebody asked stays counted, without who, and what stood beside it. Nobody is to be called. */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }, ctx) => {
  for (const row of await tx.mentioning('people', 'request', JSON.stringify(memberId))) {
    if (row.memberId !== memberId) continue;
    // What was noted of it may be about them.
    await forgetChanged(tx, `request/${row.id}`);
    await forgetAsked(tx, ctx, row.id);
    const { id, policyId, deviceId, place, raisedAtMs, state, answeredBy, answeredAtMs } = row;
    const isOpen = state === 'waiting' || state === 'taken';
    await tx.put('people', 'request', id, {
      id,
      memberId: null,
      seenName: null,
      policyId,
      deviceId,
      place,
      raisedAtMs,
      state: isOpen ? 'withdrawn' : state,
      answeredBy,
      answeredAtMs,
    });
  }
};
