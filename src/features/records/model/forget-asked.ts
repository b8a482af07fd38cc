import { signature, type MutationContext, type RowTx } from '../../../kernel/mutation.ts';
import type { FollowTx } from '../../../kernel/noun.ts';
import { forgetChanged } from './forget-changed.ts';
import { line } from './line.ts';

/**
 * Of changes that were not carried out, what was asked is gone, also as the audit has it of who corrected it, and nobody
 * is to see to it.
 * @param id - stands in what was asked
 */
export async function forgetAsked(tx: FollowTx, ctx: MutationContext, id: string): Promise<void> {
  for (const shelf of ['people', 'staff'] as const)
    for (const row of await tx.mentioning(shelf, 'refusal', JSON.stringify(id))) {
      await tx.put(shelf, 'refusal', row.id, {
        ...row,
        args: null,
        settled: row.settled ?? { how: 'dismissed', by: line(signature(ctx.actor)), atMs: ctx.now.nowMs },
      });
      await forgetChanged(tx, `refusal/${row.id}`);
    }
}

/** Whether what was asked is of somebody who was deleted: it is kept nowhere. */
export async function isOfFormer(tx: RowTx, args: unknown): Promise<boolean> {
  const memberId: unknown =
    typeof args === 'object' && args !== null ? Reflect.get(args, 'memberId') : undefined;
  return typeof memberId === 'string' && (await tx.get('people', 'formerMember', memberId)) !== undefined;
}
