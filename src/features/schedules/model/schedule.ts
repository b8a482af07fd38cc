import { addDays, minuteOf, weekdayOf, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import { sittingsOn } from '../../menus/model/meals.ts';
import type { Item } from './item.ts';

export type Schedule = RowOf<'schedule'>;
export type Daypart = Schedule['dayparts'][number];

const GROUP = 'group:';
/** The group a schedule is for; null where it is a screen's own. */
export const groupOf = (scheduleId: string): string | null =>
  scheduleId.startsWith(GROUP) ? scheduleId.slice(GROUP.length) : null;
/** The ids of the schedules a screen may go by, its own before its group's. */
export const scheduleIds = (screen: {
  readonly id: string;
  readonly group?: string | undefined;
}): readonly string[] => [screen.id, ...(screen.group === undefined ? [] : [`${GROUP}${screen.group}`])];

/** The schedule a screen goes by, among all; undefined where nobody has made one. */
export const scheduleFor = (
  schedules: readonly Schedule[],
  screen: Parameters<typeof scheduleIds>[0],
): Schedule | undefined =>
  scheduleIds(screen)
    .map((id) => schedules.find((one) => one.id === id))
    .find((one) => one !== undefined);

/** All that a schedule may show in those of its dayparts that are asked for, and where nothing is planned. */
export function itemsOf(
  { dayparts, default: otherwise }: Schedule,
  holds: (part: Daypart) => boolean,
): readonly Item[] {
  return [
    ...dayparts.filter(holds).flatMap((part): readonly Item[] => [part, ...(part.turns ?? [])]),
    ...(otherwise === undefined ? [] : [otherwise]),
  ];
}

/** A daypart as it holds on a day: minutes from that day's midnight; the end may lie past 1440. */
export interface Holding {
  readonly part: Daypart;
  readonly date: CivilDate;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** The days and meals that dayparts go by. */
export interface House {
  readonly centre: Pick<Centre, 'meals'>;
  readonly isRest: IsRest;
}

/** A menu is put up this long before its meal. */
export const MENU_UP_BEFORE_MINUTES = 60;

/** When a daypart holds that begins on a day; null where it does not, or its meal is not served then. */
export function holdingOn(part: Daypart, date: CivilDate, { centre, isRest }: House): Holding | null {
  const { dates, weekdays, meal } = part;
  if (!weekdays.includes(weekdayOf(date))) return null;
  if (dates !== undefined && (date < dates.from || date > dates.to)) return null;
  if (meal === undefined) {
    const startMinute = minuteOf(part.from);
    const endMinute = minuteOf(part.to) > startMinute ? minuteOf(part.to) : minuteOf(part.to) + 1440;
    return { part, date, startMinute, endMinute };
  }
  const sitting = sittingsOn(centre, date, isRest).find((one) => one.meal === meal);
  if (sitting === undefined) return null;
  const early = part.show === 'menu' ? MENU_UP_BEFORE_MINUTES : 0;
  return {
    part,
    date,
    startMinute: Math.max(0, sitting.startMinute - early),
    endMinute: sitting.endMinute,
  };
}

/** Minutes from a moment's midnight at which a holding began: negative where that was yesterday. */
const beganAt = (one: Holding, { date }: CivilMoment): number =>
  one.startMinute - (one.date < date ? 1440 : 0);

/**
 * The dayparts that hold at a moment, the one that goes first in front: the highest priority, then what began later,
 * then what stands later in the list.
 */
export function holdingAt(
  schedule: { readonly dayparts: readonly Daypart[] },
  moment: CivilMoment,
  house: House,
): readonly Holding[] {
  const today = moment.date;
  const holding = schedule.dayparts.flatMap((part) =>
    [addDays(today, -1), today].flatMap((date) => {
      const one = holdingOn(part, date, house);
      if (one === null) return [];
      const start = beganAt(one, moment);
      const holds = start <= moment.minute && moment.minute < start + one.endMinute - one.startMinute;
      return holds ? [one] : [];
    }),
  );
  return holding
    .reverse()
    .sort(
      (a, b) => (b.part.priority ?? 0) - (a.part.priority ?? 0) || beganAt(b, moment) - beganAt(a, moment),
    );
}
