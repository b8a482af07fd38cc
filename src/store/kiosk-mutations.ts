import { checkinClaim, checkinWithdraw } from '../features/check-in/model/checkin.mutations.ts';
import { checkinLoose } from '../features/check-in/model/loose.mutations.ts';
import { helpRaise, helpWithdraw } from '../features/help/model/help.mutations.ts';

/** What elders do at a kiosk. */
export const kioskMutations = {
  'checkin.claim': checkinClaim,
  'checkin.loose': checkinLoose,
  'checkin.withdraw': checkinWithdraw,
  'help.raise': helpRaise,
  'help.withdraw': helpWithdraw,
} as const;
