import type { View } from '../../../protocol/client/api.ts';
import { daysBetween, type CivilMoment } from '../../../kernel/time.ts';
import { setInService } from '../../devices/model/retired.ts';
import { menuUpAt } from '../../schedules/model/menu-up.ts';
import { scheduleFor } from '../../schedules/model/schedule.ts';
import { sittingsOn } from '../model/meals.ts';
import { parseMenuId } from '../model/menu.ts';

/** When the first screen of its canteen turns to a meal's menu; null where none does, or there is no such meal. */
export async function menuUp(view: View, menuId: string): Promise<CivilMoment | null> {
  const meal = parseMenuId(menuId);
  const [centre] = await view.list('centre', 'centre');
  if (meal === null || centre === undefined) return null;
  const { date } = meal;
  const rest = (await view.get('city', 'calendarDay', date))?.rest === true;
  const isRest = (day: string): boolean => rest && day === date;
  const sitting = sittingsOn(centre, date, isRest).find((one) => one.meal === meal.meal);
  if (sitting === undefined) return null;
  const schedules = await view.list('centre', 'schedule');
  const configs = setInService(await view.list('staff', 'deviceConfig'), await view.list('staff', 'device'));
  const minutes = configs
    .filter(({ kind, canteenId }) => kind === 'screen' && canteenId === meal.canteenId)
    .map((screen) => menuUpAt(sitting, scheduleFor(schedules, screen), { centre, isRest }))
    .filter((minute): minute is number => minute !== null);
  return minutes.length === 0 ? null : { date, minute: Math.min(...minutes) };
}

/** Whether a moment is still to come; not where nobody knows what time it is. */
export const isToCome = (then: CivilMoment | null, now: CivilMoment | null): then is CivilMoment =>
  then !== null && now !== null && daysBetween(now.date, then.date) * 1440 + then.minute - now.minute > 0;
