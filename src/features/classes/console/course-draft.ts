import type { FieldProblem } from '../../../kernel/check.ts';
import { id } from '../../../kernel/ids.ts';
import { isCivilDate, weekdayOf, type CivilDate, type ClockTime } from '../../../kernel/time.ts';
import { wholeCourse } from '../model/as-it-was.ts';
import { checkCourse } from '../model/check-course.ts';
import type { Course } from '../model/sessions.ts';

export const KINDS = ['class', 'exercise', 'clinic', 'therapy'] as const;
export const NTHS = [1, 2, 3, 4, 5, -1] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
export const INTERVALS = [1, 2, 3, 4] as const;
/** What a certificate asks for where nobody has said otherwise, in a hundred of the meetings held. */
const USUAL_PERCENT = 80;

/** What stands in the fields of a course's sheet: numbers as they are typed. */
export interface CourseDraft {
  readonly id: Course['id'];
  readonly kind: Course['kind'];
  readonly name: string;
  readonly nameEn: string;
  readonly room: string;
  readonly roomEn: string;
  readonly leader: string;
  readonly leaderEn: string;
  readonly about: string;
  readonly aboutEn: string;
  readonly bring: string;
  readonly bringEn: string;
  readonly every: Course['recurrence']['every'];
  readonly weekdays: readonly number[];
  readonly interval: number;
  readonly nth: number;
  /** The weekday of what meets once a month. */
  readonly weekday: number;
  readonly start: ClockTime;
  readonly minutes: string;
  /** The first day; of what meets once, the day. */
  readonly from: CivilDate;
  /** Empty where it goes on. */
  readonly until: CivilDate;
  /** Empty where there is room for everybody. */
  readonly capacity: string;
  readonly checkIn: boolean;
  readonly skipsHolidays: boolean;
  readonly certifies: boolean;
  readonly percent: string;
}

/** A sheet for a new course, from a day on. */
export const newDraft = (key: string, today: CivilDate): CourseDraft => ({
  id: id(key),
  kind: 'class',
  name: '',
  nameEn: '',
  room: '',
  roomEn: '',
  leader: '',
  leaderEn: '',
  about: '',
  aboutEn: '',
  bring: '',
  bringEn: '',
  every: 'week',
  weekdays: [],
  interval: 1,
  nth: 1,
  weekday: weekdayOf(today),
  start: '09:30',
  minutes: '60',
  from: today,
  until: '',
  capacity: '',
  checkIn: true,
  skipsHolidays: true,
  certifies: false,
  percent: String(USUAL_PERCENT),
});

/** A course's sheet as it opens. */
export function draftOf(course: Course): CourseDraft {
  const { recurrence } = course;
  const whole = wholeCourse(course);
  return {
    ...newDraft(course.id, course.from),
    kind: course.kind,
    name: course.name,
    nameEn: course.nameEn ?? '',
    room: course.room,
    roomEn: whole.roomEn ?? '',
    leader: whole.leader ?? '',
    leaderEn: whole.leaderEn ?? '',
    about: course.about ?? '',
    aboutEn: whole.aboutEn ?? '',
    bring: whole.bring ?? '',
    bringEn: whole.bringEn ?? '',
    every: recurrence.every,
    ...(recurrence.every === 'week'
      ? { weekdays: recurrence.weekdays, interval: recurrence.interval ?? 1 }
      : recurrence.every === 'month'
        ? { nth: recurrence.nth, weekday: recurrence.weekday }
        : {}),
    start: course.start,
    minutes: String(course.minutes),
    from: recurrence.every === 'once' ? recurrence.date : course.from,
    until: course.until ?? '',
    capacity: course.capacity === null ? '' : String(course.capacity),
    checkIn: course.checkIn,
    skipsHolidays: course.skipsHolidays,
    certifies: (whole.certificatePercent ?? null) !== null,
    percent: String(whole.certificatePercent ?? USUAL_PERCENT),
  };
}

/** A number as people type it, also with the full-width figures of a Chinese keyboard; null where it is none. */
function numberIn(typed: string): number | null {
  const figures = typed.trim().normalize('NFKC');
  return /^\d{1,5}$/.test(figures) ? Number(figures) : null;
}

/** What keeps a draft from being saved, field by field. */
export function problemsOf(draft: CourseDraft, base: Course | null): readonly FieldProblem[] {
  const wrong: FieldProblem[] = [];
  const say = (field: keyof CourseDraft, code: string): number => wrong.push({ field, code });
  const [minutes, capacity, percent] = [draft.minutes, draft.capacity, draft.percent].map(numberIn);
  if (draft.every === 'week' && draft.weekdays.length === 0) say('weekdays', 'noDay');
  if (draft.start === '') say('start', 'empty');
  if (!isCivilDate(draft.from)) say('from', 'empty');
  if (minutes === null || minutes === undefined || minutes < 5 || minutes > 720) say('minutes', 'minutes');
  if (
    draft.capacity.trim() !== '' &&
    (capacity === null || capacity === undefined || capacity < 1 || capacity > 2000)
  )
    say('capacity', 'places');
  if (draft.certifies && (percent === null || percent === undefined || percent < 1 || percent > 100))
    say('percent', 'percent');
  if (wrong.length > 0) return [...wrong, ...textProblems(draft)];
  return checkCourse(courseOf(draft, base)).map(({ field, code }) => ({
    field: field === 'recurrence.date' ? 'until' : field.replace('recurrence.', ''),
    code: code === 'outside' ? 'before-start' : code,
  }));
}

const textProblems = ({ name, room }: CourseDraft): readonly FieldProblem[] =>
  Object.entries({ name, room }).flatMap(([field, text]) =>
    text.trim() === '' ? [{ field, code: 'empty' }] : [],
  );

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The course that a draft without problems says. What the sheet does not ask of stays as it was. */
export function courseOf(draft: CourseDraft, base: Course | null): Course {
  const once = draft.every === 'once';
  return {
    id: draft.id,
    programmeId: base?.programmeId ?? null,
    startsItself: base?.startsItself ?? false,
    kind: draft.kind,
    name: draft.name.trim(),
    nameEn: orNull(draft.nameEn),
    room: draft.room.trim(),
    roomEn: orNull(draft.roomEn),
    leader: orNull(draft.leader),
    leaderEn: orNull(draft.leaderEn),
    about: orNull(draft.about),
    aboutEn: orNull(draft.aboutEn),
    bring: orNull(draft.bring),
    bringEn: orNull(draft.bringEn),
    recurrence: recurrenceOf(draft),
    start: draft.start,
    minutes: numberIn(draft.minutes) ?? 0,
    from: draft.from,
    until: once || draft.until === '' ? null : draft.until,
    capacity: numberIn(draft.capacity),
    checkIn: draft.checkIn,
    skipsHolidays: !once && draft.skipsHolidays,
    certificatePercent: draft.certifies && !once ? numberIn(draft.percent) : null,
  };
}

function recurrenceOf({ every, from, weekdays, interval, nth, weekday }: CourseDraft): Course['recurrence'] {
  if (every === 'once') return { every, date: from };
  if (every === 'month') return { every, nth, weekday };
  const days = [...weekdays].sort((a, b) => a - b);
  return interval === 1 ? { every, weekdays: days } : { every, weekdays: days, interval };
}
