import type { CentreId } from '../../../kernel/ids.ts';
import { addDays, unixOf, type CivilDate } from '../../../kernel/time.ts';
import type { HubSync } from '../../sync/api.ts';
import { closeDay } from './close-day.ts';

/**
 * Puts away what one more day has brought to its end, if the time is sure: never more than a day's share at once,
 * however many days the hub was off, so that a clock that runs ahead and is believed has not emptied the house by the
 * time somebody sees it. Returns whether further days wait.
 */
export async function putAwayDay(
  sync: HubSync,
  centreId: CentreId,
  today: CivilDate,
  utcOffsetMinutes: number,
): Promise<boolean> {
  if (!sync.time.mayDestroy) return false;
  const day = await sync.write(centreId, async (tx) => {
    const known = await tx.get('staff', 'hubClock', 'hub');
    const day = nextDay(known?.putAwayTo ?? null, today);
    if (day === null) return today;
    await closeDay(tx, day, Math.min(sync.now(), unixOf(day, 24 * 60, utcOffsetMinutes)));
    await tx.put('staff', 'hubClock', 'hub', { id: 'hub', doubt: known?.doubt ?? null, putAwayTo: day });
    return day;
  });
  await sync.purgeTombstones(unixOf(day, 0, utcOffsetMinutes));
  return day < today;
}

/** The day whose share is next; null when today's has been. One that was put down by a clock in another year is none. */
function nextDay(putAwayTo: CivilDate | null, today: CivilDate): CivilDate | null {
  if (putAwayTo === null || putAwayTo > today) return today;
  return putAwayTo === today ? null : addDays(putAwayTo, 1);
}
