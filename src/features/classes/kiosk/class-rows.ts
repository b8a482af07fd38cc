import type { Centre } from '../../centre/model/centre.ts';
import {
  isOn,
  nextSession,
  sessionsOn,
  type Course,
  type Session,
  type SessionChange,
} from '../model/sessions.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
import { locale } from '../../../i18n/index.ts';
import type { View } from '../../../protocol/client/api.ts';

/** A week and the day it ends on. */
const LOOK_AHEAD_DAYS = 7;

/** What the timetable is made from. */
export interface ClassRows {
  readonly centre: Centre;
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly rest: ReadonlySet<CivilDate>;
}

/** Reads the timetable's rows for the week from a day, null where that is unknown. Null before the centre is there. */
export async function readClasses(
  view: View,
  { date }: { readonly date: CivilDate | null },
): Promise<ClassRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const rest = new Set<CivilDate>();
  for (let days = 0; date !== null && days <= LOOK_AHEAD_DAYS; days += 1) {
    const day = addDays(date, days);
    if ((await view.get('city', 'calendarDay', day))?.rest) rest.add(day);
  }
  return {
    centre,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    rest,
  };
}

export const sessionsOfDay = (rows: ClassRows, date: CivilDate): readonly Session[] =>
  sessionsOn(rows.courses, rows.changes, date, (day) => rows.rest.has(day));

/** Who comes late is still welcome: so long after its start a session is still the one to speak of, in minutes. */
const STILL_WELCOME = 20;

/** The session to speak of: one that has just begun, else the next of the coming week. */
export function begunOrNextSession(rows: ClassRows, moment: CivilMoment): Session | null {
  const begun = sessionsOfDay(rows, moment.date).find(
    (session) => isOn(session, moment) && moment.minute - session.startMinute < STILL_WELCOME,
  );
  if (begun !== undefined) return begun;
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const next = nextSession(sessionsOfDay(rows, addDays(moment.date, days)), moment);
    if (next !== null) return next;
  }
  return null;
}

export const courseName = (course: Pick<Course, 'name' | 'nameEn'>): string =>
  locale() === 'en' ? (course.nameEn ?? course.name) : course.name;
