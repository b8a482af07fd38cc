import { accountSave } from './account/account.mutations.ts';
import { centreSave } from './centre/centre.mutations.ts';
import { checkinClaim, checkinWithdraw } from './checkin/checkin.mutations.ts';
import { checkinAssign, checkinLoose } from './checkin/loose.mutations.ts';
import { courseSave, sessionChange } from './course/course.mutations.ts';
import { deviceConfigure } from './device/device.mutations.ts';
import {
  programmeSave,
  runJump,
  runPause,
  runResume,
  runStart,
  runStop,
} from './exercise/exercise.mutations.ts';
import { helpAnswer, helpRaise, helpWithdraw } from './help/help.mutations.ts';
import { memberRemove, memberSave } from './member/member.mutations.ts';
import { dishSave, menuPublish, menuSoldOut } from './menu/menu.mutations.ts';
import { noticeAlarm, noticePost, noticeWithdraw } from './notice/notice.mutations.ts';
import { policySave } from './policy/policy.mutations.ts';
import { scheduleSave } from './schedule/schedule.mutations.ts';

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
