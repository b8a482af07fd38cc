import type { FollowTx } from '../../../kernel/noun.ts';

/**
 * The audit still says who changed what and when, and no more what stood there.
 * @param text - stands in all entries that may be meant
 * @param isMeant - of a row that was changed, as `kind/id`
 */
export async function forgetChanged(
  tx: FollowTx,
  text: string,
  isMeant: (subject: string) => boolean = (subject) => subject === text,
): Promise<void> {
  for (const row of await tx.mentioning('audit', 'audit', text)) {
    const { changed, ...kept } = row;
    const others = changed?.filter(({ subject }) => !isMeant(subject)) ?? [];
    await tx.put('audit', 'audit', row.id, others.length === 0 ? kept : { ...kept, changed: others });
  }
}
