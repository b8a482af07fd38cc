import type { CentreId } from '../../../kernel/ids.ts';
import { same } from '../../../kernel/same.ts';
import { addDays, type CivilDate } from '../../../kernel/time.ts';
import { calendarDay } from './calendar-day.ts';
import type { HubSync } from '../../sync/api.ts';

/** How far the calendar reaches ahead, in days. */
const AHEAD = 400;

/** Sees to it that the next 400 days have their calendar rows. */
export async function extendCalendar(sync: HubSync, centreId: CentreId, today: CivilDate): Promise<void> {
  await sync.write(centreId, async (tx) => {
    const have = new Map((await tx.list('city', 'calendarDay')).map((row) => [row.id, row]));
    for (let i = -7; i < AHEAD; i += 1) {
      const row = calendarDay(addDays(today, i));
      // A calendar that has learned a year's official holidays since rewrites the days it then had to guess.
      if (!same(have.get(row.id), row)) await tx.put('city', 'calendarDay', row.id, row);
    }
  });
}
