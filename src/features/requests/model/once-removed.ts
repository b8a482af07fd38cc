import type { Static } from 'typebox';
import type { Follow } from '../../../kernel/noun.ts';
import { forgetChanged } from '../../records/model/forget-changed.ts';
import type { MemberRemoveArgs } from '../../members/model/member.schema.ts';

/** A member is deleted: that somebody asked stays counted, without who, and what stood beside it. Nobody is to be called. */
export const afterMemberRemoved: Follow<Static<typeof MemberRemoveArgs>> = async (tx, { memberId }) => {
  for (const row of await tx.mentioning('people', 'request', JSON.stringify(memberId))) {
    if (row.memberId !== memberId) continue;
    // What was noted of it may be about them.
    const own = `request/${row.id}`;
    await forgetChanged(tx, own, (subject) => subject === own);
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
