import {
  AllClear,
  Notice,
  NoticeAlarmArgs,
  NoticeApproveArgs,
  NoticeHouse,
  NoticePostArgs,
  NoticeProposal,
  NoticeTakeBackArgs,
  NoticeTwoPairsArgs,
  NoticeWithdrawArgs,
} from './notice.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const noticesSchemas = {
  rows: {
    allClear: AllClear,
    notice: Notice,
    noticeHouse: NoticeHouse,
    noticeProposal: NoticeProposal,
  },
  args: {
    'notice.alarm': NoticeAlarmArgs,
    'notice.approve': NoticeApproveArgs,
    'notice.post': NoticePostArgs,
    'notice.takeBack': NoticeTakeBackArgs,
    'notice.twoPairs': NoticeTwoPairsArgs,
    'notice.withdraw': NoticeWithdrawArgs,
  },
} as const;
