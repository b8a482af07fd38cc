import Type from 'typebox';
import { DateField, IdField, Line, Shape, ShortText, UnixMs } from '../../../kernel/fields.schema.ts';

const Count = Type.Integer({ minimum: 0, maximum: 1000 });

/** What a certificate is for: a course from one day to another, and how much of it somebody came to. */
const What = {
  courseId: IdField('CourseId'),
  memberId: IdField('MemberId'),
  /** As it is to stand on the paper: what the course was called, in Chinese. */
  courseName: ShortText,
  from: DateField,
  until: DateField,
  /** How many meetings were held in that time, and to how many of them they came. */
  held: Count,
  attended: Count,
};

/** A certificate that was given: row `certificate` in `people:ID`, id `MEMBER/COURSE/UNTIL`. */
export const Certificate = Shape({
  id: Line,
  ...What,
  /** The day it was given; null where the hub was not sure of it. */
  issuedOn: Type.Union([DateField, Type.Null()]),
  /** Who confirmed it. */
  issuedBy: Line,
});

export const CertificateIssueArgs = Shape(What);
export const CertificateWithdrawArgs = Shape({
  courseId: IdField('CourseId'),
  memberId: IdField('MemberId'),
  until: DateField,
});

/**
 * Who came to a course from one day to another, and on which days it was held; answered by the hub from the book of
 * record, its archive and the timetable as it was.
 */
export const CourseAttendance = Type.Object({
  courseId: IdField('CourseId'),
  from: DateField,
  until: DateField,
  /** The hub's time of answering; 0 where it may be wrong of it. */
  asOfMs: UnixMs,
  /** The days it was held, in their order; one on which somebody came was held, whatever the timetable says. */
  held: Type.Array(DateField),
  came: Type.Array(Type.Object({ memberId: IdField('MemberId'), days: Type.Integer({ minimum: 1 }) })),
});
