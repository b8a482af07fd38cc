import type { Static } from 'typebox';
import { applied, defineMutation, refused } from '../../../kernel/mutation.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { addDays, daysBetween, type CivilDate } from '../../../kernel/time.ts';
import { atMs, mealToChange, who } from './menu-change.ts';
import type { MealCountSetArgs } from './menu.schema.ts';
import type { Menu } from './menu.ts';

/** Says how many came to a meal, or takes that back. */
export const mealCountSet = defineMutation<Static<typeof MealCountSetArgs>>()({
  name: 'mealCount.set',
  v: 1,
  by: ['canteen'],
  toldTo: 'staff',
  async apply(tx, { menuId, count }, ctx) {
    const meal = mealToChange(menuId, ctx);
    if ('status' in meal) return meal;
    if (ctx.today !== null && meal.date > ctx.today)
      return refused('day-to-come', `${meal.date} is still to come`);
    if (count !== null)
      await tx.put('staff', 'mealCount', menuId, {
        ...{ id: menuId, ...meal, count },
        by: who(ctx),
        atMs: atMs(ctx),
      });
    else if ((await tx.get('staff', 'mealCount', menuId)) !== undefined)
      await tx.remove('staff', 'mealCount', menuId);
    return applied;
  },
});

/** The weeks that are looked back, and how many of their days are enough: who came in summer says little of winter. */
const WEEKS_BACK = 8;
const DAYS_ENOUGH = 4;

/** How many to cook for, and what that is made from. */
interface Expected {
  /** Who came to that meal; where nobody has ever counted, the check-ins of the house on such days. */
  readonly from: 'meals' | 'checkIns';
  /** The middle one of `days`. */
  readonly count: number;
  readonly least: number;
  readonly most: number;
  /** How many days of that weekday it is made from. */
  readonly days: number;
}

interface Past {
  readonly meals: readonly Pick<RowOf<'mealCount'>, 'date' | 'meal' | 'canteenId' | 'count'>[];
  readonly checkIns: readonly Pick<RowOf<'attendanceCount'>, 'date' | 'count'>[];
}

/** How many will come to a meal by who came on the same weekday in the weeks before; null where there is no past. */
export function expectedAt(
  { date, meal, canteenId }: Pick<Menu, 'date' | 'meal' | 'canteenId'>,
  { meals, checkIns }: Past,
): Expected | null {
  const such = lastSuchDays(
    meals.filter((one) => one.meal === meal && one.canteenId === canteenId),
    date,
  );
  if (such.length > 0) return { from: 'meals', ...inTheMiddle(such) };
  const came = lastSuchDays(checkIns, date);
  return came.length > 0 ? { from: 'checkIns', ...inTheMiddle(came) } : null;
}

/** How many came on each of the last days of a date's weekday before it; a day on which nobody did was a day off. */
function lastSuchDays(
  rows: readonly { readonly date: CivilDate; readonly count: number }[],
  date: CivilDate,
): readonly number[] {
  const days = Array.from({ length: WEEKS_BACK }, (_, week) => addDays(date, -7 * (week + 1)));
  return days
    .map((day) =>
      rows.filter((one) => daysBetween(one.date, day) === 0).reduce((sum, { count }) => sum + count, 0),
    )
    .filter((count) => count > 0)
    .slice(0, DAYS_ENOUGH);
}

/** Of an even number of days the middle is between two: a meal too many is better than one too few. */
function inTheMiddle(counts: readonly number[]): Omit<Expected, 'from'> {
  const sorted = [...counts].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] ?? 0;
  const count = sorted.length % 2 === 1 ? upper : Math.ceil((upper + (sorted[half - 1] ?? upper)) / 2);
  return { count, least: sorted[0] ?? 0, most: sorted[sorted.length - 1] ?? 0, days: sorted.length };
}
