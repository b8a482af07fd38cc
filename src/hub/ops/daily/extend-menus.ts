import type { CentreId } from '../../../kernel/ids.ts';
import type { CivilDate } from '../../../kernel/time.ts';
import { fillPlanned } from '../../../features/menus/model/planned.ts';
import type { HubSync } from '../../sync/api.ts';

/**
 * Publishes what the repeating plans have for the days ahead, where somebody stands behind that and nobody has said
 * anything of the meal. Where nobody does, a plan is a draft, which devices read from the plan itself.
 */
export async function extendMenus(
  sync: HubSync,
  centreId: CentreId,
  today: CivilDate,
  publishedAtMs: number,
): Promise<void> {
  await sync.write(centreId, async (tx) => {
    for (const plan of await tx.list('staff', 'menuPlan'))
      await fillPlanned(tx, plan, { today, atMs: publishedAtMs });
  });
}
