import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused, type RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { checkMember } from './check-member.ts';
import type { MemberRemoveArgs, MemberSaveArgs } from './member.schema.ts';
import { mayLookAlike, rosterEntry, type Member } from './roster.ts';

/** Adds a member or changes one; on the hub the kiosks' masked roster follows. */
export const memberSave = defineMutation<Static<typeof MemberSaveArgs>>()({
  name: 'member.save',
  v: 1,
  by: ['advisor'],
  async apply(tx, { member }, ctx) {
    const problems = checkMember(member);
    if (problems.length > 0) return refused('bad-member', problemText(problems));
    const before = await tx.get('people', 'member', member.id);
    await tx.put('people', 'member', member.id, member);
    if (ctx.authority) await followRoster(tx, before === undefined ? [member] : [before, member]);
    return applied;
  },
});

/** Strikes a member off. What was counted stays counted; the name goes. */
export const memberRemove = defineMutation<Static<typeof MemberRemoveArgs>>()({
  name: 'member.remove',
  v: 1,
  by: ['advisor'],
  async apply(tx, { memberId }, ctx) {
    const member = await tx.get('people', 'member', memberId);
    if (member === undefined) return applied;
    await tx.remove('people', 'member', memberId);
    if (!ctx.authority) return applied;
    await tx.remove('kiosk', 'roster', memberId);
    await followRoster(tx, [member]);
    return applied;
  },
});

/** Writes the roster entries of all who look, or looked, like the members given: another mask comes and goes with its need. */
async function followRoster(tx: RowTx, touched: readonly Member[]): Promise<void> {
  const members = await tx.list('people', 'member');
  const affected = members.filter((one) =>
    touched.some((other) => one.id === other.id || mayLookAlike(one, other)),
  );
  for (const member of affected) {
    const known = await tx.get('kiosk', 'roster', member.id);
    const entry = rosterEntry(member, members, known);
    if (!same(known, entry)) await tx.put('kiosk', 'roster', member.id, entry);
  }
}
