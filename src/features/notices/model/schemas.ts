import { AllClear, Notice, NoticeAlarmArgs, NoticePostArgs, NoticeWithdrawArgs } from './notice.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const noticesSchemas = {
  rows: {
    allClear: AllClear,
    notice: Notice,
  },
  args: {
    'notice.alarm': NoticeAlarmArgs,
    'notice.post': NoticePostArgs,
    'notice.withdraw': NoticeWithdrawArgs,
  },
} as const;
