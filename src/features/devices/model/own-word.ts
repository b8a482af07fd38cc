import type { RowOf } from '../../../kernel/rows.ts';

/** A console's clock and the hub's may be so far apart. */
const CLOCKS_APART_MS = 60_000;

/**
 * Whether what was heard in a device's name is true of the glass that hangs there now: of one that is signed off nothing is,
 * and what was said before it was paired last may have been said by the set that hung there before.
 * @param heardMs the hub's time at which it was said
 * @param nowMs null where nobody knows the time: then each word counts that came in the name of what is paired
 */
export function isOwnWord(
  { pairedAtMs }: Pick<RowOf<'device'>, 'pairedAtMs'>,
  heardMs: number,
  nowMs: number | null,
): boolean {
  if (pairedAtMs === null) return false;
  // A pairing in a time to come was written down by a wrong clock, and tells nothing.
  const isDated = nowMs !== null && pairedAtMs <= nowMs + CLOCKS_APART_MS;
  return !isDated || heardMs >= pairedAtMs;
}
