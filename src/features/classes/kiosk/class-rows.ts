import type { Centre } from '../../centre/model/centre.ts';
import {
  isOn,
  nextSession,
  openForCheckIn,
  sessionsOn,
  type Course,
  type Session,
  type SessionChange,
} from '../model/sessions.ts';
import { ofDays } from '../../../kernel/row-range.ts';
import { addDays, type CivilDate, type CivilMoment } from '../../../kernel/time.ts';
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

interface Days {
  /** The first; null where the day is unknown. */
  readonly date: CivilDate | null;
  /** How many days more are looked at. */
  readonly ahead?: number;
}

/** Reads the timetable's rows from a day on, those of the day before with it. Null before the centre is there. */
export async function readClasses(
  view: View,
  { date, ahead = LOOK_AHEAD_DAYS }: Days,
): Promise<ClassRows | null> {
  const centre = (await view.list('centre', 'centre'))[0];
  if (centre === undefined) return null;
  const days =
    date === null
      ? []
      : await view.list('city', 'calendarDay', ofDays(addDays(date, -1), addDays(date, ahead)));
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

/**
 * The sessions to speak of. Where several can be signed in for they are all it: none is offered before the others.
 * Otherwise the one that has just begun, else the next of the coming week; none where there is none.
 */
export function sessionsToSpeakOf(rows: ClassRows, moment: CivilMoment): readonly Session[] {
  // What began before midnight is still yesterday's.
  const open = [addDays(moment.date, -1), moment.date].flatMap((date) =>
    openForCheckIn(sessionsOfDay(rows, date), moment),
  );
  if (open.length > 1) return open;
  const begun = sessionsOfDay(rows, moment.date).find(
    (session) => isOn(session, moment) && moment.minute - session.startMinute < STILL_WELCOME,
  );
  if (begun !== undefined) return [begun];
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const next = nextSession(sessionsOfDay(rows, addDays(moment.date, days)), moment);
    if (next !== null) return [next];
  }
  return [];
}
