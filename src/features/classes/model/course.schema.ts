import Type from 'typebox';
import {
  ClockField,
  DateField,
  IdField,
  Line,
  OneOf,
  OrNull,
  Shape,
  ShortText,
} from '../../../kernel/fields.schema.ts';

/** When a course meets. Weekdays are ISO (Monday 1). Monthly: the nth (1 to 5, or -1 for the last) such weekday. */
const Recurrence = Type.Union([
  Shape({ every: Type.Literal('once'), date: DateField }),
  Shape({
    every: Type.Literal('week'),
    weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
    /** Every so many weeks, the week of the course's first day being one of them; absent means every week. */
    interval: Type.Optional(Type.Integer({ minimum: 1, maximum: 8 })),
  }),
  Shape({
    every: Type.Literal('month'),
    nth: Type.Union([Type.Integer({ minimum: 1, maximum: 5 }), Type.Literal(-1)]),
    weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  }),
]);

/** A class, exercise, clinic or therapy that meets: row `course` in `centre:ID`. */
export const Course = Shape({
  id: IdField('CourseId'),
  kind: OneOf(['class', 'exercise', 'clinic', 'therapy']),
  name: ShortText,
  nameEn: OrNull(Line),
  room: ShortText,
  /** Of what has no English the Chinese is shown, and tagged as such; absent in what was written before there was any. */
  roomEn: Type.Optional(OrNull(ShortText)),
  about: OrNull(Line),
  aboutEn: Type.Optional(OrNull(Line)),
  /** Who leads it: 赵老师. Absent or null where nobody is named. */
  leader: Type.Optional(OrNull(ShortText)),
  leaderEn: Type.Optional(OrNull(ShortText)),
  /** What one is to bring along; absent or null where nothing is needed. */
  bring: Type.Optional(OrNull(Line)),
  bringEn: Type.Optional(OrNull(Line)),
  recurrence: Recurrence,
  start: ClockField,
  minutes: Type.Integer({ minimum: 5, maximum: 720 }),
  from: DateField,
  until: OrNull(DateField),
  capacity: OrNull(Type.Integer({ minimum: 1, maximum: 2000 })),
  /** Whether elders sign in for it at the kiosk. */
  checkIn: Type.Boolean(),
  programmeId: OrNull(IdField('ProgrammeId')),
  /** Its programme begins by itself on the screens of its room; absent means that somebody starts it. */
  startsItself: Type.Optional(Type.Boolean()),
  /** Not held on public holidays. */
  skipsHolidays: Type.Boolean(),
  /** Of the meetings held, how many in a hundred one has to come to for a certificate; absent or null: there is none. */
  certificatePercent: Type.Optional(OrNull(Type.Integer({ minimum: 1, maximum: 100 }))),
});

/** What is different about one session: row `sessionChange` in `centre:ID`, id = the session's. */
export const SessionChange = Shape({
  id: IdField('SessionId'),
  cancelled: Type.Boolean(),
  start: OrNull(ClockField),
  room: OrNull(ShortText),
  note: OrNull(Line),
  /** Who leads it instead; absent or null where it is as usual. */
  leader: Type.Optional(OrNull(ShortText)),
  /** It is held on a day on which the course does not meet; absent where the course does. */
  extra: Type.Optional(Type.Boolean()),
});

/**
 * `base`: the course as it was before it was changed, null where it is a new one; absent in what came from a build that
 * did not say, and which holds whatever stands. `over`: mine goes where both changed the same.
 */
export const CourseSaveArgs = Shape({
  course: Course,
  base: Type.Optional(OrNull(Course)),
  over: Type.Optional(Type.Boolean()),
});
/** `base` and `over` as in a course's; null where it was as usual. */
export const SessionChangeArgs = Shape({
  change: SessionChange,
  base: Type.Optional(OrNull(SessionChange)),
  over: Type.Optional(Type.Boolean()),
});
/** A meeting on another day. `note`: what people are told of it on both days. */
export const SessionMoveArgs = Shape({
  sessionId: IdField('SessionId'),
  to: DateField,
  start: OrNull(ClockField),
  room: OrNull(ShortText),
  leader: OrNull(ShortText),
  note: OrNull(Line),
});
