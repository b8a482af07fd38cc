import { cameAtMs, counts, isOwnWord, type Attendance } from '../../check-in/model/attendance.ts';
import { isVisitor } from '../../check-in/model/visitor.ts';
import { parseSessionId } from '../../classes/model/sessions.ts';
import { id, type Id } from '../../../kernel/ids.ts';
import { civilMoment, type CivilDate } from '../../../kernel/time.ts';
import type { Came } from './figures.ts';
import { daysOf, type Period } from './period.ts';

interface Day {
  checkIns: number;
  visitors: number;
  readonly people: Set<string>;
}

interface SessionTally {
  readonly date: CivilDate;
  readonly courseId: Id<'CourseId'>;
  checkIns: number;
}

/**
 * Counts attendances of a period, told one by one, so that half a million of them need no room. By the book of record's own
 * rule: a member counts once a session, and while any claim of theirs stands.
 */
export class CameCount {
  readonly #days: Map<CivilDate, Day>;
  readonly #sessions = new Map<string, SessionTally>();
  readonly #members = new Set<string>();
  readonly #hours = Array.from({ length: 24 }, () => 0);
  readonly #utcOffsetMinutes: number;
  /** The ids of attendances that count: by these a name on a list is told to have come. */
  readonly came = new Set<string>();
  #hourUnknown = 0;

  constructor(period: Period, utcOffsetMinutes: number) {
    this.#utcOffsetMinutes = utcOffsetMinutes;
    this.#days = new Map(
      daysOf(period).map((date) => [date, { checkIns: 0, visitors: 0, people: new Set<string>() }]),
    );
  }

  /** One attendance; of a day beyond the period, or one that does not count, nothing is taken. */
  add(attendance: Attendance): void {
    const { id: key, date, memberId, sessionId } = attendance;
    const day = this.#days.get(date);
    if (day === undefined || !counts(attendance)) return;
    this.came.add(key);
    day.checkIns += 1;
    day.people.add(memberId);
    if (isVisitor(memberId)) day.visitors += 1;
    else this.#members.add(memberId);
    // When staff wrote down that somebody came is not when they did.
    this.#countHour(cameAtMs({ claims: attendance.claims.filter(isOwnWord) }), date);
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) known.checkIns += 1;
    else {
      const courseId = id<'CourseId'>(parseSessionId(sessionId)?.courseId ?? sessionId);
      this.#sessions.set(sessionId, { date, courseId, checkIns: 1 });
    }
  }

  figures(): Came {
    const days = [...this.#days].map(([date, { checkIns, people }]) => ({
      date,
      checkIns,
      people: people.size,
    }));
    const sessions = [...this.#sessions.values()];
    sessions.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
    return {
      checkIns: days.reduce((sum, { checkIns }) => sum + checkIns, 0),
      members: this.#members.size,
      visitors: [...this.#days.values()].reduce((sum, { visitors }) => sum + visitors, 0),
      days,
      hours: [...this.#hours],
      hourUnknown: this.#hourUnknown,
      sessions,
    };
  }

  #countHour(atMs: number | null, date: CivilDate): void {
    const moment = atMs === null ? null : civilMoment(atMs, this.#utcOffsetMinutes);
    const hour = moment?.date === date ? Math.floor(moment.minute / 60) : -1;
    const before = this.#hours[hour];
    if (before === undefined) this.#hourUnknown += 1;
    else this.#hours[hour] = before + 1;
  }
}

const keyOf = ({ date, courseId }: SessionTally): string => `${date}/${courseId}`;
