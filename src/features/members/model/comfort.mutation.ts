import type { Static } from 'typebox';
import { applied, appliedToNothing, defineMutation } from '../../../kernel/mutation.ts';
import type { MemberComfortArgs } from './member.schema.ts';

/**
 * How a glass is to be for whoever's card it is, as they have asked before it. It lies with the masked name and goes with
 * it, and staff see it with the member; of who is no longer a member there is nothing to note.
 */
export const memberComfort = defineMutation<Static<typeof MemberComfortArgs>>()({
  name: 'member.comfort',
  v: 1,
  by: ['kiosk'],
  async apply(tx, { memberId, comfort }, ctx) {
    const known = await tx.get('kiosk', 'roster', memberId);
    if (known === undefined) return appliedToNothing;
    const { comfort: _, ...usual } = known;
    await tx.put('kiosk', 'roster', memberId, comfort === null ? usual : { ...usual, comfort });
    const member = ctx.authority ? await tx.get('people', 'member', memberId) : undefined;
    if (member !== undefined) await tx.put('people', 'member', memberId, { ...member, comfort });
    return applied;
  },
});
