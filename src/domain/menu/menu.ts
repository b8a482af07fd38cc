import { id, type Id, type MenuId } from '../kernel/ids.ts';
import type { RowOf } from '../rows.ts';

export type Menu = RowOf<'menu'>;
export type Dish = RowOf<'dish'>;
export type MenuItem = Menu['items'][number];
export type MealName = Menu['meal'];

/** The id of a meal's menu: `YYYY-MM-DD.meal.canteen`. */
export const menuId = (date: string, meal: MealName, canteenId: string): MenuId => id(`${date}.${meal}.${canteenId}`);

/** The day, meal and canteen a menu id names; null when it names none. */
export function parseMenuId(text: string): { date: string; meal: MealName; canteenId: Id<'CanteenId'> } | null {
  const match = /^(\d{4}-\d{2}-\d{2})\.(breakfast|lunch|dinner)\.(.+)$/.exec(text);
  const [, date, meal, canteenId] = match ?? [];
  if (date === undefined || canteenId === undefined) return null;
  if (meal !== 'breakfast' && meal !== 'lunch' && meal !== 'dinner') return null;
  return { date, meal, canteenId: id(canteenId) };
}
