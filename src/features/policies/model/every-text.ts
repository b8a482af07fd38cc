import type { Kind, RowOf } from '../../../kernel/rows.ts';
import type { Policy } from './policy.ts';

interface Rows {
  list<K extends Kind>(scope: 'city' | 'staff', kind: K): Promise<readonly RowOf<K>[]>;
}

/** Every text there is of any policy, also those that wait or were withdrawn: what they name is in use. */
export async function everyText(rows: Rows): Promise<readonly Policy[]> {
  return [
    ...(await rows.list('city', 'policy')),
    ...(await rows.list('staff', 'policyProposal')).map(({ policy }) => policy),
    ...(await rows.list('staff', 'policyWithdrawn')).map(({ policy }) => policy),
  ];
}
