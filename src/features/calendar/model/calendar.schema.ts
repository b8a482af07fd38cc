import Type from 'typebox';
import { DateField, OrNull, Shape, ShortText } from '../../../kernel/fields.schema.ts';

/** What the calendar says of a day: row `calendarDay` in `city`, id = the date. Computed on the hub. */
export const CalendarDay = Shape({
  id: DateField,
  /** 十月十四 */
  lunar: ShortText,
  /** The solar term that begins on this day: 小雪. */
  term: OrNull(ShortText),
  /** 国庆节, 重阳节 */
  festival: OrNull(ShortText),
  /** A public holiday on which offices rest. */
  rest: Type.Boolean(),
});
