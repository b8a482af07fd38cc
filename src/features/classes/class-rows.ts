import type { Centre } from '../../domain/centre/centre.ts';
import {
  isOn,
  nextSession,
  sessionsOn,
  type Course,
  type Session,
  type SessionChange,
} from '../../domain/course/sessions.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../domain/kernel/time.ts';
import { locale } from '../../i18n/index.ts';
import type { View } from '../../protocol/client/api.ts';

/** What the timetable is made from. */
export interface ClassRows {
  readonly centre: Centre;
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly rest: ReadonlySet<CivilDate>;
}

/** Reads the timetable's rows; null before the centre is there. */
export async function readClasses(view: View): Promise<ClassRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const days = await view.list('city', 'calendarDay');
  return {
    centre,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    rest: new Set(days.filter((day) => day.rest).map((day) => day.id)),
  };
}

export const sessionsOfDay = (rows: ClassRows, date: CivilDate): readonly Session[] =>
  sessionsOn(rows.courses, rows.changes, date, (day) => rows.rest.has(day));

/** Who comes late is still welcome: so long after its start a session is still the one to speak of, in minutes. */
const STILL_WELCOME = 20;
const LOOK_AHEAD_DAYS = 7;

/** The session to speak of: one that has just begun, else the next of the coming week. */
export function sessionToSpeakOf(rows: ClassRows, moment: CivilMoment): Session | null {
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
