import Type from 'typebox';
import { IdField, OneOf, OrNull, Shape, ShortText, Told, UnixMs } from '../../../kernel/fields.schema.ts';

/** Somebody at a kiosk asks for a person: row `helpCall` in `device:ID` and `staff:ID`, id = the call's mid. */
export const HelpCall = Shape({
  id: IdField('Mid'),
  deviceId: IdField('DeviceId'),
  place: ShortText,
  raisedAtMs: OrNull(UnixMs),
  /** True when it came late and nobody knows how late. */
  ageUnknown: Type.Boolean(),
  state: OneOf(['waiting', 'coming', 'done', 'withdrawn']),
  answeredBy: OrNull(ShortText),
  answeredAtMs: OrNull(UnixMs),
});
export const HelpRaiseArgs = Shape({ place: Told(40) });
export const HelpWithdrawArgs = Shape({ callId: IdField('Mid') });
export const HelpAnswerArgs = Shape({ callId: IdField('Mid'), reply: OneOf(['coming', 'done']) });
