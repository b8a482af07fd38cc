import Type from 'typebox';
import {
  IdField,
  Line,
  OneOf,
  OrNull,
  Shape,
  ShortText,
  Told,
  UnixMs,
} from '../../../kernel/fields.schema.ts';

/** `waiting` for the advisor, `taken` by one, `done`, or `withdrawn` where it was asked. */
const State = OneOf(['waiting', 'taken', 'done', 'withdrawn']);

/** What was tried, or is to be known at the next try. */
const Note = Shape({ id: IdField('Mid'), words: Line, by: Line, atMs: OrNull(UnixMs) });

/** Somebody wants the advisor to contact them: row `request` in `people:ID`, id = the request's mid. */
export const Request = Shape({
  id: IdField('Mid'),
  /** Who asks; null for somebody who waits beside the machine and has not said who they are. */
  memberId: OrNull(IdField('MemberId')),
  /** The masked name that stood on the glass, for where nobody knows the member any more. */
  seenName: OrNull(Line),
  /** What it is about; null for anything. */
  policyId: OrNull(IdField('PolicyId')),
  deviceId: IdField('DeviceId'),
  place: ShortText,
  raisedAtMs: OrNull(UnixMs),
  state: State,
  answeredBy: OrNull(ShortText),
  answeredAtMs: OrNull(UnixMs),
  /** The oldest first; absent where there is none. */
  notes: Type.Optional(Type.Array(Note, { maxItems: 20 })),
});

/**
 * What the hub has answered to a request that was made at a kiosk: row `requestAnswer` in `device:ID`, id = the request's
 * mid. Names neither who asked nor what about. While there is none, the hub does not have the request.
 */
export const RequestAnswer = Shape({
  id: IdField('Mid'),
  raisedAtMs: OrNull(UnixMs),
  state: State,
  answeredBy: OrNull(ShortText),
});

export const RequestRaiseArgs = Shape({
  memberId: OrNull(IdField('MemberId')),
  policyId: OrNull(IdField('PolicyId')),
  place: Told(40),
  seen: OrNull(Shape({ name: Line })),
});
export const RequestWithdrawArgs = Shape({ requestId: IdField('Mid') });
/** `waiting` takes an answer back. */
export const RequestAnswerArgs = Shape({
  requestId: IdField('Mid'),
  reply: OneOf(['waiting', 'taken', 'done']),
});
export const RequestNoteArgs = Shape({ requestId: IdField('Mid'), words: Line });
export const RequestUnnoteArgs = Shape({ requestId: IdField('Mid'), noteId: IdField('Mid') });
