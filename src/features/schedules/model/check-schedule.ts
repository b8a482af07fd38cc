import type { FieldProblem } from '../../../kernel/check.ts';
import type { Item } from './item.ts';
import type { Schedule } from './schedule.ts';

/** What keeps an item from being shown anywhere. */
export const checkItem = (item: Item, field: string): readonly FieldProblem[] =>
  item.show === 'playlist' && item.playlistId === undefined
    ? [{ field: `${field}.playlistId`, code: 'empty' }]
    : [];

/** What keeps a schedule from being saved. */
export function checkSchedule(schedule: Schedule): readonly FieldProblem[] {
  const { default: otherwise } = schedule;
  const ofDefault = otherwise === undefined ? [] : checkItem(otherwise, 'default');
  const ofDayparts = schedule.dayparts.flatMap(({ from, to, dates, turns, ...item }, i) => {
    const at = `dayparts.${i}`;
    const problems: FieldProblem[] = [];
    // From midnight to midnight is the whole day; from ten to ten nobody means.
    if (from === to && from !== '00:00') problems.push({ field: `${at}.to`, code: 'before-start' });
    if (dates !== undefined && dates.to < dates.from)
      problems.push({ field: `${at}.dates`, code: 'before-start' });
    problems.push(...[item, ...(turns ?? [])].flatMap((one) => checkItem(one, at)));
    return problems;
  });
  return [...ofDefault, ...ofDayparts];
}
