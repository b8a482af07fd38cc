import { lettersInRow } from '../../devices/model/panel.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { usesOf } from '../model/find-dishes.ts';
import { LETTERS_AT_MOST, parseMenuId } from '../model/menu.ts';

/** A menu as it stands at the hub, and what is to be known to write it and to tell how far it has come. */
export async function readMenu(view: View, { menuId }: { readonly menuId: MenuId }) {
  return {
    menuId,
    menu: (await view.get('centre', 'menu', menuId)) ?? null,
    dishes: await view.list('centre', 'dish'),
    uses: usesOf(await view.list('centre', 'menu')),
    refusals: await view.list('staff', 'refusal'),
    glasses: await view.list('staff', 'glass'),
    devices: await view.list('staff', 'device'),
    healths: await view.list('staff', 'deviceHealth'),
    letters: lettersAt(parseMenuId(menuId)?.canteenId, await view.list('staff', 'deviceConfig')),
  };
}

/** How many letters of a dish's name stand in a row of each of a canteen's televisions. */
const lettersAt = (canteenId: string | undefined, devices: readonly RowOf<'deviceConfig'>[]): number =>
  devices
    .filter((one) => one.kind === 'screen' && one.canteenId === canteenId)
    .reduce((least, hall) => Math.min(least, lettersInRow(hall)), LETTERS_AT_MOST);
