import { currentMeal, mealAt, type Sitting } from '../model/meals.ts';
import { menuId, type Menu } from '../model/menu.ts';
import type { Centre } from '../../centre/model/centre.ts';
import {
  addDays,
  civilMoment,
  type CivilDate,
  type CivilMoment,
  type TimeReading,
} from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';

/** The menus of today and tomorrow with what is needed to say which is meant. */
export interface MenuRows {
  readonly centre: Centre;
  readonly canteenId: string | null;
  /** The day they were read for; null where it was unknown. */
  readonly date: CivilDate | null;
  /** By menu id. */
  readonly menus: ReadonlyMap<string, Menu>;
  /** The days in question that are public holidays. */
  readonly rest: ReadonlySet<string>;
}

const DAYS = [-1, 0, 1];
const MEALS = ['breakfast', 'lunch', 'dinner'] as const;

/** Reads the menus around a time; only the centre where the time is unknown. Null before the centre is there. */
export async function readMenus(
  view: View,
  time: TimeReading,
  ownCanteen: string | null,
): Promise<MenuRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const canteenId = ownCanteen ?? centre.canteens[0]?.id ?? null;
  const menus = new Map<string, Menu>();
  const rest = new Set<string>();
  const moment = momentOf(time, centre);
  if (moment !== null && canteenId !== null) {
    for (const day of DAYS.map((days) => addDays(moment.date, days))) {
      if ((await view.get('city', 'calendarDay', day))?.rest) rest.add(day);
      for (const meal of MEALS) {
        const menu = await view.get('centre', 'menu', menuId(day, meal, canteenId));
        if (menu !== undefined) menus.set(menu.id, menu);
      }
    }
  }
  return { centre, canteenId, date: moment?.date ?? null, menus, rest };
}

/** The centre's day and minute; null where the time is unknown. */
export const momentOf = (time: TimeReading, centre: Pick<Centre, 'utcOffsetMinutes'>): CivilMoment | null =>
  time.nowMs === null ? null : civilMoment(time.nowMs, centre.utcOffsetMinutes);

export const menuOf = (rows: MenuRows, sitting: Pick<Sitting, 'date' | 'meal'>): Menu | undefined =>
  rows.canteenId === null ? undefined : rows.menus.get(menuId(sitting.date, sitting.meal, rows.canteenId));

/** The meal to speak of now, its menu if there is one, and whether it is being served. */
export function mealNow(rows: MenuRows, moment: CivilMoment) {
  const isRest = (date: string): boolean => rows.rest.has(date);
  const sitting = currentMeal(rows.centre, moment, isRest);
  if (sitting === null) return null;
  return { sitting, serving: mealAt(rows.centre, moment, isRest) !== null, menu: menuOf(rows, sitting) };
}
