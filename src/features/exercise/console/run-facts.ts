import type { View } from '../../../protocol/client/api.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { inService } from '../../devices/model/retired.ts';

/** What the console knows of the screens and what runs on them; null before there is a screen. */
export async function readRuns(view: View) {
  const screens = inService(await view.list('staff', 'device')).filter(({ kind }) => kind === 'screen');
  const [centre] = await view.list('centre', 'centre');
  if (screens.length === 0 || centre === undefined) return null;
  return {
    centre,
    screens,
    configs: await view.list('staff', 'deviceConfig'),
    programmes: await view.list('city', 'programme'),
    runs: await view.list('centre', 'run'),
    glasses: await view.list('staff', 'glass'),
    reports: await view.list('staff', 'runReport'),
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    tallies: await view.list('centre', 'attendanceCount'),
    isRest: restDays(await view.list('city', 'calendarDay')),
  };
}

export type RunFacts = NonNullable<Awaited<ReturnType<typeof readRuns>>>;
