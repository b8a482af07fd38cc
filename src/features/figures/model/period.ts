import { addDays, isCivilDate, weekdayOf, type CivilDate } from '../../../kernel/time.ts';

/** What figures are asked of: a week from Monday to Sunday, or a month of the calendar. */
export const periodNames = ['week', 'month'] as const;
export type PeriodName = (typeof periodNames)[number];

/** A stretch of days, both included. */
export interface Period {
  readonly by: PeriodName;
  readonly first: CivilDate;
  readonly last: CivilDate;
}

/** The week or month that a day lies in. */
export function periodOf(by: PeriodName, day: CivilDate): Period {
  if (by === 'week') {
    const first = addDays(day, 1 - weekdayOf(day));
    return { by, first, last: addDays(first, 6) };
  }
  const first = `${day.slice(0, 7)}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { by, first, last: addDays(next, -1) };
}

export const periodBefore = ({ by, first }: Period): Period => periodOf(by, addDays(first, -1));
export const periodAfter = ({ by, last }: Period): Period => periodOf(by, addDays(last, 1));

/** Its days, in their order. */
export function daysOf({ first, last }: Pick<Period, 'first' | 'last'>): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Years that a centre has kept anything of, or will: what is asked beyond them is a slip. */
const FIRST_YEAR = '2000';
const LAST_YEAR = '2999';

/** Whether a text is a day that figures can be asked of. */
export const isAskedDay = (text: string): boolean =>
  isCivilDate(text) && text.slice(0, 4) >= FIRST_YEAR && text.slice(0, 4) <= LAST_YEAR;
