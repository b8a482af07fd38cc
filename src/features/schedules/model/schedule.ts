import type { FieldProblem } from '../../../kernel/check.ts';
import { minuteOf, weekdayOf, type CivilMoment } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';

export type Schedule = RowOf<'schedule'>;
type Daypart = Schedule['dayparts'][number];

/** The daypart that holds at a moment; where two overlap, the one that began later. Null outside all. */
export function daypartAt(schedule: Schedule | undefined, moment: CivilMoment): Daypart | null {
  const holding = (schedule?.dayparts ?? []).filter(
    (part) =>
      part.weekdays.includes(weekdayOf(moment.date)) &&
      minuteOf(part.from) <= moment.minute &&
      moment.minute < endOf(part),
  );
  return holding.reduce<Daypart | null>((a, b) => (a === null || b.from > a.from ? b : a), null);
}

/** A part that ends at 00:00 lasts until midnight. */
const endOf = (part: Daypart): number => minuteOf(part.to) || 1440;

/** What keeps a schedule from being saved. */
export function checkSchedule(schedule: Schedule): readonly FieldProblem[] {
  return schedule.dayparts.flatMap((part, i) =>
    endOf(part) > minuteOf(part.from) ? [] : [{ field: `dayparts.${i}.to`, code: 'before-start' }],
  );
}
