import { addDays, weekdayOf, type CivilDate } from '../../../kernel/time.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import type { View } from '../../../protocol/client/api.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import type { Session } from '../model/sessions.ts';

/** What a week's timetable is made of, with what is known of who comes. */
export async function readTimetable(view: View) {
  const [centre] = await view.list('centre', 'centre');
  if (centre === undefined) return null;
  return {
    centre,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    tallies: await view.list('centre', 'attendanceCount'),
    enrolled: await view.list('centre', 'enrolmentCount'),
    // Whom nobody has told yet; empty for those who may not know the people.
    toTell: (await view.list('people', 'enrolment')).filter(({ tell }) => tell),
    isRest: restDays(await view.list('city', 'calendarDay')),
  };
}

export type Known = NonNullable<Awaited<ReturnType<typeof readTimetable>>>;

/** The Monday of a day's week. */
export const mondayOf = (date: CivilDate): CivilDate => addDays(date, 1 - weekdayOf(date));

/** Who comes to a meeting, as far as this device may know it. */
export interface Comers {
  /** Null where nobody has signed in yet. */
  readonly came: number | null;
  readonly enrolled: RowOf<'enrolmentCount'> | undefined;
  readonly toTell: Known['toTell'];
}

export const comersOf = ({ id }: Session, { tallies, enrolled, toTell }: Known): Comers => ({
  came: tallies.find((one) => one.id === id)?.count ?? null,
  enrolled: enrolled.find((one) => one.id === id),
  toTell: toTell.filter(({ sessionId }) => sessionId === id),
});

/** The rooms in which something is held in a week, as a dictionary has them, each with its meetings day by day. */
export function byRooms(
  week: readonly { readonly date: CivilDate; readonly sessions: readonly Session[] }[],
): readonly { readonly room: string; readonly days: readonly (readonly Session[])[] }[] {
  const rooms = new Set(week.flatMap(({ sessions }) => sessions.map(({ room }) => room)));
  return [...rooms]
    .sort((a, b) => a.localeCompare(b, 'zh-CN'))
    .map((room) => ({
      room,
      days: week.map(({ sessions }) => sessions.filter((one) => one.room === room)),
    }));
}
