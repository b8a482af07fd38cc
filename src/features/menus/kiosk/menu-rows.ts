import { currentMeal, mealAt, type Sitting } from '../model/meals.ts';
import { menuId, type Menu } from '../model/menu.ts';
import type { Centre } from '../../centre/model/centre.ts';
import { ofDays } from '../../../kernel/row-range.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';

/** The menus of some days with what is needed to say which is meant. */
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
  /** So many days from that day on, and on over any holidays that follow. */
  readonly days: number;
}

/** No public holiday goes on for longer. */
const MOST_DAYS = 15;

/** Reads the menus around a day, from the day before; only the centre where the day is unknown. Null before the centre is there. */
export async function readMenus(view: View, asked: MenusAsked): Promise<MenuRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const { date } = asked;
  const canteenId = asked.canteenId ?? centre.canteens[0]?.id ?? null;
  if (date === null || canteenId === null) return { centre, canteenId, menus: new Map(), rest: new Set() };
  // A question for each day and meal was seventy for the page of a week, one after the other.
  const calendar = await view.list(
    'city',
    'calendarDay',
    ofDays(addDays(date, -1), addDays(date, MOST_DAYS - 1)),
  );
  const rest = new Set(calendar.filter((day) => day.rest).map((day) => day.id));
  let ahead = asked.days - 1;
  while (ahead + 1 < MOST_DAYS && rest.has(addDays(date, ahead))) ahead += 1;
  const read = await view.list('centre', 'menu', ofDays(addDays(date, -1), addDays(date, ahead)));
  const menus = new Map(read.filter((menu) => menu.canteenId === canteenId).map((menu) => [menu.id, menu]));
  return { centre, canteenId, menus, rest };
}

/** A meal's menu, or that the meal is closed; nothing where nobody has put one up, or it was taken down. */
export function menuOf(rows: MenuRows, { date, meal }: Pick<Sitting, 'date' | 'meal'>): Menu | undefined {
  const menu = rows.canteenId === null ? undefined : rows.menus.get(menuId(date, meal, rows.canteenId));
  return menu?.off === 'withdrawn' ? undefined : menu;
}

/** The meal to speak of now, its menu if there is one, and whether it is being served. */
export function mealNow(rows: MenuRows, moment: CivilMoment) {
  const isRest = (date: string): boolean => rows.rest.has(date);
  const sitting = currentMeal(rows.centre, moment, isRest);
  if (sitting === null) return null;
  return { sitting, serving: mealAt(rows.centre, moment, isRest) !== null, menu: menuOf(rows, sitting) };
}
