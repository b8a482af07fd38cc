import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import { sittingsOn, type Sitting } from '../../menus/model/meals.ts';
import { holdingOn, MENU_UP_BEFORE_MINUTES, type Schedule } from './schedule.ts';

/**
 * When a canteen's screen turns to a meal's menu, in minutes of its day: once the meal before it is over and the screen's
 * plan has a menu up. Null where the plan has none up for it.
 */
export function menuUpAt(
  { date, startMinute, endMinute }: Sitting,
  schedule: Schedule | undefined,
  house: { readonly centre: Pick<Centre, 'meals'>; readonly isRest: IsRest },
): number | null {
  if (schedule === undefined) return Math.max(0, startMinute - MENU_UP_BEFORE_MINUTES);
  const free = Math.max(
    0,
    ...sittingsOn(house.centre, date, house.isRest)
      .filter((one) => one.startMinute < startMinute)
      .map((one) => one.endMinute),
  );
  const starts = schedule.dayparts.flatMap((part) => {
    const holds = [part, ...(part.turns ?? [])].some(({ show }) => show === 'menu');
    const one = holds ? holdingOn(part, date, house) : null;
    if (one === null) return [];
    const from = Math.max(free, one.startMinute);
    return from < Math.min(endMinute, one.endMinute) ? [from] : [];
  });
  if (starts.length > 0) return Math.min(...starts);
  return schedule.default?.show === 'menu' ? free : null;
}
