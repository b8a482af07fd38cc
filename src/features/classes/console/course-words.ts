import { formatClock, formatDate, t } from '../../../i18n/index.ts';
import type { Course } from '../model/sessions.ts';
import { NTHS, WEEKDAYS } from './course-draft.ts';

/** 周一 */
export const weekdayWord = (weekday: number): string =>
  WEEKDAYS.flatMap((one) => (one === weekday ? [t(`common.weekdayShort.${one}`)] : []))[0] ?? '';

/** 第二个, 最后一个 */
export function nthWord(nth: number): string {
  const known = NTHS.find((one) => one === nth);
  if (known === undefined) return '';
  const which = known === -1 ? 'last' : known;
  return t(`staff.course.nth.${which}`);
}

/** When a course meets: 每周一、周三 上午9:20. */
export function whenWords({ recurrence, start }: Course): string {
  const time = formatClock(start);
  if (recurrence.every === 'once') return `${formatDate(recurrence.date)} ${time}`;
  if (recurrence.every === 'month') {
    const which = { nth: nthWord(recurrence.nth), weekday: weekdayWord(recurrence.weekday) };
    return `${t('staff.course.monthly', which)} ${time}`;
  }
  const days = [...recurrence.weekdays]
    .sort((a, b) => a - b)
    .map(weekdayWord)
    .join(t('common.listJoin'));
  const weeks = recurrence.interval ?? 1;
  if (weeks > 1) return `${t('staff.course.everyWeeks', { weeks, days })} ${time}`;
  return `${recurrence.weekdays.length === 7 ? t('staff.course.daily') : t('staff.course.weekly', { days })} ${time}`;
}

const FIELDS = [
  'kind',
  'name',
  'nameEn',
  'room',
  'roomEn',
  'leader',
  'leaderEn',
  'about',
  'aboutEn',
  'bring',
  'bringEn',
  'every',
  'weekdays',
  'interval',
  'nth',
  'weekday',
  'recurrence',
  'start',
  'minutes',
  'from',
  'until',
  'capacity',
  'checkIn',
  'skipsHolidays',
  'certifies',
  'percent',
  'certificatePercent',
] as const;

/** What a field is called; nothing where it is not on the sheet. */
export const fieldName = (name: string): string =>
  FIELDS.flatMap((one) => (one === name ? [t(`staff.course.field.${one}`)] : []))[0] ?? '';
