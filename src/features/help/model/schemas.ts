import {
  HelpAnswerArgs,
  HelpCall,
  HelpHeardReport,
  HelpRaiseArgs,
  HelpRemindArgs,
  HelpReopenArgs,
  HelpWithdrawArgs,
} from './help.schema.ts';

/** The schema of each kind of row and of each change's arguments. For the hub and tests: browsers never load typebox. */
export const helpSchemas = {
  rows: {
    helpCall: HelpCall,
  },
  args: {
    'help.answer': HelpAnswerArgs,
    'help.raise': HelpRaiseArgs,
    'help.remind': HelpRemindArgs,
    'help.reopen': HelpReopenArgs,
    'help.withdraw': HelpWithdrawArgs,
  },
  reports: { helpHeard: HelpHeardReport },
} as const;
