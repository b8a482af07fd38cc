import type { Static } from 'typebox';
import { defineNoun, standing } from '../../../kernel/noun.ts';
import { noticeApprove, noticeTakeBack, noticeTwoPairs } from './notice-proposal.mutations.ts';
import { noticeAlarm, noticePost, noticeWithdraw } from './notice.mutations.ts';
import type { AllClear, Notice, NoticeHouse, NoticeProposal } from './notice.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    allClear: Static<typeof AllClear>;
    notice: Static<typeof Notice>;
    noticeHouse: Static<typeof NoticeHouse>;
    noticeProposal: Static<typeof NoticeProposal>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'notice.alarm': typeof noticeAlarm;
    'notice.approve': typeof noticeApprove;
    'notice.post': typeof noticePost;
    'notice.takeBack': typeof noticeTakeBack;
    'notice.twoPairs': typeof noticeTwoPairs;
    'notice.withdraw': typeof noticeWithdraw;
  }
}

export const notices = defineNoun({
  rows: {
    allClear: {
      v: 1,
      key: 'the notice',
      in: {
        staff: {
          for: 'days',
          days: 2,
          since: ({ liftedMs }, dayAt) => dayAt(liftedMs),
          afterwards: 'archive',
        },
      },
    },
    notice: {
      v: 1,
      key: 'the notice',
      in: {
        centre: {
          for: 'days',
          days: 35,
          since: ({ untilMs }, dayAt) => (untilMs === null ? null : dayAt(untilMs)),
          afterwards: 'archive',
        },
      },
    },
    noticeHouse: {
      v: 1,
      key: '`notices`',
      in: { staff: standing },
    },
    noticeProposal: {
      v: 1,
      key: 'the notice',
      in: { staff: standing },
      without: async (tx, proposal) => {
        const notice = await tx.get('centre', 'notice', proposal.id);
        return notice === undefined ? undefined : { ...proposal, notice };
      },
    },
  },
  mutations: {
    'notice.alarm': noticeAlarm,
    'notice.approve': noticeApprove,
    'notice.post': noticePost,
    'notice.takeBack': noticeTakeBack,
    'notice.twoPairs': noticeTwoPairs,
    'notice.withdraw': noticeWithdraw,
  },
  words: {
    'notice.alarm': 'staff.change.noticeAlarm',
    'notice.approve': 'staff.change.noticeApprove',
    'notice.post': 'staff.change.noticePost',
    'notice.takeBack': 'staff.change.noticeTakeBack',
    'notice.twoPairs': 'staff.change.noticeTwoPairs',
    'notice.withdraw': 'staff.change.noticeWithdraw',
  },
});
