import { currentMeal, mealAt, type Sitting } from '../model/meals.ts';
import { menuId, type Menu } from '../model/menu.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';

/** The menus of today and tomorrow with what is needed to say which is meant. */
export interface MenuRows {
  readonly centre: Centre;
  readonly canteenId: string | null;
  /** By menu id. */
  readonly menus: ReadonlyMap<string, Menu>;
  /** The days in question that are public holidays. */
  readonly rest: ReadonlySet<string>;
}

/** Whose menus are read, and around which day; null where the day is unknown, or the canteen is the centre's first. */
interface MenusAsked {
  readonly date: CivilDate | null;
  readonly canteenId: string | null;
}

const DAYS = [-1, 0, 1];
const MEALS = ['breakfast', 'lunch', 'dinner'] as const;

/** Reads the menus around a day; only the centre where the day is unknown. Null before the centre is there. */
export async function readMenus(view: View, asked: MenusAsked): Promise<MenuRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const { date } = asked;
  const canteenId = asked.canteenId ?? centre.canteens[0]?.id ?? null;
  const menus = new Map<string, Menu>();
  const rest = new Set<string>();
  if (date !== null && canteenId !== null) {
    for (const day of DAYS.map((days) => addDays(date, days))) {
      if ((await view.get('city', 'calendarDay', day))?.rest) rest.add(day);
      for (const meal of MEALS) {
        const menu = await view.get('centre', 'menu', menuId(day, meal, canteenId));
        if (menu !== undefined) menus.set(menu.id, menu);
      }
    }
  }
  return { centre, canteenId, menus, rest };
}

export const menuOf = (rows: MenuRows, sitting: Pick<Sitting, 'date' | 'meal'>): Menu | undefined =>
  rows.canteenId === null ? undefined : rows.menus.get(menuId(sitting.date, sitting.meal, rows.canteenId));

/** The meal to speak of now, its menu if there is one, and whether it is being served. */
export function mealNow(rows: MenuRows, moment: CivilMoment) {
  const isRest = (date: string): boolean => rows.rest.has(date);
  const sitting = currentMeal(rows.centre, moment, isRest);
  if (sitting === null) return null;
  return { sitting, serving: mealAt(rows.centre, moment, isRest) !== null, menu: menuOf(rows, sitting) };
}
