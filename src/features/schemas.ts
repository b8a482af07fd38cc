import type { Static, TSchema } from 'typebox';
import { Account, AccountSaveArgs } from './accounts/model/account.schema.ts';
import { CalendarDay } from './calendar/model/calendar.schema.ts';
import { Centre, CentreSaveArgs, Place } from './centre/model/centre.schema.ts';
import {
  Attendance,
  AttendanceCount,
  CheckInAssignArgs,
  CheckInClaimArgs,
  CheckInLooseArgs,
  CheckInWithdrawArgs,
  LooseClaim,
} from './check-in/model/checkin.schema.ts';
import { Course, CourseSaveArgs, SessionChange, SessionChangeArgs } from './classes/model/course.schema.ts';
import { Device, DeviceConfig, DeviceConfigureArgs, DeviceHealth } from './devices/model/device.schema.ts';
import {
  Programme,
  ProgrammeSaveArgs,
  Run,
  RunJumpArgs,
  RunScreenArgs,
  RunStartArgs,
} from './exercise/model/exercise.schema.ts';
import { Glass, PlayCount } from './glass/model/glass.schema.ts';
import { HelpAnswerArgs, HelpCall, HelpRaiseArgs, HelpWithdrawArgs } from './help/model/help.schema.ts';
import { AuditEntry, MediaItem, Refusal } from './media/model/media.schema.ts';
import { Member, MemberRemoveArgs, MemberSaveArgs, RosterEntry } from './members/model/member.schema.ts';
import {
  Dish,
  DishSaveArgs,
  Menu,
  MenuPlan,
  MenuPublishArgs,
  MenuSoldOutArgs,
} from './menus/model/menu.schema.ts';
import type { ArgsOf, MutationName } from './mutations.ts';
import {
  Notice,
  NoticeAlarmArgs,
  NoticePostArgs,
  NoticeWithdrawArgs,
} from './notices/model/notice.schema.ts';
import { Policy, PolicySaveArgs } from './policies/model/policy.schema.ts';
import type { Kind, RowOf } from './rows.ts';
import { Schedule, ScheduleSaveArgs } from './schedules/model/schedule.schema.ts';

/** The schema of each mutation's arguments. For the hub and tests: browsers never load typebox. */
export const argSchemas = {
  'account.save': AccountSaveArgs,
  'centre.save': CentreSaveArgs,
  'checkin.assign': CheckInAssignArgs,
  'checkin.claim': CheckInClaimArgs,
  'checkin.loose': CheckInLooseArgs,
  'checkin.withdraw': CheckInWithdrawArgs,
  'course.save': CourseSaveArgs,
  'device.configure': DeviceConfigureArgs,
  'dish.save': DishSaveArgs,
  'help.answer': HelpAnswerArgs,
  'help.raise': HelpRaiseArgs,
  'help.withdraw': HelpWithdrawArgs,
  'member.remove': MemberRemoveArgs,
  'member.save': MemberSaveArgs,
  'menu.publish': MenuPublishArgs,
  'menu.soldOut': MenuSoldOutArgs,
  'notice.alarm': NoticeAlarmArgs,
  'notice.post': NoticePostArgs,
  'notice.withdraw': NoticeWithdrawArgs,
  'policy.save': PolicySaveArgs,
  'programme.save': ProgrammeSaveArgs,
  'run.jump': RunJumpArgs,
  'run.pause': RunScreenArgs,
  'run.resume': RunScreenArgs,
  'run.start': RunStartArgs,
  'run.stop': RunScreenArgs,
  'schedule.save': ScheduleSaveArgs,
  'session.change': SessionChangeArgs,
} as const satisfies Readonly<Record<MutationName, TSchema>>;

/** The schema of each kind of row. */
export const rowSchemas = {
  account: Account,
  attendance: Attendance,
  attendanceCount: AttendanceCount,
  audit: AuditEntry,
  calendarDay: CalendarDay,
  centre: Centre,
  course: Course,
  device: Device,
  deviceConfig: DeviceConfig,
  deviceHealth: DeviceHealth,
  dish: Dish,
  glass: Glass,
  helpCall: HelpCall,
  looseClaim: LooseClaim,
  media: MediaItem,
  member: Member,
  menu: Menu,
  menuPlan: MenuPlan,
  notice: Notice,
  place: Place,
  playCount: PlayCount,
  policy: Policy,
  programme: Programme,
  refusal: Refusal,
  roster: RosterEntry,
  run: Run,
  schedule: Schedule,
  sessionChange: SessionChange,
} as const satisfies Readonly<Record<Kind, TSchema>>;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type AllTrue<T extends Record<string, true>> = T;

/** Do not compile when a schema is another one's than its mutation's or its row's. */
export type ArgsAreTied = AllTrue<{ [N in MutationName]: Same<Static<(typeof argSchemas)[N]>, ArgsOf<N>> }>;
export type RowsAreTied = AllTrue<{ [K in Kind]: Same<Static<(typeof rowSchemas)[K]>, RowOf<K>> }>;
