import type { CentreId } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { fillPlanned } from '../../../features/menus/model/planned.ts';
import type { HubSync } from '../../sync/api.ts';

/**
 * Publishes what the repeating plans have for the days ahead, where somebody stands behind that and nobody has said
 * anything of the meal. Where nobody does, a plan is a draft, which devices read from the plan itself; it becomes one when
 * whoever answered for it works here no more, and what was put up in their time stays.
 */
export async function extendMenus(
  sync: HubSync,
  centreId: CentreId,
  today: CivilDate,
  publishedAtMs: number,
): Promise<void> {
  await sync.write(centreId, async (tx) => {
    const accounts = await tx.list('staff', 'account');
    for (const plan of await tx.list('staff', 'menuPlan')) {
      if (hasLeft(plan.publishing?.by, accounts))
        await tx.put('staff', 'menuPlan', plan.id, { ...plan, publishing: null });
      else await fillPlanned(tx, plan, { today, atMs: publishedAtMs });
    }
  });
}

/** Whether a name is that of somebody who was on the staff, and of nobody who is. */
function hasLeft(name: string | undefined, accounts: readonly RowOf<'account'>[]): boolean {
  const theirs = accounts.filter((one) => one.name === name);
  return theirs.length > 0 && theirs.every(({ active }) => !active);
}
