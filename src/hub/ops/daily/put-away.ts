import type { CentreId } from '../../../kernel/ids.ts';
import { addDays, unixOf, type CivilDate } from '../../../kernel/time.ts';
import { DeviceTokens } from '../../people/device-tokens.ts';
import { forgetOldConsoles } from '../../people/old-consoles.ts';
import { Sessions } from '../../people/sessions.ts';
import type { Vault } from '../../people/vault.ts';
import { sweepVault } from '../../retention/vault.ts';
import type { HubSync } from '../../sync/api.ts';

/** Whether everything up to today is put away, or there is more of the same day, or further days wait for their turns. */
export type PutAway = 'done' | 'more' | 'days';

interface Day {
  readonly centreId: CentreId;
  readonly today: CivilDate;
  readonly utcOffsetMinutes: number;
}

/** So many rows go in one turn; what is more has the next. */
const ROWS_A_TURN = 2000;
const OTHERS_A_TURN = 200;

/**
 * Puts away what one more day has brought to its end, if the time is sure: never more than a day's share at once,
 * however many days the hub was off, so that a clock that runs ahead and is believed has not emptied the house by the
 * time somebody sees it. What goes is what each kind of row and each table declares of itself.
 */
export async function putAwayDay(
  sync: HubSync,
  vault: Vault | null,
  { centreId, today, utcOffsetMinutes }: Day,
): Promise<PutAway> {
  if (!sync.time.mayDestroy) return 'done';
  const known = await sync.read(centreId, (tx) => tx.get('staff', 'hubClock', 'hub'));
  const day = nextDay(known?.putAwayTo ?? null, today);
  if (day === null) return 'done';
  const asOfMs = Math.min(sync.now(), unixOf(day, 24 * 60, utcOffsetMinutes));
  if (await sync.retire(centreId, { day, asOfMs, rows: ROWS_A_TURN })) return 'more';
  await sync.purgeTombstones(unixOf(day, 0, utcOffsetMinutes));
  if (vault !== null) await clearOthers(sync, vault, centreId, asOfMs);
  await sync.write(centreId, async (tx) => {
    const now = await tx.get('staff', 'hubClock', 'hub');
    await tx.put('staff', 'hubClock', 'hub', { id: 'hub', doubt: now?.doubt ?? null, putAwayTo: day });
  });
  return day < today ? 'days' : 'done';
}

/** What only the hub knows, and browsers that were consoles once. */
async function clearOthers(sync: HubSync, vault: Vault, centreId: CentreId, asOfMs: number): Promise<void> {
  await sweepVault(vault, asOfMs, OTHERS_A_TURN);
  const now = (): number => asOfMs;
  const people = { sync, tokens: new DeviceTokens(vault, now), sessions: new Sessions(vault, now, 0), now };
  await forgetOldConsoles(people, centreId, OTHERS_A_TURN);
}

/** The day whose share is next; null when today's has been. One that was put down by a clock in another year is none. */
function nextDay(putAwayTo: CivilDate | null, today: CivilDate): CivilDate | null {
  if (putAwayTo === null || putAwayTo > today) return today;
  return putAwayTo === today ? null : addDays(putAwayTo, 1);
}
