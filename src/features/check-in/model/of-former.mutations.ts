import type { MemberId, Mid } from '../../../kernel/ids.ts';
import { defineMutation, type MutationContext, type RowTx } from '../../../kernel/mutation.ts';
import { checkinClaim, checkinWithdraw } from './check-in.mutations.ts';
import { checkinLoose, findLoose, putLoose } from './loose.mutations.ts';
import { visitorId } from './visitor.ts';

/*
 * Somebody who was deleted signs in at a kiosk that has not heard of it. Only the hub knows that: a kiosk's start does not
 * carry it.
 */

/** A claim, at the hub that of nobody known where its member was deleted before it came. */
export const claimAtHub: typeof checkinClaim = defineMutation<Parameters<typeof checkinClaim.apply>[1]>()({
  ...checkinClaim,
  apply: async (tx, args, ctx) =>
    checkinClaim.apply(tx, { ...args, memberId: await visitorOf(tx, ctx, args.memberId, ctx.mid) }, ctx),
});

/** One that awaits its day, whose masked name goes too. */
export const looseAtHub: typeof checkinLoose = defineMutation<Parameters<typeof checkinLoose.apply>[1]>()({
  ...checkinLoose,
  async apply(tx, args, ctx) {
    const memberId = await visitorOf(tx, ctx, args.memberId, ctx.mid);
    const outcome = await checkinLoose.apply(tx, { ...args, memberId }, ctx);
    const row = memberId === args.memberId ? undefined : await findLoose(tx, ctx, ctx.mid);
    if (row !== undefined) await putLoose(tx, ctx, { ...row, maskedName: null });
    return outcome;
  },
});

/** Its withdrawal finds it there. */
export const withdrawAtHub: typeof checkinWithdraw = defineMutation<
  Parameters<typeof checkinWithdraw.apply>[1]
>()({
  ...checkinWithdraw,
  apply: async (tx, args, ctx) =>
    checkinWithdraw.apply(
      tx,
      { ...args, memberId: await visitorOf(tx, ctx, args.memberId, args.claim) },
      ctx,
    ),
});

async function visitorOf(
  tx: RowTx,
  { authority }: MutationContext,
  memberId: MemberId,
  claim: Mid,
): Promise<MemberId> {
  if (!authority || (await tx.get('people', 'formerMember', memberId)) === undefined) return memberId;
  return visitorId(claim);
}
