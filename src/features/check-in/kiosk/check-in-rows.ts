import type { Centre } from '../../centre/model/centre.ts';
import {
  nextSession,
  openForCheckIn,
  sessionsOn,
  type Course,
  type Session,
  type SessionChange,
} from '../../classes/model/sessions.ts';
import { addDays, type CivilMoment } from '../../../kernel/time.ts';
import type { RosterEntry } from '../../members/model/roster.ts';
import type { View } from '../../../protocol/client/api.ts';
import type { Target } from './check-in-flow.ts';

/** What signing in reads. */
export interface CheckInRows {
  readonly centre: Centre | undefined;
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly roster: readonly RosterEntry[];
  readonly rest: ReadonlySet<string>;
}

export async function readCheckIn(view: View): Promise<CheckInRows> {
  const days = await view.list('city', 'calendarDay');
  return {
    centre: (await view.list('centre', 'centre'))[0],
    courses: await view.list('centre', 'course'),
    changes: await view.list('centre', 'sessionChange'),
    roster: await view.list('kiosk', 'roster'),
    rest: new Set(days.filter((day) => day.rest).map((day) => day.id)),
  };
}

const sessionsOf = (rows: CheckInRows, date: string): readonly Session[] =>
  sessionsOn(rows.courses, rows.changes, date, (day) => rows.rest.has(day));

/** What can be signed in for now; where the day is unknown every course that is signed in for. */
export function targetsOf(rows: CheckInRows, moment: CivilMoment | null): readonly Target[] {
  if (moment === null) {
    return rows.courses.filter((course) => course.checkIn).map((course) => ({ type: 'loose', course }));
  }
  // A session that began before midnight is still yesterday's.
  return [addDays(moment.date, -1), moment.date]
    .flatMap((date) => openForCheckIn(sessionsOf(rows, date), moment))
    .map((session) => ({ type: 'session', session }));
}

/** The same as the timetable has it by now: moved, or not held, as one that it names no more. */
export function asItStands(target: Target, rows: CheckInRows): Target {
  if (target.type === 'loose') return target;
  const { session } = target;
  const now = sessionsOf(rows, session.date).find(({ id }) => id === session.id);
  return { type: 'session', session: now ?? { ...session, cancelled: true } };
}

/** The next session that is signed in for, of today and the week after; null when there is none. */
export function nextToSignInFor(rows: CheckInRows, moment: CivilMoment): Session | null {
  for (let days = 0; days <= 7; days += 1) {
    const sessions = sessionsOf(rows, addDays(moment.date, days)).filter((session) => session.course.checkIn);
    const next = nextSession(sessions, moment);
    if (next !== null) return next;
  }
  return null;
}
