import type { Static, TSchema } from 'typebox';
import { Account, AccountSaveArgs } from './account/account.schema.ts';
import { CalendarDay } from './calendar/calendar.schema.ts';
import { Centre, CentreSaveArgs, Place } from './centre/centre.schema.ts';
import {
  Attendance,
  AttendanceCount,
  CheckInAssignArgs,
  CheckInClaimArgs,
  CheckInLooseArgs,
  CheckInWithdrawArgs,
  LooseClaim,
} from './checkin/checkin.schema.ts';
import { Course, CourseSaveArgs, SessionChange, SessionChangeArgs } from './course/course.schema.ts';
import { Device, DeviceConfig, DeviceConfigureArgs, DeviceHealth } from './device/device.schema.ts';
import {
  Programme,
  ProgrammeSaveArgs,
  Run,
  RunJumpArgs,
  RunScreenArgs,
  RunStartArgs,
} from './exercise/exercise.schema.ts';
import { Glass, PlayCount } from './glass/glass.schema.ts';
import { HelpAnswerArgs, HelpCall, HelpRaiseArgs, HelpWithdrawArgs } from './help/help.schema.ts';
import { AuditEntry, MediaItem, Refusal } from './media/media.schema.ts';
import { Member, MemberRemoveArgs, MemberSaveArgs, RosterEntry } from './member/member.schema.ts';
import { Dish, DishSaveArgs, Menu, MenuPlan, MenuPublishArgs, MenuSoldOutArgs } from './menu/menu.schema.ts';
import type { ArgsOf, MutationName } from './mutations.ts';
import { Notice, NoticeAlarmArgs, NoticePostArgs, NoticeWithdrawArgs } from './notice/notice.schema.ts';
import { Policy, PolicySaveArgs } from './policy/policy.schema.ts';
import type { Kind, RowOf } from './rows.ts';
import { Schedule, ScheduleSaveArgs } from './schedule/schedule.schema.ts';

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
