import { helpRaise, helpRemind, helpWithdraw } from './kiosk.mutations.ts';
import { helpRows } from './rows.ts';

/** What a kiosk knows of this noun: it is loaded before home is painted, and the staff's changes are not. */
export const helpAtKiosk = {
  rows: helpRows,
  mutations: { 'help.raise': helpRaise, 'help.remind': helpRemind, 'help.withdraw': helpWithdraw },
};
