import type { Centre } from '../../centre/model/centre.ts';
import type { IsRest } from '../../classes/model/sessions.ts';
import { runState, type Programme, type Run } from '../../exercise/model/run.ts';
import { momentOf, type CivilDate, type CivilMoment, type TimeReading } from '../../../kernel/time.ts';
import { currentMeal, mealAt, minutesUntilSitting, nextMeal, type Sitting } from '../../menus/model/meals.ts';
import { noticesNow, type Notice } from '../../notices/model/notice.ts';
import { daypartAt, type Schedule } from './schedule.ts';

/** What a screen's choice rests on: all of it on the device. */
export interface ScreenFacts {
  readonly centre: Centre;
  /** Undefined for a screen nobody has made one for: it follows the meals of its canteen. */
  readonly schedule: Schedule | undefined;
  /** The canteen the screen hangs in; null where it hangs in none. */
  readonly canteenId: string | null;
  readonly run: Run | undefined;
  /** The run's programme, when the device has it. */
  readonly programme: Programme | undefined;
  readonly notices: readonly Notice[];
  readonly time: TimeReading;
  readonly isRest: IsRest;
}

/** What a screen shows. */
export type Showing =
  | { readonly show: 'emergency'; readonly notice: Notice }
  | {
      readonly show: 'run';
      readonly run: Run;
      readonly programme: Programme;
      readonly state: 'playing' | 'paused';
    }
  /**
   * The board of the meal being served, else of the next, which late in the day is tomorrow's and must say so:
   * its menu, or where there is none a word that it has not been updated.
   */
  | { readonly show: 'menu'; readonly sitting: Sitting }
  | { readonly show: 'timetable'; readonly date: CivilDate }
  /** The room's exercise, waiting for its start. */
  | { readonly show: 'programme'; readonly date: CivilDate }
  /** The device does not know the day, so it says nothing that depends on one. */
  | { readonly show: 'undated' };

/** What a screen shows now: an emergency before a run, a run before the schedule, and outside it today's timetable. */
export function showingOn(facts: ScreenFacts): Showing {
  const { centre, run, programme, time } = facts;
  const [gravest] = noticesNow(facts.notices, time.nowMs);
  if (gravest?.level === 'emergency') return { show: 'emergency', notice: gravest };
  const moment = momentOf(time, centre.utcOffsetMinutes);
  if (time.nowMs === null || moment === null) return { show: 'undated' };
  if (run !== undefined && programme !== undefined && run.programmeId === programme.id) {
    const state = runState(run, programme.durationMs, time.nowMs);
    if (state !== 'over') return { show: 'run', run, programme, state };
  }
  const timetable: Showing = { show: 'timetable', date: moment.date };
  if (facts.schedule === undefined) {
    const sitting = facts.canteenId === null ? null : mealSoon(facts, moment);
    return sitting === null ? timetable : { show: 'menu', sitting };
  }
  switch (daypartAt(facts.schedule, moment)?.show) {
    case 'menu': {
      const sitting = currentMeal(centre, moment, facts.isRest);
      return sitting === null ? timetable : { show: 'menu', sitting };
    }
    case 'programme':
      return { show: 'programme', date: moment.date };
    case 'timetable':
    case undefined:
      return timetable;
  }
}

/** A dining hall without a schedule puts the menu up this long before the meal. */
const MENU_UP_BEFORE_MINUTES = 60;

/** The meal being served, or the one that begins within the hour. */
function mealSoon({ centre, isRest }: ScreenFacts, moment: CivilMoment): Sitting | null {
  const serving = mealAt(centre, moment, isRest);
  if (serving !== null) return serving;
  const next = nextMeal(centre, moment, isRest);
  return next !== null && minutesUntilSitting(next, moment) <= MENU_UP_BEFORE_MINUTES ? next : null;
}
