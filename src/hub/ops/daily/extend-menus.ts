import type { CentreId } from '../../../kernel/ids.ts';
import type { RowTx } from '../../../kernel/mutation.ts';
import { addDays, daysBetween, type CivilDate } from '../../../kernel/time.ts';
import { itemOf, menuId, type Dish } from '../../../features/menus/model/menu.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { HubSync } from '../../sync/api.ts';

/** How many days, from today on, always have their menus. */
const AHEAD = 14;

/** Writes the menus of the repeating plans that are not there yet. What staff have published is never touched. */
export async function extendMenus(
  sync: HubSync,
  centreId: CentreId,
  today: CivilDate,
  publishedAtMs: number,
): Promise<void> {
  await sync.write(centreId, async (tx) => {
    const dishes = new Map((await tx.list('centre', 'dish')).map((dish) => [dish.id, dish]));
    const plans = await tx.list('staff', 'menuPlan');
    for (const plan of plans) {
      for (let i = 0; i < AHEAD; i += 1) await planDay(tx, plan, addDays(today, i), dishes, publishedAtMs);
    }
  });
}

async function planDay(
  tx: RowTx,
  plan: RowOf<'menuPlan'>,
  date: CivilDate,
  dishes: ReadonlyMap<Dish['id'], Dish>,
  publishedAtMs: number,
): Promise<void> {
  const cycle = plan.days.length;
  const day = ((daysBetween(plan.anchor, date) % cycle) + cycle) % cycle;
  for (const { meal, dishIds, ...words } of plan.days[day] ?? []) {
    const key = menuId(date, meal, plan.canteenId);
    if ((await tx.get('centre', 'menu', key)) !== undefined) continue;
    const items = dishIds.flatMap((dishId) => {
      const dish = dishes.get(dishId);
      return dish === undefined ? [] : [itemOf(dish)];
    });
    if (items.length === 0) continue;
    const { canteenId } = plan;
    const published = { version: 1, publishedAtMs, publishedBy: null };
    await tx.put('centre', 'menu', key, { id: key, date, meal, canteenId, items, ...words, ...published });
  }
}
