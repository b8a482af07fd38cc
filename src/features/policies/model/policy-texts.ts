import { id } from '../../../kernel/ids.ts';
import { signature, type MutationContext, type RowTx } from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Policy } from './policy.ts';

/** How policies are published in a house: the one row there is of it. */
export const HOUSE = id<'PolicyHouseId'>('policies');

/** All that is written of one policy: what stands on the glasses, what waits, and what was taken off them. */
interface PolicyTexts {
  readonly published: Policy | undefined;
  readonly proposal: RowOf<'policyProposal'> | undefined;
  readonly withdrawn: RowOf<'policyWithdrawn'> | undefined;
  /** That of the newest of them; 0 where there is none, or none was ever counted. */
  readonly version: number;
  /** Whether a second person must approve what one has written. */
  readonly twoPairs: boolean;
}

export async function readTexts(tx: Pick<RowTx, 'get'>, policyId: string): Promise<PolicyTexts> {
  const published = await tx.get('city', 'policy', policyId);
  const proposal = await tx.get('staff', 'policyProposal', policyId);
  const withdrawn = await tx.get('staff', 'policyWithdrawn', policyId);
  return {
    published,
    proposal,
    withdrawn,
    version: newestVersion([published, proposal?.policy, withdrawn?.policy]),
    twoPairs: (await tx.get('staff', 'policyHouse', HOUSE))?.twoPairs === true,
  };
}

/** The text that the next one is written upon: what waits before what stands, and that before what was withdrawn. */
export const newestText = (texts: readonly (Policy | undefined)[]): Policy | null =>
  texts.reduce<Policy | null>(
    (newest, text) =>
      text !== undefined && (newest === null || (text.version ?? 0) > (newest.version ?? 0)) ? text : newest,
    null,
  );

/** Its version. */
const newestVersion = (texts: readonly (Policy | undefined)[]): number =>
  Math.max(0, ...texts.map((text) => text?.version ?? 0));

/** Puts a text on the glasses; it takes the place of all others there are of the policy. */
export async function publish(tx: RowTx, policy: Policy): Promise<void> {
  await tx.put('city', 'policy', policy.id, policy);
  await tx.remove('staff', 'policyProposal', policy.id);
  await tx.remove('staff', 'policyWithdrawn', policy.id);
}

/** Signed by whoever wrote it; what the hub itself brings stays its author's. */
export const authored = (policy: Policy, { actor }: MutationContext): Policy =>
  actor.type === 'staff' ? { ...policy, author: actor.name.slice(0, 40) } : policy;

export const byOf = ({ actor }: MutationContext): string => signature(actor);

/** What the hub is not sure of is not written down as when it was. */
export const atMs = ({ authority, now }: MutationContext): number | null =>
  authority && now.quality !== 'confirmed' ? null : now.nowMs;
