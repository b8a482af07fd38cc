import Type from 'typebox';
import { DateField, OneOf, OrNull, Shape, UnixMs } from '../../../kernel/fields.schema.ts';

/** How the hub stands with the time: row `hubClock` in `staff:ID`, id = `hub`. */
export const HubClock = Shape({
  id: Type.Literal('hub'),
  /** Null while the time is not in doubt. */
  doubt: OrNull(
    Shape({
      why: OneOf(['behind', 'ahead', 'as-left', 'set', 'devices', 'unchecked']),
      /** Hub time, like the next. */
      sinceMs: UnixMs,
      /** The minute the hub goes by now. */
      hubMs: UnixMs,
    }),
  ),
  /** The day up to which what is old has been put away; null before the first. */
  putAwayTo: OrNull(DateField),
});
