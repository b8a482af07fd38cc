import type { Static } from 'typebox';
import { defineNoun, type DayAt, type Retention } from '../../../kernel/noun.ts';
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

/** A call is over when somebody has said so, however long ago it was raised. */
const callKept = {
  for: 'days',
  days: 7,
  since: ({ state, raisedAtMs, answeredAtMs }: RowOf<'helpCall'>, dayAt: DayAt) => {
    const isOver = state === 'done' || state === 'withdrawn';
    return isOver ? dayAt(answeredAtMs ?? raisedAtMs ?? 0) : null;
  },
  afterwards: 'archive',
} as const satisfies Retention<RowOf<'helpCall'>>;

export const help = defineNoun({
  rows: {
    helpCall: {
      v: 1,
      key: "the call's mid",
      in: { staff: callKept, device: { ...callKept, afterwards: 'gone' } },
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
