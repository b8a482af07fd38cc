import type { Centre } from '../../centre/model/centre.ts';
import {
  isOn,
  nextSession,
  sessionsOn,
  type Course,
  type Session,
  type SessionChange,
} from '../model/sessions.ts';
import {
  addDays,
  civilMoment,
  type CivilDate,
  type CivilMoment,
  type TimeReading,
} from '../../../kernel/time.ts';
import { locale } from '../../../i18n/index.ts';
import type { View } from '../../../protocol/client/api.ts';

/** A week and the day it ends on. */
const LOOK_AHEAD_DAYS = 7;

/** What the timetable is made from. */
export interface ClassRows {
  readonly centre: Centre;
  /** The day from which they were read; null where it was unknown. */
  readonly date: CivilDate | null;
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly rest: ReadonlySet<CivilDate>;
}

/** Reads the timetable's rows for the week from a time's day; null before the centre is there. */
export async function readClasses(view: View, time: TimeReading): Promise<ClassRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const date = dayOf(time, centre);
  const rest = new Set<CivilDate>();
  for (let days = 0; date !== null && days <= LOOK_AHEAD_DAYS; days += 1) {
    const day = addDays(date, days);
    if ((await view.get('city', 'calendarDay', day))?.rest) rest.add(day);
  }
  return {
    centre,
    date,
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    rest,
  };
}

/** The centre's day at a time; null where that is unknown. */
export const dayOf = (time: TimeReading, centre: Pick<Centre, 'utcOffsetMinutes'>): CivilDate | null =>
  time.nowMs === null ? null : civilMoment(time.nowMs, centre.utcOffsetMinutes).date;

export const sessionsOfDay = (rows: ClassRows, date: CivilDate): readonly Session[] =>
  sessionsOn(rows.courses, rows.changes, date, (day) => rows.rest.has(day));

/** Who comes late is still welcome: so long after its start a session is still the one to speak of, in minutes. */
const STILL_WELCOME = 20;

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
