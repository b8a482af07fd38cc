import { id, type Id } from '../../../kernel/ids.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import {
  isUp,
  mealNames,
  menuId,
  offerOf,
  type Dish,
  type MealName,
  type Menu,
  type MenuPlan,
} from './menu.ts';

type Days = MenuPlan['days'];

/** So many days of which nothing is planned. */
export const cycleOf = (count: number): Days => Array.from({ length: count }, () => []);

/** The cycle with so many days: new ones are empty, and the last go first. */
export const withDays = (days: Days, count: number): Days => [
  ...days.slice(0, count),
  ...cycleOf(count - days.length),
];

/** One dish of a day's meal, to be on it or off. */
interface Picked {
  readonly day: number;
  readonly meal: MealName;
  readonly dishId: Dish['id'];
  readonly on: boolean;
}

/** The cycle with a dish on one of its meals, or off it; a meal without dishes is none. */
export const withPicked = (days: Days, { day, meal, dishId, on }: Picked): Days =>
  days.map((meals, i) => {
    if (i !== day) return meals;
    const standing = meals.find((one) => one.meal === meal) ?? { meal, dishIds: [], set: null, note: null };
    const others = standing.dishIds.filter((one) => one !== dishId);
    const dishIds = on ? [...others, dishId] : others;
    return mealNames.flatMap((name) => {
      if (name !== meal) return meals.filter((one) => one.meal === name);
      return dishIds.length === 0 ? [] : [{ ...standing, dishIds }];
    });
  });

const WEEK = 7;

/**
 * A week that repeats what was published last for each of its days, this week's before last week's; null where nothing
 * was. Dishes of one day that the kitchen does not know stay out, as a plan names dishes alone.
 */
export function planFromMenus(
  menus: readonly Menu[],
  canteenId: Id<'CanteenId'>,
  today: CivilDate,
): Pick<MenuPlan, 'id' | 'canteenId' | 'anchor' | 'days'> | null {
  const days = Array.from({ length: WEEK }, (_, i) =>
    mealNames.flatMap((meal): Days[number] => {
      const menu = [i, i - WEEK]
        .map((day) => menus.find((one) => one.id === menuId(addDays(today, day), meal, canteenId)))
        .find(isUp);
      if (menu === undefined) return [];
      const { items, ...words } = offerOf(menu);
      return [{ meal, ...words, set: withoutStock(words.set), dishIds: items.map(({ dishId }) => dishId) }];
    }),
  );
  return days.every((meals) => meals.length === 0)
    ? null
    : { id: id(canteenId), canteenId, anchor: today, days };
}

/** Whether it had run out says nothing of the next time. */
function withoutStock(set: Menu['set']): Menu['set'] {
  if (set === null) return null;
  const { soldOut: _, ...other } = set;
  return other;
}
