import type { CivilDate } from '../../../kernel/time.ts';
import type { View } from '../../../protocol/client/api.ts';
import { attendancesOn } from '../model/attendance.ts';

/** What stands however many come: the timetable with the check-ins that wait for their session. */
export async function readCheckins(view: View) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  return {
    centre,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    days: await view.list('city', 'calendarDay'),
    loose: await view.list('staff', 'looseClaim'),
  };
}

/** What each check-in changes: the numbers, and of one day who has come. */
export async function readCame(
  view: View,
  { day, people }: { readonly day: CivilDate | null; readonly people: boolean },
) {
  return {
    tallies: await view.list('centre', 'attendanceCount'),
    attendances: people && day !== null ? await view.list('people', 'attendance', attendancesOn(day)) : [],
  };
}

export type Checkins = NonNullable<Awaited<ReturnType<typeof readCheckins>>>;
export type CameToday = Awaited<ReturnType<typeof readCame>>;
