import { isBoolean, isNumber, isString, isText, listOf, shape, type Guard } from '../../../kernel/guards.ts';
import type { Daypart } from '../model/schedule.ts';
import type { Draft } from './daypart-draft.ts';

const hasDraft = shape({
  items: listOf(shape({ show: isText })),
  seconds: isNumber,
  meal: isString,
  from: isString,
  to: isString,
  weekdays: listOf(isNumber),
  dated: isBoolean,
  firstDay: isString,
  lastDay: isString,
  first: isBoolean,
});

/** Of a sheet that was left half filled in. */
export const isDraft: Guard<Draft> = (value): value is Draft => hasDraft(value);

/** By what a part of a schedule is known again: it has no other name than what it says. */
export function keptAs(scheduleId: string, writes: Daypart | 'new'): string {
  if (writes === 'new') return `${scheduleId}/new`;
  const { from, to, weekdays, dates, show } = writes;
  return `${scheduleId}/${[from, to, weekdays.join(''), dates?.from ?? '', show].join(' ')}`;
}
