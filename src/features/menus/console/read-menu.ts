import { lettersInRow } from '../../devices/model/panel.ts';
import { setInService } from '../../devices/model/retired.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { menuUp } from './menu-up.ts';
import { usesOf } from '../model/find-dishes.ts';
import { lifeOf } from '../model/life.ts';
import { LETTERS_AT_MOST, parseMenuId } from '../model/menu.ts';
import { otherCanteens } from '../model/other-canteens.ts';
import { byId } from '../model/planned.ts';

/** A menu as it stands at the hub, and what is to be known to write it and to tell how far it has come. */
export async function readMenu(view: View, { menuId }: { readonly menuId: MenuId }) {
  const menu = (await view.get('centre', 'menu', menuId)) ?? null;
  const menus = await view.list('centre', 'menu');
  const drafts = await view.list('staff', 'menuDraft');
  const draft = drafts.find(({ id }) => id === menuId);
  const [centre] = await view.list('centre', 'centre');
  const meal = parseMenuId(menuId);
  const dishes = await view.list('centre', 'dish');
  const devices = await view.list('staff', 'device');
  const plans = await view.list('staff', 'menuPlan');
  const book = { menus: menu === null ? [] : [menu], drafts: draft === undefined ? [] : [draft], plans };
  return {
    menuId,
    menu,
    life: lifeOf({ ...book, dishes: byId(dishes) }, menuId),
    // Whoever writes the first dish goes on from a draft with none: nothing of anybody's is on it.
    blankVersion: draft?.items.length === 0 ? draft.version : 0,
    up: await menuUp(view, menuId),
    centre,
    others: meal === null || centre === undefined ? [] : otherCanteens(centre.canteens, meal, menus, drafts),
    dishes,
    uses: usesOf(menus),
    refusals: await view.list('staff', 'refusal'),
    glasses: await view.list('staff', 'glass'),
    devices,
    healths: await view.list('staff', 'deviceHealth'),
    letters: lettersAt(meal?.canteenId, setInService(await view.list('staff', 'deviceConfig'), devices)),
  };
}

/** How many letters of a dish's name stand in a row of each of a canteen's televisions. */
const lettersAt = (canteenId: string | undefined, devices: readonly RowOf<'deviceConfig'>[]): number =>
  devices
    .filter((one) => one.kind === 'screen' && one.canteenId === canteenId)
    .reduce((least, hall) => Math.min(least, lettersInRow(hall)), LETTERS_AT_MOST);
