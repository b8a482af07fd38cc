import Type from 'typebox';
import { DateField, IdField, Line, OneOf, OrNull, Shape } from '../../../kernel/fields.schema.ts';
import { Claim } from '../../check-in/model/check-in.schema.ts';

const Count = Type.Integer({ minimum: 0 });

/**
 * One member on the list of one session: row `enrolment` in `people:ID`, id `DAY/COURSE/MEMBER`. They stand on it while
 * any of their claims is not withdrawn.
 */
export const Enrolment = Shape({
  id: Line,
  sessionId: IdField('SessionId'),
  memberId: IdField('MemberId'),
  date: DateField,
  claims: Type.Array(Claim, { maxItems: 200 }),
  /** `in` has a place, `waiting` is on the wait-list, `left` is on neither. */
  state: OneOf(['in', 'waiting', 'left']),
  /** Whose turn comes first on the wait-list: the smaller. Given when they came onto the list. */
  turn: Count,
  /** Is to be told something, and nobody has told them yet: that they have a place now, unless `news` says what. */
  tell: Type.Boolean(),
  /** What was last to be told of the session itself: that it is not held, or that it is after all. */
  news: Type.Optional(OneOf(['cancelled', 'held'])),
  /** The meeting they put their name down for, which is held on this day instead; they are to be told, or were. */
  movedFrom: Type.Optional(IdField('SessionId')),
});

/** How many have put their name down: row `enrolmentCount` in `centre:ID`, id = the session's. Nobody where there is none. */
export const EnrolmentCount = Shape({
  id: IdField('SessionId'),
  date: DateField,
  taken: Count,
  waiting: Count,
});

/**
 * What became of a name put down, or taken off, at a kiosk: row `enrolmentAnswer` in that kiosk's bucket, id = the
 * mutation's mid. Names nobody, and goes at the day's end.
 */
export const EnrolmentAnswer = Shape({
  id: IdField('Mid'),
  /** The day it was answered. */
  date: DateField,
  state: OneOf(['in', 'waiting', 'left']),
  /** The place on the wait-list, from 1; null where there is none. */
  place: OrNull(Type.Integer({ minimum: 1 })),
  /** Their name had been there already. */
  already: Type.Boolean(),
});

const Whom = { sessionId: IdField('SessionId'), memberId: IdField('MemberId') };

/** `seen`: the masked name that stood on the glass, for staff where it could not be done. */
export const EnrolJoinArgs = Shape({ ...Whom, seen: Shape({ name: Line }) });
/** `claim`: the one that is taken back; null where the person, asked again who they are, no longer comes at all. */
export const EnrolLeaveArgs = Shape({ ...Whom, claim: OrNull(IdField('Mid')), seen: Shape({ name: Line }) });
/** `told`: false where they have not been after all; absent in what came from a build that could not say so. */
export const EnrolToldArgs = Shape({ ...Whom, told: Type.Optional(Type.Boolean()) });
/** Who was taken off comes back on as they were: their place or turn, and the claims that stood. */
export const EnrolRestoreArgs = Shape({
  ...Whom,
  state: OneOf(['in', 'waiting']),
  claims: Type.Array(IdField('Mid'), { minItems: 1, maxItems: 200 }),
});
/** `place`: whose turn they are to be among those who wait, from 1; absent means the next. */
export const EnrolFirstArgs = Shape({
  ...Whom,
  place: Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 })),
});
