import type { CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { usesOf } from '../model/find-dishes.ts';
import type { Menu } from '../model/menu.ts';

/** The kitchen's dishes, and where they stand. */
export async function readDishes(view: View) {
  const [centre] = await view.list('centre', 'centre');
  const menus = await view.list('centre', 'menu');
  const drafts = await view.list('staff', 'menuDraft');
  const planned = (await view.list('staff', 'menuPlan')).filter(({ stopped }) => stopped !== true);
  return {
    utcOffsetMinutes: centre?.utcOffsetMinutes ?? null,
    dishes: await view.list('centre', 'dish'),
    uses: usesOf(menus),
    written: [...menus, ...drafts],
    planned: new Set<string>(
      planned.flatMap(({ days }) => days.flatMap((meals) => meals.flatMap(({ dishIds }) => dishIds))),
    ),
  };
}

/** On how many menus, drafted ones among them, a dish stands from a day on. */
export const standsOn = (
  written: readonly Pick<Menu, 'date' | 'items'>[],
  dishId: string,
  from: CivilDate,
): number =>
  written.filter(({ date, items }) => date >= from && items.some((item) => item.dishId === dishId)).length;
