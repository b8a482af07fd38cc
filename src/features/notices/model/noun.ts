import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import { noticeAlarm, noticePost, noticeWithdraw } from './notice.mutations.ts';
import type { AllClear, Notice } from './notice.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    allClear: Static<typeof AllClear>;
    notice: Static<typeof Notice>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'notice.alarm': typeof noticeAlarm;
    'notice.post': typeof noticePost;
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
  },
  mutations: {
    'notice.alarm': noticeAlarm,
    'notice.post': noticePost,
    'notice.withdraw': noticeWithdraw,
  },
  words: {
    'notice.alarm': 'staff.change.noticeAlarm',
    'notice.post': 'staff.change.noticePost',
    'notice.withdraw': 'staff.change.noticeWithdraw',
  },
});
