import type { RowOf } from '../../../kernel/rows.ts';

export type HelpCall = RowOf<'helpCall'>;

/** A call for help that nobody has heard of for this long is no longer carried. */
export const CALL_VALID_MS = 30 * 60_000;

/** A finger that presses more often is counted no further; and more consoles than these no house has. */
export const MOST_REMINDERS = 999;
export const MOST_HEARD = 20;

/** Whether a visit at the glass may take a call back or repeat it: nobody may another's. */
export const owns = (call: HelpCall, visit: string | undefined): boolean => call.visit === visit;

/** Since when it counts, Unix ms: as the kiosk knew it where that is known, else from the hub's receipt. */
export function sinceMs({ raisedAtMs, takenAtMs, ageUnknown }: HelpCall): number | null {
  return (ageUnknown ? null : raisedAtMs) ?? takenAtMs ?? null;
}
