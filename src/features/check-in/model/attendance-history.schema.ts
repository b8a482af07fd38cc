import Type from 'typebox';
import { DateField, IdField, UnixMs } from '../../../kernel/fields.schema.ts';

export const MonthField = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' });

/** How many came to each session of a month; answered by the hub from the book of record and its archive. */
export const MonthOfAttendance = Type.Object({
  month: MonthField,
  /** The hub's time of answering. */
  asOfMs: UnixMs,
  sessions: Type.Array(
    Type.Object({ date: DateField, courseId: IdField('CourseId'), count: Type.Integer({ minimum: 0 }) }),
  ),
  /** How many different people came. */
  people: Type.Integer({ minimum: 0 }),
});

/** What has come of a claim, for who has just made it. */
export const ComeOfClaim = Type.Object({
  /** How many times they have come this month. */
  times: Type.Integer({ minimum: 1 }),
  /** The how-manieth they were to come to the session, and how many have. */
  place: Type.Integer({ minimum: 1 }),
  count: Type.Integer({ minimum: 1 }),
});

/** What a member has come to, the newest first; no more than the newest thousand. */
export const AttendanceOfMember = Type.Object({
  memberId: IdField('MemberId'),
  asOfMs: UnixMs,
  came: Type.Array(Type.Object({ date: DateField, courseId: IdField('CourseId') })),
});
