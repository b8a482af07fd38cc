import Type from 'typebox';
import { MealName } from '../../centre/model/centre.schema.ts';
import { ClockField, DateField, IdField, Line, OneOf, Shape } from '../../../kernel/fields.schema.ts';

/** What a screen can show by its schedule or because staff push it. A build shows the kinds it knows and tells of others. */
const itemFields = {
  show: OneOf([
    'menu',
    'weekly-menu',
    'timetable',
    'programme',
    'policy',
    'playlist',
    'notices',
    'clock',
    'welcome',
    'dark',
  ]),
  /** Of a playlist: which. */
  playlistId: Type.Optional(IdField('PlaylistId')),
  /** Of a policy: which; without it another one each day. */
  policyId: Type.Optional(IdField('PolicyId')),
  /** Of a welcome: its words; without them the centre's name. */
  text: Type.Optional(Line),
  textEn: Type.Optional(Line),
};
export const Item = Shape(itemFields);

/** Several items by turns, each for so long: longer than a page takes to read, shorter than a hall waits. */
const Turn = Shape({ ...itemFields, seconds: Type.Integer({ minimum: 10, maximum: 3600 }) });

/**
 * What a screen shows in a part of the day. A run on the screen and an emergency notice go before it, and so does what
 * is pushed. A `to` that is not after its `from` is of the next day; the weekdays are those on which it begins.
 */
const Daypart = Shape({
  ...itemFields,
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  from: ClockField,
  to: ClockField,
  /** The first and the last day on which it may begin. */
  dates: Type.Optional(Shape({ from: DateField, to: DateField })),
  /** It holds while this meal is served, whenever that is; `from` and `to` are then for builds that do not know this. */
  meal: Type.Optional(MealName),
  /** Where several hold, the highest goes first; 0 where absent. */
  priority: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
  /** Shown by turns instead of the item itself, which is for builds that do not know this. */
  turns: Type.Optional(Type.Array(Turn, { minItems: 1, maxItems: 12 })),
});

/** What a screen shows when: row `schedule` in `centre:ID`, id = the screen's, or `group:NAME` for all of a group. */
export const Schedule = Shape({
  id: IdField('DeviceId'),
  dayparts: Type.Array(Daypart, { maxItems: 40 }),
  /** Outside all dayparts; absent: today's timetable. */
  default: Type.Optional(Item),
  /** Counts up by one with each saving, from 1; absent in rows of builds that did not count. */
  version: Type.Optional(Type.Integer({ minimum: 1 })),
});
export const ScheduleSaveArgs = Shape({
  schedule: Schedule,
  /** The version it was made from, 0 where there was none; absent from builds that do not say. */
  baseVersion: Type.Optional(Type.Integer({ minimum: 0 })),
});
export const ScheduleRemoveArgs = Shape({
  id: IdField('DeviceId'),
  /** The version that was looked at; absent from builds that do not say. */
  baseVersion: Type.Optional(Type.Integer({ minimum: 0 })),
});
