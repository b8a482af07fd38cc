import { addDays, daysBetween, minuteOf, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import type { MealName } from './menu.ts';

/** One serving of a meal: the day it belongs to, and its minutes of that day (the end may lie past 1440). */
export interface Sitting {
  readonly meal: MealName;
  readonly date: CivilDate;
  readonly startMinute: number;
  readonly endMinute: number;
}

type MealTimes = Pick<Centre, 'meals'>;
const never: IsRest = () => false;

/** The meals served on a day, in the order they start. */
export function sittingsOn(centre: MealTimes, date: CivilDate, isRest: IsRest = never): readonly Sitting[] {
  return centre.meals
    .filter((meal) => !(meal.skipsHolidays === true && isRest(date)))
    .map(({ meal, from, to }) => {
      const startMinute = minuteOf(from);
      const endMinute = minuteOf(to) > startMinute ? minuteOf(to) : minuteOf(to) + 1440;
      return { meal, date, startMinute, endMinute };
    })
    .sort((a, b) => a.startMinute - b.startMinute);
}

/** Minutes from a moment to a sitting's start; negative once it has begun. */
export const minutesUntilSitting = (sitting: Sitting, moment: CivilMoment): number =>
  daysBetween(moment.date, sitting.date) * 1440 + sitting.startMinute - moment.minute;

/**
 * The meal being served at a moment: from its first minute up to, not including, its last. A meal that runs past
 * midnight is still its own day's. Null between meals and where the time is unknown.
 */
export function mealAt(
  centre: MealTimes,
  moment: CivilMoment | null,
  isRest: IsRest = never,
): Sitting | null {
  if (moment === null) return null;
  const sittings = [addDays(moment.date, -1), moment.date].flatMap((date) =>
    sittingsOn(centre, date, isRest),
  );
  const on = sittings.filter((sitting) => {
    const until = minutesUntilSitting(sitting, moment);
    return until <= 0 && until > sitting.startMinute - sitting.endMinute;
  });
  return on[on.length - 1] ?? null;
}

/** How many days ahead the next meal is looked for: past the longest public holiday. */
const LOOK_AHEAD_DAYS = 15;

/** The next meal to begin after a moment, perhaps of another day; null where the time is unknown. */
export function nextMeal(
  centre: MealTimes,
  moment: CivilMoment | null,
  isRest: IsRest = never,
): Sitting | null {
  if (moment === null) return null;
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const coming = sittingsOn(centre, addDays(moment.date, days), isRest).find(
      (sitting) => minutesUntilSitting(sitting, moment) > 0,
    );
    if (coming !== undefined) return coming;
  }
  return null;
}

/** The meal to speak of now: the one being served, else the next. */
export const currentMeal = (centre: MealTimes, moment: CivilMoment | null, isRest?: IsRest): Sitting | null =>
  mealAt(centre, moment, isRest) ?? nextMeal(centre, moment, isRest);
