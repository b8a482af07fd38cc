import type { FollowTx } from '../../../kernel/noun.ts';

/** The audit still says who changed what and when, and no more what stood there: `subjects` are rows, as `kind/id`. */
export async function forgetChanged(tx: FollowTx, subjects: readonly string[]): Promise<void> {
  for (const subject of subjects) {
    for (const row of await tx.mentioning('audit', 'audit', JSON.stringify(subject))) {
      const { changed, ...kept } = row;
      const others = changed?.filter((one) => !subjects.includes(one.subject)) ?? [];
      await tx.put('audit', 'audit', row.id, others.length === 0 ? kept : { ...kept, changed: others });
    }
  }
}
