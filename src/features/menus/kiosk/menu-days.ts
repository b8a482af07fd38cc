import { addDays, daysBetween, type CivilDate } from '../../../kernel/time.ts';
import type { Sitting } from '../model/meals.ts';
import { formatDate, formatDay, formatNearDay, t, weekdayShort } from '../../../i18n/index.ts';

/** The days to choose from: today and those after it, from yesterday on while its last meal is still served. */
export function daysToChoose(
  today: CivilDate,
  served: CivilDate | undefined,
  count: number,
): readonly CivilDate[] {
  const first = served !== undefined && served < today ? served : today;
  return Array.from({ length: count }, (_, i) => addDays(first, i));
}

/** 今天, 明天, then 周二, 周三 …; which day is today is said only where that is sure. */
export function dayWord(day: CivilDate, today: CivilDate | null): string {
  switch (today === null ? null : daysBetween(today, day)) {
    case 0:
      return t('common.dates.today');
    case 1:
      return t('kioskPages.menu.tomorrow', { weekday: weekdayShort(day) });
    default:
      return weekdayShort(day);
  }
}

/** 今天 午饭; 11月24日 星期二 午饭. */
export function mealOfDay({ date, meal }: Sitting, today: CivilDate | null): string {
  const near = formatNearDay(date, today);
  const day = near === formatDate(date) ? formatDay(date) : near;
  return t('kioskPages.menu.mealOfDay', { day, meal: t(`common.meal.${meal}`) });
}
