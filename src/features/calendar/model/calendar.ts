import type { IsRest } from '../../classes/model/sessions.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type CalendarDay = RowOf<'calendarDay'>;

/** Asks the calendar's rows whether a day is a public holiday; a day without a row is none. */
export function restDays(days: readonly CalendarDay[]): IsRest {
  const resting = new Set(days.filter((day) => day.rest).map((day) => day.id));
  return (date) => resting.has(date);
}
