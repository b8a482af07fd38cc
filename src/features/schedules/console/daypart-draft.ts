import type { Centre } from '../../centre/model/centre.ts';
import type { Item } from '../model/item.ts';
import type { Daypart } from '../model/schedule.ts';

/** A part of the day while it is written. */
export interface Draft {
  /** Several stand there by turns. */
  readonly items: readonly Item[];
  /** How long each of several stays. */
  readonly seconds: number;
  /** The name of a meal, or nothing where it goes by the clock. */
  readonly meal: string;
  readonly from: string;
  readonly to: string;
  readonly weekdays: readonly number[];
  readonly dated: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
  /** Goes before what it overlaps with. */
  readonly first: boolean;
}

export type DraftProblem = 'times' | 'days' | 'dates' | 'seconds';

/** Long enough for a page to be read by an old reader. */
const USUAL_SECONDS = 30;
/** What goes first, among ten. */
const FIRST = 5;

const BY_DAY = { from: '08:00', to: '18:00' } as const;
const BY_NIGHT = { from: '21:00', to: '06:00' } as const;

/** Another thing in a part: quiet hours are by night, unless somebody has said when. */
export function withItem(draft: Draft, at: number, item: Item): Draft {
  const items = draft.items.map((one, i) => (i === at ? item : one));
  const isUntold = draft.from === BY_DAY.from && draft.to === BY_DAY.to;
  return { ...draft, items, ...(item.show === 'dark' && isUntold ? BY_NIGHT : {}) };
}

/** What is written, to begin with: as a part is, or all day every day. */
export function draftOf(part: Daypart | null): Draft {
  if (part === null)
    return {
      items: [{ show: 'menu' }],
      seconds: USUAL_SECONDS,
      meal: '',
      ...BY_DAY,
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      dated: false,
      firstDay: '',
      lastDay: '',
      first: false,
    };
  const { weekdays, from, to, dates, meal, priority, turns, ...item } = part;
  return {
    items: turns === undefined ? [item] : turns.map(({ seconds: _, ...one }) => one),
    seconds: turns?.[0]?.seconds ?? USUAL_SECONDS,
    meal: meal ?? '',
    from,
    to,
    weekdays,
    dated: dates !== undefined,
    firstDay: dates?.from ?? '',
    lastDay: dates?.to ?? '',
    first: (priority ?? 0) > 0,
  };
}

/** What is amiss with what is written; null where nothing is. */
export function problemOf({
  items,
  seconds,
  meal,
  from,
  to,
  weekdays,
  dated,
  ...days
}: Draft): DraftProblem | null {
  if (meal === '' && (from === '' || to === '' || (from === to && from !== '00:00'))) return 'times';
  if (weekdays.length === 0) return 'days';
  if (dated && (days.firstDay === '' || days.lastDay < days.firstDay)) return 'dates';
  if (items.length > 1 && !(Number.isInteger(seconds) && seconds >= 10 && seconds <= 3600)) return 'seconds';
  return null;
}

/** The part of the day that is written. */
export function daypartOf(draft: Draft, centre: Pick<Centre, 'meals'>): Daypart {
  const { items, seconds, weekdays, dated, firstDay, lastDay, first } = draft;
  const [item = { show: 'menu' }] = items;
  const meal = centre.meals.find((one) => one.meal === draft.meal);
  return {
    ...item,
    weekdays: [...weekdays].sort((a, b) => a - b),
    from: meal?.from ?? draft.from,
    to: meal?.to ?? draft.to,
    ...(meal === undefined ? {} : { meal: meal.meal }),
    ...(dated ? { dates: { from: firstDay, to: lastDay } } : {}),
    ...(first ? { priority: FIRST } : {}),
    ...(items.length > 1 ? { turns: items.map((one) => ({ ...one, seconds })) } : {}),
  };
}
