import { id, type Id, type MenuId } from '../../../kernel/ids.ts';
import { isCivilDate } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Menu = RowOf<'menu'>;
export type Dish = RowOf<'dish'>;
export type MenuItem = Menu['items'][number];
export type MealName = Menu['meal'];
export type MenuDraft = RowOf<'menuDraft'>;
export type MenuPlan = RowOf<'menuPlan'>;
/** What a menu offers, published or not. */
export type Offer = Pick<Menu, 'items' | 'set' | 'note' | 'noteEn'>;

/** The id of a meal's menu: `YYYY-MM-DD.meal.canteen`. */
export const menuId = (date: string, meal: MealName, canteenId: string): MenuId =>
  id(`${date}.${meal}.${canteenId}`);

/** The day, meal and canteen a menu id names; null when it names none. */
export function parseMenuId(
  text: string,
): { date: string; meal: MealName; canteenId: Id<'CanteenId'> } | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.(breakfast|lunch|dinner)\.(.+)$/.exec(text);
  const [, date, meal, canteenId] = match ?? [];
  if (date === undefined || canteenId === undefined || !isCivilDate(date)) return null;
  if (meal !== 'breakfast' && meal !== 'lunch' && meal !== 'dinner') return null;
  return { date, meal, canteenId: id(canteenId) };
}

/** Whether a menu is for the day it is: yesterday's is never shown as today's, nor any when the day is unknown. */
export const isTodays = (menu: Pick<Menu, 'date'>, today: string | null): boolean =>
  today !== null && menu.date === today;

/** Whether it is what guests are shown: neither taken down nor closed. */
export const isUp = (menu: Pick<Menu, 'off' | 'items'> | null | undefined): menu is Menu & { off?: never } =>
  menu !== null && menu !== undefined && menu.off === undefined && menu.items.length > 0;

/** Whether somebody has said that there is no such meal that day. */
export const isClosed = (menu: Pick<Menu, 'off'> | null | undefined): boolean => menu?.off === 'closed';

/** Whether the repeating plan put it up and nobody has touched it since. Before somebody had to stand behind that, no name was written. */
export const isByPlan = ({ byPlan, publishedBy }: Pick<Menu, 'byPlan' | 'publishedBy'>): boolean =>
  byPlan === true || publishedBy === null;

/** What a menu offers, without whose and which it is. */
export const offerOf = ({ items, set, note, noteEn }: Offer): Offer => ({
  items,
  set,
  note,
  ...(noteEn === undefined ? {} : { noteEn }),
});

/** Nothing at all. */
export const noOffer: Offer = { items: [], set: null, note: null };

/** Today's menus of a canteen, in the order of the meals. None when the day is unknown. */
export function menusOfDay(menus: readonly Menu[], date: string | null, canteenId: string): readonly Menu[] {
  return menus
    .filter((menu) => isTodays(menu, date) && menu.canteenId === canteenId)
    .sort((a, b) => mealNames.indexOf(a.meal) - mealNames.indexOf(b.meal));
}

/** The meals in the order of the day. */
export const mealNames: readonly MealName[] = ['breakfast', 'lunch', 'dinner'];

/** A dish as it goes on a menu. */
export const itemOf = ({ id: dishId, archived: _, ...dish }: Dish): MenuItem => ({
  dishId,
  ...dish,
  soldOut: false,
});

/** What the document's `data-showing` and the staff console call a menu on a glass. */
export const menuShowing = (menu: Pick<Menu, 'id' | 'version'>): string => `menu:${menu.id}@${menu.version}`;

/** What can still be had before what is sold out; otherwise as the kitchen has put them. */
export const inServingOrder = <I extends Pick<MenuItem, 'soldOut'>>(items: readonly I[]): readonly I[] => [
  ...items.filter(({ soldOut }) => !soldOut),
  ...items.filter(({ soldOut }) => soldOut),
];

/** A tag that decides who may eat a dish at all: never left out where there is little room. */
export const decidesWhoMayEat = (tag: MenuItem['tags'][number]): boolean =>
  tag === 'halal' || tag === 'vegetarian';

/** The most characters of a name that stand in a row of a television. */
const ROW_CHARACTERS = 14;

/** The most letters that do: about twice as many. */
export const LETTERS_AT_MOST = 25;

/** Whether a dish's name takes more than a row of a television, and a short one is asked for. */
export const isLongForBoard = ({ name }: Pick<MenuItem, 'name'>): boolean =>
  name.trim().length > ROW_CHARACTERS;
