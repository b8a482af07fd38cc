import type { Static } from 'typebox';
import {
  applied,
  conflict,
  defineMutation,
  refused,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { atMs, byOf, HOUSE, publish } from './policy-texts.ts';
import type {
  PolicyApproveArgs,
  PolicySendBackArgs,
  PolicyTakeBackArgs,
  PolicyTwoPairsArgs,
} from './policy.schema.ts';

type Proposal = RowOf<'policyProposal'>;
type Found = { readonly proposal: Proposal } | { readonly outcome: Outcome };

/** The proposal that somebody has read; one that is gone, or was written anew since, is not the one they mean. */
async function found(
  tx: RowTx,
  policyId: string,
  version: number,
  writtenAtMs?: number | null,
): Promise<Found> {
  const proposal = await tx.get('staff', 'policyProposal', policyId);
  if (proposal === undefined) return { outcome: refused('no-proposal', `nothing waits of ${policyId}`) };
  const current = proposal.policy.version ?? 0;
  const isRead = current === version && (writtenAtMs === undefined || writtenAtMs === proposal.atMs);
  return isRead ? { proposal } : { outcome: conflict(current) };
}

const isOwn = ({ accountId }: Proposal, { actor }: MutationContext): boolean =>
  actor.type === 'staff' && actor.accountId === accountId;

/** A second person has read what was written: it stands on the glasses from now on. Nobody approves their own. */
export const policyApprove = defineMutation<Static<typeof PolicyApproveArgs>>()({
  name: 'policy.approve',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  async apply(tx, { policyId, version, atMs: writtenAtMs }, ctx) {
    const read = await found(tx, policyId, version, writtenAtMs);
    if ('outcome' in read) return read.outcome;
    const { proposal } = read;
    if (isOwn(proposal, ctx)) return refused('own-proposal', proposal.policy.title);
    if (proposal.back !== null) return refused('sent-back', proposal.policy.title);
    await publish(tx, proposal.policy);
    return applied;
  },
});

/** A second person wants it otherwise, and says how. It stays, for its author to go on with. */
export const policySendBack = defineMutation<Static<typeof PolicySendBackArgs>>()({
  name: 'policy.sendBack',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  async apply(tx, { policyId, version, atMs: writtenAtMs, words }, ctx) {
    const read = await found(tx, policyId, version, writtenAtMs);
    if ('outcome' in read) return read.outcome;
    const { proposal } = read;
    if (isOwn(proposal, ctx)) return refused('own-proposal', proposal.policy.title);
    await tx.put('staff', 'policyProposal', policyId, {
      ...proposal,
      back: { by: byOf(ctx), words, atMs: atMs(ctx) },
    });
    return applied;
  },
});

/** What waits is not wanted any more; what is published stays as it is. */
export const policyTakeBack = defineMutation<Static<typeof PolicyTakeBackArgs>>()({
  name: 'policy.takeBack',
  v: 1,
  by: ['advisor'],
  toldTo: 'staff',
  async apply(tx, { policyId, version }) {
    const read = await found(tx, policyId, version);
    if ('outcome' in read) return read.outcome;
    await tx.remove('staff', 'policyProposal', policyId);
    return applied;
  },
});

/** Whether two people must have read a policy before it stands on the glasses. What waits meanwhile goes on waiting. */
export const policyTwoPairs = defineMutation<Static<typeof PolicyTwoPairsArgs>>()({
  name: 'policy.twoPairs',
  v: 1,
  by: ['manager'],
  toldTo: 'staff',
  async apply(tx, { twoPairs }, ctx) {
    await tx.put('staff', 'policyHouse', HOUSE, { id: HOUSE, twoPairs, by: byOf(ctx) });
    return applied;
  },
});
