import { momentOf, type CivilMoment, type TimeReading } from '../../domain/kernel/time.ts';
import { currentMeal, mealAt, nextMeal, minutesUntilSitting, type Sitting } from '../../domain/menu/meals.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import { mayBegin, runState, type Programme, type Run } from '../../domain/exercise/run.ts';
import { noticesNow, type Notice } from '../../domain/notice/notice.ts';
import { daypartAt, type Schedule } from '../../domain/schedule/schedule.ts';

/** What the local store says about one screen. */
export interface ScreenRows {
  readonly centre: Centre;
  readonly schedule: Schedule | undefined;
  readonly run: Run | undefined;
  /** The programme of the run. */
  readonly programme: Programme | undefined;
  readonly notices: readonly Notice[];
  /** Whether a day is a public holiday. */
  readonly isRest: (date: string) => boolean;
}

/** What a screen shows now. */
export type Showing =
  | { readonly board: 'notice'; readonly notice: Notice }
  | { readonly board: 'exercise' }
  | { readonly board: 'menu'; readonly sitting: Sitting }
  | { readonly board: 'timetable'; readonly date: string }
  /** The clock is not to be trusted: there is no "today". */
  | { readonly board: 'no-time' };

/**
 * What goes first: an emergency, then a run, then what the schedule says of this part of the day, then today's timetable.
 * @param joined whether this screen has taken part in the run: it may go on with it past the deadline for beginning
 */
export function showingOn(rows: ScreenRows, time: TimeReading, joined: boolean): Showing {
  const [gravest] = noticesNow(rows.notices, time.nowMs);
  if (gravest?.level === 'emergency') return { board: 'notice', notice: gravest };
  const moment = momentOf(time, rows.centre.utcOffsetMinutes);
  if (moment === null || time.nowMs === null) return { board: 'no-time' };
  if (isRunning(rows, time.nowMs, joined)) return { board: 'exercise' };
  if (daypartAt(rows.schedule, moment)?.show === 'menu') {
    const sitting = mealToShow(rows, moment);
    if (sitting !== null) return { board: 'menu', sitting };
  }
  return { board: 'timetable', date: moment.date };
}

/** Whether the screen's run is to be seen: going on or held, and begun in time or joined before. */
export function isRunning({ run, programme }: ScreenRows, nowMs: number, joined: boolean): boolean {
  if (run === undefined || programme === undefined) return false;
  if (runState(run, programme.durationMs, nowMs) === 'over') return false;
  return joined || mayBegin(run, nowMs);
}

/** The meal a menu board speaks of: the one being served, else the next of this same day. */
function mealToShow({ centre, isRest }: ScreenRows, moment: CivilMoment): Sitting | null {
  const serving = mealAt(centre, moment, isRest);
  if (serving !== null) return serving;
  const coming = nextMeal(centre, moment, isRest) ?? currentMeal(centre, moment, isRest);
  return coming !== null && minutesUntilSitting(coming, moment) < 24 * 60 && coming.date === moment.date
    ? coming
    : null;
}
