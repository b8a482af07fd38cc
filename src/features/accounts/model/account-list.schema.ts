import Type from 'typebox';
import { IdField, OrNull, UnixMs } from '../../../kernel/fields.schema.ts';

/** How it stands with each account, as only the hub knows: what is in no row. */
export const AccountList = Type.Object({
  /** The hub's time of answering. */
  asOfMs: UnixMs,
  people: Type.Array(
    Type.Object({
      accountId: IdField('AccountId'),
      /** Whether they have set a PIN or password of their own. */
      hasSecret: Type.Boolean(),
      lastSignInAtMs: OrNull(UnixMs),
      /** After too many wrong tries their name is not looked at before. */
      closedUntilMs: OrNull(UnixMs),
      /** Until when a one-time link to it works that nobody has opened yet. */
      linkUntilMs: OrNull(UnixMs),
      /** Where they are signed in. */
      consoles: Type.Array(Type.Object({ deviceId: IdField('DeviceId'), sinceMs: OrNull(UnixMs) })),
    }),
  ),
});

/** A link that works once. */
export const OneTimeLink = Type.Object({ url: Type.String(), expiresAtMs: UnixMs });
