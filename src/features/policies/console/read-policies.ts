import type { View } from '../../../protocol/client/api.ts';
import type { Policy } from '../model/policy.ts';
import { HOUSE, newestText } from '../model/policy-texts.ts';

/** One policy with all that is written of it. */
export interface PolicyCase {
  readonly id: Policy['id'];
  /** What is written on: what waits before what stands, and that before what was withdrawn. */
  readonly text: Policy;
  readonly published: Policy | undefined;
  readonly proposal: Awaited<ReturnType<typeof readPolicies>>['proposals'][number] | undefined;
  readonly withdrawn: Awaited<ReturnType<typeof readPolicies>>['withdrawns'][number] | undefined;
}

/** All the advisor's desk shows, of every policy. */
export const readPolicies = async (view: View) => ({
  centre: (await view.list('centre', 'centre'))[0],
  published: await view.list('city', 'policy'),
  proposals: await view.list('staff', 'policyProposal'),
  withdrawns: await view.list('staff', 'policyWithdrawn'),
  twoPairs: (await view.get('staff', 'policyHouse', HOUSE))?.twoPairs === true,
});

/** What is written of each policy, in the order of their names. */
export function casesOf({
  published,
  proposals,
  withdrawns,
}: Pick<
  Awaited<ReturnType<typeof readPolicies>>,
  'published' | 'proposals' | 'withdrawns'
>): readonly PolicyCase[] {
  const ids = new Set([...published, ...proposals, ...withdrawns].map(({ id }): string => id));
  return [...ids].sort().flatMap((id) => {
    const found = {
      published: published.find((one) => one.id === id),
      proposal: proposals.find((one) => one.id === id),
      withdrawn: withdrawns.find((one) => one.id === id),
    };
    const text = newestText([found.proposal?.policy, found.published, found.withdrawn?.policy]);
    return text === null ? [] : [{ id: text.id, text, ...found }];
  });
}

/** All that can be done to a policy. */
export const policyChanges = [
  'policy.save',
  'policy.withdraw',
  'policy.restore',
  'policy.approve',
  'policy.sendBack',
  'policy.takeBack',
] as const;
