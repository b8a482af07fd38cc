import { daysBetween, type CivilDate } from '../../../kernel/time.ts';
import type { Policy } from './policy.ts';

/** So many days before a policy runs out the advisor is told. */
const SOON_DAYS = 30;

/** Whether a policy has run out, does soon, or goes on; nobody knows on a day that nobody knows. */
type Expiry = 'goesOn' | 'soon' | 'lapsed' | 'unknown';

export function expiryOf({ expiresOn }: Pick<Policy, 'expiresOn'>, today: CivilDate | null): Expiry {
  if (expiresOn === null) return 'goesOn';
  if (today === null) return 'unknown';
  const left = daysBetween(today, expiresOn);
  if (left < 0) return 'lapsed';
  return left <= SOON_DAYS ? 'soon' : 'goesOn';
}

/** What wants to be looked at anew: what has run out first, then what does so next. */
export const toReview = (policies: readonly Policy[], today: CivilDate | null): readonly Policy[] =>
  policies
    .filter((policy) => ['soon', 'lapsed'].includes(expiryOf(policy, today)))
    .sort((a, b) => ((a.expiresOn ?? '') < (b.expiresOn ?? '') ? -1 : 1));
