import type { Static } from 'typebox';
import { isBoolean, isId, isNumber, isText, listOf, orNull, shape } from '../../../kernel/guards.ts';
import type { AccountList, OneTimeLink } from './account-list.schema.ts';

export type AccountList = Static<typeof AccountList>;
export type AccountStanding = AccountList['people'][number];
export type OneTimeLink = Static<typeof OneTimeLink>;

export const isAccountList = shape<AccountList>({
  asOfMs: isNumber,
  people: listOf(
    shape<AccountStanding>({
      accountId: isId,
      hasSecret: isBoolean,
      lastSignInAtMs: orNull(isNumber),
      closedUntilMs: orNull(isNumber),
      linkUntilMs: orNull(isNumber),
      consoles: listOf(
        shape<AccountStanding['consoles'][number]>({ deviceId: isId, sinceMs: orNull(isNumber) }),
      ),
    }),
  ),
});

export const isOneTimeLink = shape<OneTimeLink>({ url: isText, expiresAtMs: isNumber });
/** A new account's answer: its link. */
export const isNewAccount = shape<{ readonly link: OneTimeLink }>({ link: isOneTimeLink });
