import { accountSave } from './accounts/model/account.mutations.ts';
import { centreSave } from './centre/model/centre.mutations.ts';
import { checkinClaim, checkinWithdraw } from './check-in/model/checkin.mutations.ts';
import { checkinAssign, checkinLoose } from './check-in/model/loose.mutations.ts';
import { courseSave, sessionChange } from './classes/model/course.mutations.ts';
import { deviceConfigure } from './devices/model/device.mutations.ts';
import {
  programmeSave,
  runJump,
  runPause,
  runResume,
  runStart,
  runStop,
} from './exercise/model/exercise.mutations.ts';
import { helpAnswer, helpRaise, helpWithdraw } from './help/model/help.mutations.ts';
import { memberRemove, memberSave } from './members/model/member.mutations.ts';
import { dishSave, menuPublish, menuSoldOut } from './menus/model/menu.mutations.ts';
import { noticeAlarm, noticePost, noticeWithdraw } from './notices/model/notice.mutations.ts';
import { policySave } from './policies/model/policy.mutations.ts';
import { scheduleSave } from './schedules/model/schedule.mutations.ts';

/** Every named mutation, by name: the only changes there are. Their argument schemas are in `schemas.ts`. */
export const mutations = {
  'account.save': accountSave,
  'centre.save': centreSave,
  'checkin.assign': checkinAssign,
  'checkin.claim': checkinClaim,
  'checkin.loose': checkinLoose,
  'checkin.withdraw': checkinWithdraw,
  'course.save': courseSave,
  'device.configure': deviceConfigure,
  'dish.save': dishSave,
  'help.answer': helpAnswer,
  'help.raise': helpRaise,
  'help.withdraw': helpWithdraw,
  'member.remove': memberRemove,
  'member.save': memberSave,
  'menu.publish': menuPublish,
  'menu.soldOut': menuSoldOut,
  'notice.alarm': noticeAlarm,
  'notice.post': noticePost,
  'notice.withdraw': noticeWithdraw,
  'policy.save': policySave,
  'programme.save': programmeSave,
  'run.jump': runJump,
  'run.pause': runPause,
  'run.resume': runResume,
  'run.start': runStart,
  'run.stop': runStop,
  'schedule.save': scheduleSave,
  'session.change': sessionChange,
} as const;

export type Mutations = typeof mutations;
export type MutationName = keyof Mutations;
export type ArgsOf<N extends MutationName> = Parameters<Mutations[N]['apply']>[1];
