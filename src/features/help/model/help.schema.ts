import Type from 'typebox';
import { IdField, OneOf, OrNull, Shape, ShortText, Told, UnixMs } from '../../../kernel/fields.schema.ts';
import type { Id } from '../../../kernel/ids.ts';
import { MOST_HEARD, MOST_REMINDERS } from './help.ts';

/** How badly somebody is needed: `help` in whatever way, `emergency` (助急) at once. */
const HelpKind = OneOf(['help', 'emergency']);
/** Names one person's stay at one glass, as the glass tells them apart; says nothing of who it is. */
const Visit = Told(40);

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
  /** `help` where it is not said. */
  kind: Type.Optional(HelpKind),
  /** Whose it is. Older builds did not say: nobody but they can take such a call back. */
  visit: Type.Optional(Visit),
  /** When the hub got it, by its own clock; not said where that was not sure. */
  takenAtMs: Type.Optional(UnixMs),
  /** How often the same person pressed again. */
  reminders: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_REMINDERS })),
  remindedAtMs: Type.Optional(OrNull(UnixMs)),
  /** The consoles that have shown or rung it, in their order. */
  heard: Type.Optional(
    Type.Array(Shape({ deviceId: IdField('DeviceId'), atMs: OrNull(UnixMs) }), { maxItems: MOST_HEARD }),
  ),
  /** When it was done or taken back. */
  endedAtMs: Type.Optional(OrNull(UnixMs)),
});

export const HelpRaiseArgs = Shape({
  place: Told(40),
  kind: Type.Optional(HelpKind),
  visit: Type.Optional(Visit),
});
export const HelpRemindArgs = Shape({ callId: IdField('Mid'), visit: Visit });
export const HelpWithdrawArgs = Shape({
  callId: IdField('Mid'),
  visit: Type.Optional(Visit),
  /** True where it ends because somebody came. */
  helped: Type.Optional(Type.Boolean()),
});
/** The same past the sync: asked of the hub by a kiosk whose store keeps nothing. `end`: null while somebody is wanted. */
export const HelpDirect = Shape({
  callId: Type.Unsafe<Id<'Mid'>>(
    Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' }),
  ),
  kind: HelpKind,
  visit: Visit,
  end: OrNull(OneOf(['withdrawn', 'helped'])),
});
export const HelpAnswerArgs = Shape({ callId: IdField('Mid'), reply: OneOf(['coming', 'done']) });
/** Back to what it was before the last answer. */
export const HelpReopenArgs = Shape({ callId: IdField('Mid'), as: OneOf(['waiting', 'coming']) });

/** What a console says of a call that it has painted or rung; `of` names the call too, so that each counts. */
export const HelpHeardReport = Type.Object({ callId: IdField('Mid') });
