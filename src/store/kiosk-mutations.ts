import { checkinClaim, checkinWithdraw } from '../domain/checkin/checkin.mutations.ts';
import { checkinLoose } from '../domain/checkin/loose.mutations.ts';
import { helpRaise, helpWithdraw } from '../domain/help/help.mutations.ts';

/** What elders do at a kiosk. */
export const kioskMutations = {
  'checkin.claim': checkinClaim,
  'checkin.loose': checkinLoose,
  'checkin.withdraw': checkinWithdraw,
  'help.raise': helpRaise,
  'help.withdraw': helpWithdraw,
} as const;
