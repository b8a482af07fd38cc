import Type from 'typebox';
import { IdField, Shape, ShortText, UnixMs } from '../../../kernel/fields.schema.ts';
import { Item } from './schedule.schema.ts';

/** What staff have put on a screen over its schedule, till then: row `push` in `centre:ID`, id = the screen's. */
export const Push = Shape({
  id: IdField('DeviceId'),
  item: Item,
  /** Times of the hub. One that was taken back ends when it was. */
  fromMs: UnixMs,
  untilMs: UnixMs,
  by: ShortText,
  /** Who put it back, where it had been ended; it stays theirs who pushed it. */
  backBy: Type.Optional(ShortText),
  /** Whose push it took the place of, where that still held. */
  instead: Type.Optional(ShortText),
  /** Counts up by one with each push and each taking back, from 1. */
  version: Type.Integer({ minimum: 1 }),
});

const Screens = Type.Array(IdField('DeviceId'), { minItems: 1, maxItems: 60 });
export const ScreenPushArgs = Shape({
  screenIds: Screens,
  item: Item,
  untilMs: UnixMs,
  /** It is put back where it had been ended: whose it was. Absent from builds that do not say. */
  back: Type.Optional(Shape({ by: ShortText })),
});
export const ScreenUnpushArgs = Shape({
  screenIds: Screens,
  /** The press that was looked at: what others have put up since stays. Absent from builds that do not say. */
  which: Type.Optional(Shape({ by: ShortText, untilMs: UnixMs })),
});
