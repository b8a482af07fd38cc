import { Push, ScreenPushArgs, ScreenUnpushArgs } from './push.schema.ts';
import { Schedule, ScheduleRemoveArgs, ScheduleSaveArgs } from './schedule.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const schedulesSchemas = {
  rows: {
    push: Push,
    schedule: Schedule,
  },
  args: {
    'schedule.remove': ScheduleRemoveArgs,
    'schedule.save': ScheduleSaveArgs,
    'screen.push': ScreenPushArgs,
    'screen.unpush': ScreenUnpushArgs,
  },
} as const;
