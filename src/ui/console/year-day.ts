import { formatDate, t, weekdayShort } from '../../i18n/index.ts';

/** A day of any year: 2026年12月1日 周二. */
export const yearDay = (date: string): string =>
  t('staff.yearDay', { year: date.slice(0, 4), date: formatDate(date), weekday: weekdayShort(date) });
