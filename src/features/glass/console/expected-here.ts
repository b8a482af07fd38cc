import { restDays } from '../../calendar/model/calendar.ts';
import { runThatCounts, selfStarted } from '../../exercise/model/self-started.ts';
import type { TimeReading } from '../../../kernel/time.ts';
import { scheduleFor } from '../../schedules/model/schedule.ts';
import { showingOn } from '../../schedules/model/showing.ts';
import { expectedOf } from './expected.ts';
import type { Known } from './read-glasses.ts';

/** What a screen should show now, by what the console knows. */
export function expectedHere(
  known: Known,
  screenId: string,
  time: TimeReading,
): ReturnType<typeof expectedOf> {
  const config = known.configs.find(({ id }) => id === screenId);
  const isRest = restDays(known.days);
  const run = runOn(known, screenId, time.nowMs);
  const showing = showingOn({
    centre: known.centre,
    schedule: scheduleFor(known.schedules, config ?? { id: screenId }),
    push: known.pushes.find(({ id }) => id === screenId),
    canteenId: config?.canteenId ?? null,
    run,
    programme: known.programmes.find(({ id }) => id === run?.programmeId),
    notices: known.notices,
    time,
    isRest,
  });
  return expectedOf(
    showing,
    known.menus,
    known.centre.canteens.map(({ id }) => id),
  );
}

/** The run somebody has commanded on a screen, or the one its timetable begins there. */
export function runOn(
  known: Known,
  screenId: string,
  nowMs: number | null,
): Known['runs'][number] | undefined {
  const row = known.runs.find(({ id }) => id === screenId);
  if (nowMs === null) return row;
  const { courses, changes, centre, configs, days } = known;
  const room = configs.find(({ id }) => id === screenId)?.room ?? null;
  const isRest = restDays(days);
  const plan = { screenId, room, courses, changes, isRest, utcOffsetMinutes: centre.utcOffsetMinutes };
  const programme = known.programmes.find(({ id }) => id === row?.programmeId);
  return runThatCounts(row, selfStarted(plan, nowMs), programme, nowMs);
}
