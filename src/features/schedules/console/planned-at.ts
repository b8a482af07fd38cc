import { id } from '../../../kernel/ids.ts';
import { unixOf, type CivilDate } from '../../../kernel/time.ts';
import type { Item } from '../model/item.ts';
import { showingOn, type Showing } from '../model/showing.ts';
import { factsOf, type Known, type Screen } from './read-schedules.ts';

/** What stands on a screen once something planned has its turn there, with nothing going before it. */
export function plannedAt(
  known: Known,
  screen: Screen,
  item: Item,
  date: CivilDate,
  minute: number,
): Showing {
  const nowMs = unixOf(date, minute, known.centre.utcOffsetMinutes);
  return showingOn({
    ...factsOf(known, screen, { quality: 'confirmed', nowMs }),
    schedule: { id: id<'DeviceId'>(screen.id), dayparts: [], default: item },
    push: undefined,
    run: undefined,
    programme: undefined,
    notices: [],
  });
}
