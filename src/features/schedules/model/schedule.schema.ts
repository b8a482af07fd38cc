import Type from 'typebox';
import { ClockField, IdField, OneOf, Shape } from '../../../kernel/fields.schema.ts';

/** What a screen shows in a part of the day. A run on the screen and an emergency notice go before it. */
const Daypart = Shape({
  weekdays: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), { minItems: 1, maxItems: 7 }),
  from: ClockField,
  to: ClockField,
  show: OneOf(['menu', 'timetable', 'programme']),
});
/** What a screen shows when: row `schedule` in `centre:ID`, id = the screen's. Outside all dayparts: today's timetable. */
export const Schedule = Shape({ id: IdField('DeviceId'), dayparts: Type.Array(Daypart, { maxItems: 40 }) });
export const ScheduleSaveArgs = Shape({ schedule: Schedule });
