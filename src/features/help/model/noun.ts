import type { Static } from 'typebox';
import { defineNoun } from '../../../kernel/noun.ts';
import type { HelpCall, HelpHeardReport } from './help.schema.ts';
import { helpRaise, helpRemind, helpWithdraw } from './kiosk.mutations.ts';
import { takeHeard } from './reports.ts';
import { helpRows } from './rows.ts';
import { helpAnswer, helpReopen } from './staff.mutations.ts';

declare module '../../../kernel/rows.ts' {
  interface Rows {
    helpCall: Static<typeof HelpCall>;
  }
}
declare module '../../../kernel/mutation.ts' {
  interface Mutations {
    'help.answer': typeof helpAnswer;
    'help.raise': typeof helpRaise;
    'help.remind': typeof helpRemind;
    'help.reopen': typeof helpReopen;
    'help.withdraw': typeof helpWithdraw;
  }
}
declare module '../../../kernel/report.ts' {
  interface Reports {
    helpHeard: Static<typeof HelpHeardReport>;
  }
}

export const help = defineNoun({
  rows: helpRows,
  mutations: {
    'help.answer': helpAnswer,
    'help.raise': helpRaise,
    'help.remind': helpRemind,
    'help.reopen': helpReopen,
    'help.withdraw': helpWithdraw,
  },
  words: {
    'help.answer': 'staff.change.helpAnswer',
    'help.raise': 'staff.change.helpRaise',
    'help.remind': 'staff.change.helpRemind',
    'help.reopen': 'staff.change.helpReopen',
    'help.withdraw': 'staff.change.helpWithdraw',
  },
  reports: { helpHeard: takeHeard },
});
