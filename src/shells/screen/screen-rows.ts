import { restDays } from '../../features/calendar/model/calendar.ts';
import type { IsRest } from '../../features/classes/model/sessions.ts';
import { scheduleIds } from '../../features/schedules/model/schedule.ts';
import type { ScreenFacts } from '../../features/schedules/model/showing.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { View } from '../../protocol/client/api.ts';
import type { RunRows } from './run-keeper.ts';

/** What the local store says about a screen. */
export interface ScreenRows extends Omit<ScreenFacts, 'time' | 'isEmpty' | 'run' | 'programme'> {
  /** What there is of exercises; null where there is nothing, as on most screens. */
  readonly exercise: RunRows | null;
}

/**
 * Reads what decides what a screen shows; null where its centre is not held yet. What hangs on nothing else is asked for at
 * once: an emergency waits for all of it, and a slow set feels each answer that it waits for.
 */
export async function readScreen(view: View, begun: RowOf<'deviceConfig'>): Promise<ScreenRows | null> {
  // Its group, its canteen or its room may be another than when the page began.
  const [[centre], now] = await Promise.all([
    view.list('centre', 'centre'),
    view.get('device', 'deviceConfig', begun.id),
  ]);
  if (centre === undefined) return null;
  const device = now ?? begun;
  const [schedules, push, exercise, notices, isRest] = await Promise.all([
    Promise.all(scheduleIds(device).map((id) => view.get('centre', 'schedule', id))),
    view.get('centre', 'push', device.id),
    readExercise(view, device),
    view.list('centre', 'notice'),
    readRest(view, centre),
  ]);
  const schedule = schedules.find((one) => one !== undefined);
  return { centre, schedule, push, canteenId: device.canteenId, exercise, notices, isRest };
}

/** The public holidays, where some meal is not served on them: the calendar is long, and every change asks again. */
async function readRest(view: View, { meals }: ScreenRows['centre']): Promise<IsRest> {
  const matters = meals.some((meal) => meal.skipsHolidays === true);
  return restDays(matters ? await view.list('city', 'calendarDay') : []);
}

/** The run of the screen, and the courses that begin by themselves. */
async function readExercise(view: View, { id, room }: RowOf<'deviceConfig'>): Promise<RunRows | null> {
  const [row, all] = await Promise.all([view.get('centre', 'run', id), view.list('centre', 'course')]);
  const courses = all.filter(({ startsItself }) => startsItself);
  if (row === undefined && courses.length === 0) return null;
  const [changes, days, programmes] = await Promise.all([
    view.list('centre', 'sessionChange'),
    courses.length === 0 ? [] : view.list('city', 'calendarDay'),
    view.list('city', 'programme'),
  ]);
  return { row, room, courses, changes, days, programmes };
}
