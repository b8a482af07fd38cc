import { addDays, daysBetween, type CivilDate } from '../../../kernel/time.ts';
import { sessionsOn, type Course, type IsRest, type Session, type SessionChange } from './sessions.ts';

/** How far ahead a timetable is looked through, in days: what meets every eighth week on one day meets twice. */
const AHEAD_DAYS = 120;

/** Two meetings at the same time that want the same room or the same leader. */
export interface Clash {
  readonly about: 'room' | 'leader';
  readonly own: Session;
  readonly other: Session;
}

/** A centre's timetable, as far as it says when somebody or a room is taken. */
export interface Timetable {
  readonly courses: readonly Course[];
  readonly changes: readonly SessionChange[];
  readonly isRest: IsRest;
}

/** What a meeting would clash with; a cancelled one clashes with nothing. */
export function clashesOfSession(own: Session, timetable: Timetable): readonly Clash[] {
  // A meeting of the day before may go on past midnight, as this one may into the next.
  const around = [-1, 0, 1].flatMap((days) =>
    sessionsOn(timetable.courses, timetable.changes, addDays(own.date, days), timetable.isRest),
  );
  return around.filter(({ id }) => id !== own.id).flatMap((other) => clashesBetween(own, other));
}

/**
 * What a course would clash with if it were saved so: for each other course, and each of room and leader, the first such
 * meeting from a day on, in the order of their days. A course does not clash with itself.
 */
export function clashesOfCourse(
  course: Course,
  { courses, changes, isRest }: Timetable,
  from: CivilDate,
): readonly Clash[] {
  const others = courses.filter(({ id }) => id !== course.id);
  const found = new Map<string, Clash>();
  for (let days = 0; days <= AHEAD_DAYS; days += 1) {
    const [own] = sessionsOn([course], changes, addDays(from, days), isRest);
    if (own === undefined) continue;
    for (const clash of clashesOfSession(own, { courses: others, changes, isRest })) {
      const key = `${clash.about}/${clash.other.course.id}`;
      if (!found.has(key)) found.set(key, clash);
    }
  }
  return [...found.values()];
}

function clashesBetween(own: Session, other: Session): readonly Clash[] {
  if (own.cancelled || other.cancelled || !overlap(own, other)) return [];
  const clashes: Clash[] = [];
  if (isSame(own.room, other.room)) clashes.push({ about: 'room', own, other });
  if (isSame(own.leader, other.leader)) clashes.push({ about: 'leader', own, other });
  return clashes;
}

function overlap(a: Session, b: Session): boolean {
  const later = daysBetween(a.date, b.date) * 1440;
  return a.startMinute < b.endMinute + later && b.startMinute + later < a.endMinute;
}

const isSame = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.trim() === b.trim() && a.trim() !== '';
