import type { Static } from 'typebox';
import { problemText } from '../../../kernel/check.ts';
import { applied, defineMutation, refused, type Outcome, type RowTx } from '../../../kernel/mutation.ts';
import { same } from '../../../kernel/same.ts';
import { checkMember } from './check-member.ts';
import { followRoster } from './follow-roster.ts';
import type {
  MemberImportArgs,
  MemberLeaveArgs,
  MemberRemoveArgs,
  MemberRevealArgs,
  MemberRevertArgs,
  MemberSaveArgs,
} from './member.schema.ts';
import { collisions, mergedMember } from './merge.ts';
import type { Member } from './roster.ts';

/** Adds a member or changes one; on the hub the kiosks' masked roster follows. */
export const memberSave = defineMutation<Static<typeof MemberSaveArgs>>()({
  name: 'member.save',
  v: 1,
  by: ['advisor'],
  rebased: (args) => ({ ...args, over: true }),
  async apply(tx, { member, base, over }, ctx) {
    const problems = checkMember(member);
    if (problems.length > 0) return refused('bad-member', problemText(problems));
    const before = await tx.get('people', 'member', member.id);
    if (await isGone(tx, before, { member, base })) return gone;
    if (before !== undefined && base !== undefined && over !== true)
      if (collisions(base, member, before).length > 0) return { status: 'conflict', current: 0 };
    const merged = before === undefined || base === undefined ? member : mergedMember(base, member, before);
    const after = await withoutFormer(tx, merged);
    if (ctx.authority && (await isAnothers(tx, after))) return refused('card-taken', '-');
    await tx.put('people', 'member', after.id, after);
    if (ctx.authority) await followRoster(tx, before === undefined ? [after] : [before, after]);
    return applied;
  },
});

/**
 * Many at once, out of a list of the centre's own. What was changed meanwhile stays, also where the list says something
 * else of the same, and a card that is another's already is left out: the rest of the list is worth having.
 */
export const memberImport = defineMutation<Static<typeof MemberImportArgs>>()({
  name: 'member.import',
  v: 1,
  by: ['advisor'],
  async apply(tx, { members }, ctx) {
    const touched: Member[] = [];
    const held = ctx.authority ? await holdersOf(tx) : new Map<string, string>();
    let leftOut = 0;
    for (const { member, base } of members) {
      const problems = checkMember(member);
      if (problems.length > 0) return refused('bad-member', problemText(problems));
      const before = await tx.get('people', 'member', member.id);
      if (await isGone(tx, before, { member, base })) continue;
      const merged = before === undefined || base === undefined ? member : mergedMember(base, before, member);
      const taken = isHeldByAnother(held, merged);
      if (taken) leftOut += 1;
      const after = await withoutFormer(tx, taken ? { ...merged, card: before?.card ?? null } : merged);
      handOver(held, before, after);
      await tx.put('people', 'member', after.id, after);
      touched.push(after, ...(before === undefined ? [] : [before]));
    }
    if (ctx.authority) await followRoster(tx, touched);
    return toldOf(leftOut);
  },
});

/**
 * Takes an import back: who came by it goes, who was changed is as before, but for a card that is another's by now. What
 * was changed since stays.
 */
export const memberRevert = defineMutation<Static<typeof MemberRevertArgs>>()({
  name: 'member.revert',
  v: 1,
  by: ['advisor'],
  async apply(tx, { members }, ctx) {
    const touched: Member[] = [];
    const held = ctx.authority ? await holdersOf(tx) : new Map<string, string>();
    let leftOut = 0;
    for (const { to, from } of members) {
      const now = await tx.get('people', 'member', from.id);
      if (now === undefined || !(same(now, from) || isWithoutCard(now, { to, from }))) continue;
      const taken = to !== null && isHeldByAnother(held, to);
      if (taken) leftOut += 1;
      const after = taken ? { ...to, card: null } : to;
      handOver(held, now, after);
      if (after === null) await tx.remove('people', 'member', from.id);
      else await tx.put('people', 'member', from.id, after);
      touched.push(now, ...(after === null ? [] : [after]));
    }
    if (ctx.authority) await followRoster(tx, touched);
    return toldOf(leftOut);
  },
});

/** Somebody comes no more, or comes again. */
export const memberLeave = defineMutation<Static<typeof MemberLeaveArgs>>()({
  name: 'member.leave',
  v: 1,
  by: ['advisor'],
  async apply(tx, { memberId, left }, ctx) {
    const member = await tx.get('people', 'member', memberId);
    if (member === undefined) return gone;
    if ((member.left !== undefined) === left) return applied;
    const { left: _, ...stays } = member;
    const after = left ? { ...member, left: { on: ctx.today } } : stays;
    if (ctx.authority && (await isAnothers(tx, after))) return refused('card-taken', '-');
    await tx.put('people', 'member', memberId, after);
    if (ctx.authority) await followRoster(tx, [member, after]);
    return applied;
  },
});

/** Somebody looks at what stands of a member, past the mask. The hub writes down who, and nothing changes. */
export const memberReveal = defineMutation<Static<typeof MemberRevealArgs>>()({
  name: 'member.reveal',
  v: 1,
  by: ['leader', 'advisor'],
  async apply(tx, { memberId }, ctx) {
    if (!ctx.authority) return applied;
    const member = await tx.get('people', 'member', memberId);
    // What is written as it was moves nothing; the audit has its name.
    if (member !== undefined) await tx.put('people', 'member', memberId, member);
    return applied;
  },
});

/** Deletes a member. What was counted stays counted; who it was is gone, here and in what other nouns have of them. */
export const memberRemove = defineMutation<Static<typeof MemberRemoveArgs>>()({
  name: 'member.remove',
  v: 1,
  by: ['advisor'],
  forgets: true,
  async apply(tx, { memberId }, ctx) {
    const member = await tx.get('people', 'member', memberId);
    await tx.remove('people', 'member', memberId);
    await tx.put('people', 'formerMember', memberId, { id: memberId });
    if (!ctx.authority) return applied;
    await unpair(tx, memberId);
    await tx.remove('kiosk', 'roster', memberId);
    if (member !== undefined) await followRoster(tx, [member]);
    return applied;
  },
});

const gone: Outcome = { status: 'refused', code: 'member-removed', detail: '-', forgotten: true };

/** Whether it is about somebody who was deleted: a change of theirs that comes late must not bring them back. */
async function isGone(
  tx: RowTx,
  before: Member | undefined,
  { member, base }: { readonly member: Member; readonly base?: Member | undefined },
): Promise<boolean> {
  if (before !== undefined) return false;
  return base !== undefined || (await tx.get('people', 'formerMember', member.id)) !== undefined;
}

/** A change that was made before somebody was deleted pairs nobody with them. */
async function withoutFormer(tx: RowTx, member: Member): Promise<Member> {
  const pairedWith: Member['id'][] = [];
  for (const one of member.pairedWith ?? [])
    if ((await tx.get('people', 'formerMember', one)) === undefined) pairedWith.push(one);
  return pairedWith.length === (member.pairedWith?.length ?? 0) ? member : { ...member, pairedWith };
}

/** Whether a card is another's who comes: whoever holds it would be taken for them. */
async function isAnothers(tx: RowTx, member: Member): Promise<boolean> {
  return typeof member.card === 'string' && isHeldByAnother(await holdersOf(tx), member);
}

/** Whose each card is, of those who come. */
async function holdersOf(tx: RowTx): Promise<Map<string, string>> {
  const members = await tx.list('people', 'member');
  return new Map(
    members.flatMap(({ id, card, left }) =>
      typeof card === 'string' && left === undefined ? [[card, id] as const] : [],
    ),
  );
}

function isHeldByAnother(held: ReadonlyMap<string, string>, { id, card, left }: Member): boolean {
  const holder = typeof card === 'string' && left === undefined ? held.get(card) : undefined;
  return holder !== undefined && holder !== id;
}

/** A card leaves who had it for who has it now. */
function handOver(held: Map<string, string>, before: Member | undefined, after: Member | null): void {
  if (typeof before?.card === 'string' && held.get(before.card) === before.id) held.delete(before.card);
  if (typeof after?.card === 'string' && after.left === undefined) held.set(after.card, after.id);
}

/** Whether somebody is as an import has them but for the card, which it left out. */
const isWithoutCard = (
  now: Member,
  { to, from }: { readonly to: Member | null; readonly from: Member },
): boolean =>
  (now.card ?? null) === (to?.card ?? null) && same({ ...now, card: null }, { ...from, card: null });

/** How many cards were left out, where any were. */
const toldOf = (leftOut: number) =>
  leftOut === 0 ? applied : { ...applied, doubt: { code: 'card-taken', detail: String(leftOut) } };

/** Nobody looks after them any more. */
async function unpair(tx: RowTx, memberId: Member['id']): Promise<void> {
  for (const one of await tx.list('people', 'member')) {
    const pairedWith = one.pairedWith?.filter((id) => id !== memberId);
    if (pairedWith === undefined || pairedWith.length === one.pairedWith?.length) continue;
    await tx.put('people', 'member', one.id, { ...one, pairedWith });
    await followRoster(tx, [one]);
  }
}
