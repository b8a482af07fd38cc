import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import type { Programme, Run } from '../../exercise/model/run.ts';
import { runState, type RunState } from '../../exercise/model/run-state.ts';
import {
  clockTime,
  momentOf,
  unixOf,
  type CivilDate,
  type CivilMoment,
  type TimeReading,
} from '../../../kernel/time.ts';
import { currentMeal, mealAt, minutesUntilSitting, nextMeal, type Sitting } from '../../menus/model/meals.ts';
import { noticesNow, type Notice } from '../../notices/model/notice.ts';
import { isKnown, type Item } from './item.ts';
import { isPushed, type Push } from './push.ts';
import { holdingAt, MENU_UP_BEFORE_MINUTES, type Holding, type Schedule } from './schedule.ts';
import { missedOf, type Missed, type Why } from './why.ts';

/** What a screen's choice rests on: all of it on the device. */
export interface ScreenFacts {
  readonly centre: Centre;
  /** The screen's own, else its group's. Undefined where nobody has made one: it follows the meals of its canteen. */
  readonly schedule: Schedule | undefined;
  /** What staff have last pushed on it. */
  readonly push?: Push | undefined;
  /** The canteen the screen hangs in; null where it hangs in none. */
  readonly canteenId: string | null;
  readonly run: Run | undefined;
  /** The run's programme, when the device has it. */
  readonly programme: Programme | undefined;
  readonly notices: readonly Notice[];
  readonly time: TimeReading;
  readonly isRest: IsRest;
  /** Says of an item that there is nothing of it to show here: its playlist is gone, its files are broken. */
  readonly isEmpty?: (item: Item) => boolean;
}

/** What a screen shows. */
type Shown =
  | { readonly show: 'emergency'; readonly notice: Notice }
  | {
      readonly show: 'run';
      readonly run: Run;
      readonly programme: Programme;
      readonly state: Exclude<RunState, 'over'>;
    }
  /**
   * The board of the meal being served, else of the next, which late in the day is tomorrow's and must say so:
   * its menu, or where there is none a word that it has not been updated.
   */
  | { readonly show: 'menu'; readonly sitting: Sitting }
  | { readonly show: 'weekly-menu'; readonly date: CivilDate }
  | { readonly show: 'timetable'; readonly date: CivilDate }
  /** The room's exercise, waiting for its start. */
  | { readonly show: 'programme'; readonly date: CivilDate }
  /** One benefit in plain words; null where the day is not known, and with it which would be today's. */
  | { readonly show: 'policy'; readonly date: CivilDate | null; readonly policyId: string | undefined }
  | { readonly show: 'playlist'; readonly playlistId: string }
  | { readonly show: 'notices' | 'clock' | 'dark' }
  | { readonly show: 'welcome'; readonly text: string | undefined; readonly textEn: string | undefined }
  /** The device does not know the day, so it says nothing that depends on one. */
  | { readonly show: 'undated' };

/** What a screen shows, why, and what it would have shown before that but cannot. */
export type Showing = Shown & {
  readonly why: Why;
  readonly missed: readonly Missed[];
  /** What was scheduled or pushed; null for what comes of itself. */
  readonly item: Item | null;
};

/** Something that may be shown, and why it would be. */
interface Candidate {
  readonly item: Item;
  readonly why: Why;
}

/**
 * What a screen shows now: an emergency before a run, a run before what is pushed, that before the schedule, and outside
 * it the schedule's default or today's timetable. What cannot be shown makes way for what comes after it.
 */
export function showingOn(facts: ScreenFacts): Showing {
  const { centre, run, programme, time } = facts;
  const [gravest] = noticesNow(facts.notices, time.nowMs);
  if (gravest?.level === 'emergency')
    return { show: 'emergency', notice: gravest, ...ofItself({ because: 'emergency' }) };
  const moment = momentOf(time, centre.utcOffsetMinutes);
  if (time.nowMs !== null && run !== undefined && programme?.id === run.programmeId) {
    const state = runState(run, programme.durationMs, time.nowMs);
    if (state !== 'over') return { show: 'run', run, programme, state, ...ofItself({ because: 'run' }) };
  }
  const missed: Missed[] = [];
  for (const { item, why } of candidates(facts, moment)) {
    const fit = isKnown(item) && facts.isEmpty?.(item) !== true;
    const shown = fit ? shownOf(item, facts, moment) : null;
    if (shown !== null) return { ...shown, why, missed, item };
    missed.push(missedOf(item));
  }
  return moment === null
    ? { show: 'undated', ...ofItself({ because: 'no-time' }, missed) }
    : { show: 'timetable', date: moment.date, ...ofItself({ because: 'default' }, missed) };
}

const ofItself = (why: Why, missed: readonly Missed[] = []): Pick<Showing, 'why' | 'missed' | 'item'> => ({
  why,
  missed,
  item: null,
});

/** What the screen may show, the first before the second. */
function candidates(facts: ScreenFacts, moment: CivilMoment | null): readonly Candidate[] {
  const { schedule, time } = facts;
  if (moment === null || time.nowMs === null) {
    // Only what is of no day, and of the schedule only what is not timed.
    const item = schedule?.default;
    return item !== undefined && UNDATED.includes(item.show) ? [{ item, why: { because: 'no-time' } }] : [];
  }
  const { nowMs } = time;
  return [...ofPush(facts.push, nowMs), ...ofSchedule(facts, moment, nowMs)];
}

/** What staff push goes before what was planned. */
const ofPush = (push: Push | undefined, nowMs: number): readonly Candidate[] =>
  push === undefined || !isPushed(push, nowMs) ? [] : [{ item: push.item, why: pushedBy(push) }];

const pushedBy = ({ by, untilMs, version }: Push): Why => ({ because: 'pushed', by, untilMs, version });

/** What is planned for a moment; without a plan the meals of its canteen are one. */
function ofSchedule(facts: ScreenFacts, moment: CivilMoment, nowMs: number): readonly Candidate[] {
  const { schedule } = facts;
  if (schedule === undefined) {
    const why: Why = { because: 'meals' };
    const soon = facts.canteenId !== null && mealSoon(facts, moment) !== null;
    return [
      ...(soon ? [{ item: { show: 'menu' }, why } as const] : []),
      { item: { show: 'timetable' }, why },
    ];
  }
  const { default: otherwise } = schedule;
  return [
    ...holdingAt(schedule, moment, facts).flatMap((one) => ofDaypart(one, facts, nowMs)),
    ...(otherwise === undefined ? [] : [{ item: otherwise, why: { because: 'default' } } as const]),
  ];
}

/** What needs no day and no hour to be true. */
const UNDATED: readonly Item['show'][] = ['policy', 'playlist', 'welcome', 'dark'];

/** A daypart's items: the one whose turn it is, then those whose turn comes. */
function ofDaypart(
  { part, date, startMinute, endMinute }: Holding,
  { centre, isEmpty }: ScreenFacts,
  nowMs: number,
): readonly Candidate[] {
  const why: Why = {
    because: 'daypart',
    from: clockTime(startMinute % 1440),
    to: clockTime(endMinute % 1440),
  };
  const { turns = [] } = part;
  const unfit = turns.filter((one) => !isKnown(one) || isEmpty?.(one) === true);
  const fit = turns.filter((one) => !unfit.includes(one));
  const round = fit.reduce((sum, one) => sum + one.seconds, 0);
  if (round === 0) return [...unfit, part].map((item) => ({ item, why }));
  // Counted from the part's start: screens side by side, and one that was switched off, come to the same turn.
  const sinceMs = Math.max(0, nowMs - unixOf(date, startMinute, centre.utcOffsetMinutes));
  let left = Math.floor(sinceMs / 1000) % round;
  const now = fit.findIndex((one) => (left -= one.seconds) < 0);
  return [...unfit, ...fit.slice(now), ...fit.slice(0, now)].map((item) => ({ item, why }));
}

/** What an item is at a moment; null where there is nothing of it. */
function shownOf(item: Item, facts: ScreenFacts, moment: CivilMoment | null): Shown | null {
  switch (item.show) {
    case 'menu': {
      const sitting = moment && currentMeal(facts.centre, moment, facts.isRest);
      return sitting && { show: 'menu', sitting };
    }
    case 'weekly-menu':
    case 'timetable':
    case 'programme':
      return moment && { show: item.show, date: moment.date };
    case 'policy':
      return { show: 'policy', date: moment?.date ?? null, policyId: item.policyId };
    case 'playlist':
      return item.playlistId === undefined ? null : { show: 'playlist', playlistId: item.playlistId };
    case 'welcome':
      return { show: 'welcome', text: item.text, textEn: item.textEn };
    case 'notices':
    case 'clock':
    case 'dark':
      return { show: item.show };
  }
}

/** The meal being served, or the one that begins within the hour. */
function mealSoon({ centre, isRest }: ScreenFacts, moment: CivilMoment): Sitting | null {
  const serving = mealAt(centre, moment, isRest);
  if (serving !== null) return serving;
  const next = nextMeal(centre, moment, isRest);
  return next !== null && minutesUntilSitting(next, moment) <= MENU_UP_BEFORE_MINUTES ? next : null;
}
