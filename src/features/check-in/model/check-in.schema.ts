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
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** Names one session to the hub that has made it. */
export const PassField = Type.String({ pattern: '^[\\w-]{16}$' });

/** One person's word, at one device, that they came: identified by its mutation. */
export const Claim = Shape({
  mid: IdField('Mid'),
  deviceId: IdField('DeviceId'),
  madeAtMs: OrNull(UnixMs),
  timeQuality: OneOf(['confirmed', 'carried', 'unknown']),
  withdrawn: Type.Boolean(),
  /** Who took it back: its own device, or staff, whose word also holds for a claim that arrives later. */
  withdrawnBy: Type.Optional(OneOf(['device', 'staff'])),
  /** The member who signed them in, a neighbour; absent where they did so themselves. */
  companionId: Type.Optional(IdField('MemberId')),
  /** Why staff have put it down, or taken it back; absent where they did not, and on a kiosk. */
  reason: Type.Optional(Line),
});

/**
 * The attendance of one member at one session, id `DAY/COURSE/MEMBER`; it counts while any claim is not withdrawn.
 * The book of record is in `people:ID`; `kiosk:ID` holds today's.
 */
export const Attendance = Shape({
  id: Line,
  sessionId: IdField('SessionId'),
  memberId: IdField('MemberId'),
  date: DateField,
  claims: Type.Array(Claim, { maxItems: 200 }),
});

/** How many came to a session: row `attendanceCount` in `centre:ID`, id = the session's. */
export const AttendanceCount = Shape({
  id: IdField('SessionId'),
  date: DateField,
  count: Type.Integer({ minimum: 0 }),
});

/**
 * A claim made while the device did not know the day: row `looseClaim` in `staff:ID` and its device's bucket, id = the mid.
 * It stays after staff have found its session, so that an undo that comes later still finds it.
 */
export const LooseClaim = Shape({
  id: IdField('Mid'),
  /** Null while only the claim's withdrawal has arrived, not the claim. */
  courseId: OrNull(IdField('CourseId')),
  memberId: IdField('MemberId'),
  /** Null where the withdrawal came first, and in a device's copy, which may be stolen. */
  maskedName: OrNull(Line),
  claim: Claim,
  receivedAtMs: OrNull(UnixMs),
  /** The session that staff have found for it. */
  assignedTo: OrNull(IdField('SessionId')),
});

/**
 * What the code on a screen leads to while a session can be signed in for by telephone: row `comePass` in `centre:ID`, id =
 * the session's. It hangs on the wall for everybody to see, so that it opens that one session, and for an hour or two.
 */
export const ComePass = Shape({
  id: IdField('SessionId'),
  date: DateField,
  pass: PassField,
  untilMs: UnixMs,
  /** The address people reach the hub by, where it has been told one; null where it is the screen's own. */
  address: OrNull(Type.String({ minLength: 1, maxLength: 200 })),
});

/**
 * What the device had before it when the person stood there: by it a claim is judged, and not by a timetable or a roster
 * that has changed since.
 */
const Seen = Shape({
  /** The masked name. */
  name: Line,
  /** When and where it was to be; null where the device did not know the day. */
  start: OrNull(ClockField),
  room: OrNull(ShortText),
});

export const CheckInClaimArgs = Shape({
  sessionId: IdField('SessionId'),
  /** A member, or a visitor by an id made for this one visit (`model/visitor.ts`). */
  memberId: IdField('MemberId'),
  /** Null in what came from a build that did not say. */
  seen: OrNull(Seen),
  /** As in the claim. */
  companionId: Type.Optional(IdField('MemberId')),
});
export const CheckInLooseArgs = Shape({
  courseId: IdField('CourseId'),
  memberId: IdField('MemberId'),
  seen: OrNull(Seen),
  companionId: Type.Optional(IdField('MemberId')),
});
export const CheckInWithdrawArgs = Shape({
  claim: IdField('Mid'),
  /** The claim's session; null for a claim that awaits its day. */
  sessionId: OrNull(IdField('SessionId')),
  memberId: IdField('MemberId'),
});
export const CheckInAssignArgs = Shape({ claim: IdField('Mid'), sessionId: IdField('SessionId') });
/** `came`: how it is to stand. */
export const CheckInCorrectArgs = Shape({
  sessionId: IdField('SessionId'),
  memberId: IdField('MemberId'),
  came: Type.Boolean(),
  reason: Line,
});
