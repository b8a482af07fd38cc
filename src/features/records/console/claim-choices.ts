import { formatClock } from '../../../i18n/index.ts';
import type { Json } from '../../../kernel/json.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { clockTime } from '../../../kernel/time.ts';
import { fieldsOf } from '../../../kernel/versions.ts';
import { restDays } from '../../calendar/model/calendar.ts';
import { parseSessionId, sessionsOn, type Course, type SessionChange } from '../../classes/model/sessions.ts';
import type { Refusal } from '../model/refusal.ts';
import { currentArgs } from './corrections.ts';
import type { Names } from './record-words.ts';

/** What a day's sessions are made of. */
export interface Timetable {
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly days: readonly RowOf<'calendarDay'>[];
}

/** A check-in that somebody has to decide about. */
export interface ClaimChoices {
  readonly sessionId: string;
  readonly memberId: string;
  /** The person's name, as well as it is known. */
  readonly name: string;
  /** The other sessions of that day that one signs in for. */
  readonly sessions: readonly { readonly id: string; readonly words: string }[];
}

/** The check-in in a record; null where it is something else. */
export function claimIn(refusal: Refusal, names: Names, timetable: Timetable): ClaimChoices | null {
  if (refusal.name !== 'checkin.claim' || refusal.status === 'held') return null;
  const { sessionId, memberId, seen } = fieldsOf(currentArgs(refusal).args);
  if (typeof sessionId !== 'string' || typeof memberId !== 'string') return null;
  const date = parseSessionId(sessionId)?.date;
  const seenName = fieldsOf(seen ?? null)['name'];
  return {
    sessionId,
    memberId,
    name: names.get(`member/${memberId}`) ?? (typeof seenName === 'string' ? seenName : '*'),
    sessions:
      date === undefined
        ? []
        : sessionsOn(timetable.courses, timetable.changes, date, restDays(timetable.days))
            .filter(({ id, cancelled, course }) => id !== sessionId && !cancelled && course.checkIn)
            .map(({ id, course, startMinute }) => ({
              id,
              words: `${formatClock(clockTime(startMinute))} ${course.name}`,
            })),
  };
}

/** The check-in as staff bear witness to it: of the session that is chosen, or the one it was made for. */
export function witnessed(
  refusal: Refusal,
  name: string,
  session: string | null,
): { readonly v: number; readonly args: Json } {
  const { v, args } = currentArgs(refusal);
  const { sessionId, seen } = fieldsOf(args);
  return {
    v,
    args: {
      ...fieldsOf(args),
      sessionId: session ?? sessionId ?? '',
      seen:
        session === null && seen !== null && seen !== undefined ? seen : { name, start: null, room: null },
    },
  };
}
