import type { Static } from 'typebox';
import { defineNoun, type Retention } from '../../../kernel/noun.ts';
import type { RowOf } from '../../../kernel/rows.ts';
import { helpAnswer, helpRaise, helpWithdraw } from './help.mutations.ts';
import type { HelpCall } from './help.schema.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    helpCall: Static<typeof HelpCall>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'help.answer': typeof helpAnswer;
    'help.raise': typeof helpRaise;
    'help.withdraw': typeof helpWithdraw;
  }
}

/** A call nobody knows the time of is only over when somebody has said so. */
const callKept: Retention<RowOf<'helpCall'>> = {
  for: 'days',
  days: 7,
  since: ({ state, raisedAtMs, answeredAtMs }, dayAt) => {
    const atMs = answeredAtMs ?? raisedAtMs;
    if (atMs !== null) return dayAt(atMs);
    return state === 'done' || state === 'withdrawn' ? dayAt(0) : null;
  },
  afterwards: 'archive',
};

export const help = defineNoun({
  rows: {
    helpCall: {
      v: 1,
      key: "the call's mid",
      in: { staff: callKept, device: callKept },
    },
  },
  mutations: {
    'help.answer': helpAnswer,
    'help.raise': helpRaise,
    'help.withdraw': helpWithdraw,
  },
  words: {
    'help.answer': 'staff.change.helpAnswer',
    'help.raise': 'staff.change.helpRaise',
    'help.withdraw': 'staff.change.helpWithdraw',
  },
});
