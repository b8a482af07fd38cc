import type { Centre } from '../../centre/model/centre.ts';
import type { MenuId } from '../../../kernel/ids.ts';
import { isUp, menuId, offerOf, type Menu, type MenuDraft, type MenuItem, type Offer } from './menu.ts';

type Canteen = Centre['canteens'][number];

/** Another canteen of the house, and how the same meal stands in it. */
export interface OtherCanteen extends Pick<Canteen, 'id' | 'name'> {
  readonly menuId: MenuId;
  readonly menu: Menu | null;
  /** Of the menu there; 0 where there is none. */
  readonly version: number;
  readonly draftVersion: number;
  readonly isUp: boolean;
}

/** The canteens that a kitchen may give the same meal to. */
export function otherCanteens(
  canteens: readonly Canteen[],
  { date, meal, canteenId }: Pick<Menu, 'date' | 'meal' | 'canteenId'>,
  menus: readonly Menu[],
  drafts: readonly MenuDraft[],
): readonly OtherCanteen[] {
  return canteens
    .filter(({ id }) => id !== canteenId)
    .map(({ id, name }) => {
      const other = menuId(date, meal, id);
      const menu = menus.find((one) => one.id === other) ?? null;
      return {
        ...{ id, name, menuId: other, menu },
        version: menu?.version ?? 0,
        draftVersion: drafts.find((one) => one.id === other)?.version ?? 0,
        isUp: isUp(menu),
      };
    });
}

/** The same dishes as another canteen offers them: what has run out here has not run out there. */
export function offerElsewhere(offer: Offer, there: Menu | null): Offer {
  const items = offer.items.map(({ left: _, ...item }): MenuItem => {
    const { soldOut = false, left } = there?.items.find(({ dishId }) => dishId === item.dishId) ?? {};
    return { ...item, soldOut, ...(left === undefined ? {} : { left }) };
  });
  if (offer.set === null) return { ...offerOf(offer), items };
  const { soldOut: __, ...set } = offer.set;
  const soldOut = there?.set?.soldOut;
  return { ...offerOf(offer), items, set: { ...set, ...(soldOut === undefined ? {} : { soldOut }) } };
}
