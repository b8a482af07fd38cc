import type { Static } from 'typebox';
import type { Account } from './accounts/model/account.schema.ts';
import type { CalendarDay } from './calendar/model/calendar.schema.ts';
import type { Centre, Place } from './centre/model/centre.schema.ts';
import type { Attendance, AttendanceCount, LooseClaim } from './check-in/model/checkin.schema.ts';
import type { Course, SessionChange } from './classes/model/course.schema.ts';
import type { Device, DeviceConfig, DeviceHealth } from './devices/model/device.schema.ts';
import type { Programme, Run } from './exercise/model/exercise.schema.ts';
import type { Glass, PlayCount } from './glass/model/glass.schema.ts';
import type { HelpCall } from './help/model/help.schema.ts';
import type { AuditEntry, MediaItem, Refusal } from './media/model/media.schema.ts';
import type { Member, RosterEntry } from './members/model/member.schema.ts';
import type { Dish, Menu, MenuPlan } from './menus/model/menu.schema.ts';
import type { Notice } from './notices/model/notice.schema.ts';
import type { Policy } from './policies/model/policy.schema.ts';
import type { Schedule } from './schedules/model/schedule.schema.ts';

/** Every kind of row there is, with its shape. A new noun is a line here and a schema beside its rules. */
export interface Rows {
  account: Static<typeof Account>;
  attendance: Static<typeof Attendance>;
  attendanceCount: Static<typeof AttendanceCount>;
  audit: Static<typeof AuditEntry>;
  calendarDay: Static<typeof CalendarDay>;
  centre: Static<typeof Centre>;
  course: Static<typeof Course>;
  device: Static<typeof Device>;
  deviceConfig: Static<typeof DeviceConfig>;
  deviceHealth: Static<typeof DeviceHealth>;
  dish: Static<typeof Dish>;
  glass: Static<typeof Glass>;
  helpCall: Static<typeof HelpCall>;
  looseClaim: Static<typeof LooseClaim>;
  media: Static<typeof MediaItem>;
  member: Static<typeof Member>;
  menu: Static<typeof Menu>;
  menuPlan: Static<typeof MenuPlan>;
  notice: Static<typeof Notice>;
  place: Static<typeof Place>;
  playCount: Static<typeof PlayCount>;
  policy: Static<typeof Policy>;
  programme: Static<typeof Programme>;
  refusal: Static<typeof Refusal>;
  roster: Static<typeof RosterEntry>;
  run: Static<typeof Run>;
  schedule: Static<typeof Schedule>;
  sessionChange: Static<typeof SessionChange>;
}

export type Kind = keyof Rows;
export type RowOf<K extends Kind> = Rows[K];
