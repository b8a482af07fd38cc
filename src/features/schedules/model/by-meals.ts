import type { Centre } from '../../centre/model/centre.ts';
import type { Schedule } from './schedule.ts';

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/**
 * What a screen shows for which nobody has made a schedule, written as one. Who adds a part to it keeps the rest: a
 * first schedule that began empty took the menu off a dining hall's screen.
 */
export const planByMeals = (
  { meals }: Pick<Centre, 'meals'>,
  inCanteen: boolean,
): Pick<Schedule, 'dayparts' | 'default'> => ({
  dayparts: inCanteen
    ? meals.map(({ meal, from, to }) => ({ show: 'menu', meal, weekdays: EVERY_DAY, from, to }))
    : [],
  default: { show: 'timetable' },
});
