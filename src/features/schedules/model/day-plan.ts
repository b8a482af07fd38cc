import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { holdingAt, holdingOn, type Daypart, type House } from './schedule.ts';

/** A stretch of a day, in minutes from its midnight, in which the same stands on a screen. */
export interface Stretch {
  readonly startMinute: number;
  readonly endMinute: number;
  /** What goes first; null where nothing is planned. */
  readonly part: Daypart | null;
  /** What is planned then too, and gives way. */
  readonly under: readonly Daypart[];
}

const DAY = 1440;

/** A day as a schedule has it, from midnight to midnight, with what is left open and what lies over what. */
export function dayPlan(dayparts: readonly Daypart[], date: CivilDate, house: House): readonly Stretch[] {
  const cuts = new Set([0]);
  for (const part of dayparts)
    for (const [day, shift] of [
      [addDays(date, -1), -DAY],
      [date, 0],
    ] as const) {
      const held = holdingOn(part, day, house);
      if (held !== null) [held.startMinute + shift, held.endMinute + shift].forEach((cut) => cuts.add(cut));
    }
  const starts = [...cuts].filter((cut) => cut >= 0 && cut < DAY).sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  starts.forEach((startMinute, i) => {
    const [first, ...under] = holdingAt({ dayparts }, { date, minute: startMinute }, house).map(
      ({ part }) => part,
    );
    const stretch = { startMinute, endMinute: starts[i + 1] ?? DAY, part: first ?? null, under };
    const before = stretches[stretches.length - 1];
    if (before !== undefined && isSame(before, stretch))
      stretches[stretches.length - 1] = { ...before, endMinute: stretch.endMinute };
    else stretches.push(stretch);
  });
  return stretches;
}

const isSame = (a: Stretch, b: Stretch): boolean =>
  a.part === b.part && a.under.length === b.under.length && a.under.every((one, i) => one === b.under[i]);

/** The weekdays, of those that follow a day, on which a stretch is left open just so. */
export function openOn(
  dayparts: readonly Daypart[],
  { startMinute, endMinute }: Stretch,
  days: readonly CivilDate[],
  house: House,
): readonly CivilDate[] {
  return days.filter((day) =>
    dayPlan(dayparts, day, house).some(
      (one) => one.part === null && one.startMinute === startMinute && one.endMinute === endMinute,
    ),
  );
}
