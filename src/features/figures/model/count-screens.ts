import type { RowOf } from '../../../kernel/rows.ts';
import type { DeviceId } from '../../../kernel/ids.ts';
import type { ScreenFigures } from './figures.ts';

interface ItemTally {
  plays: number;
  seconds: number;
}

interface ScreenTally {
  readonly hours: Set<number>;
  readonly items: Map<string, ItemTally>;
}

/** What screens say they have shown in some hours, screen by screen, what stood there longest first. */
export function countScreens(counts: readonly RowOf<'playCount'>[]): readonly ScreenFigures[] {
  const screens = new Map<DeviceId, ScreenTally>();
  for (const { screenId, hourMs, item, count, seconds = 0 } of counts) {
    const screen = screens.get(screenId) ?? { hours: new Set<number>(), items: new Map<string, ItemTally>() };
    screens.set(screenId, screen);
    screen.hours.add(hourMs);
    const kind = itemOf(item);
    const known = screen.items.get(kind) ?? { plays: 0, seconds: 0 };
    screen.items.set(kind, known);
    known.plays += count;
    known.seconds += seconds;
  }
  return [...screens]
    .map(([screenId, { hours, items }]) => {
      const all = [...items].map(([item, tally]) => ({ item, ...tally }));
      all.sort((a, b) => b.seconds - a.seconds || b.plays - a.plays || (a.item < b.item ? -1 : 1));
      return {
        screenId,
        hours: hours.size,
        seconds: all.reduce((sum, { seconds }) => sum + seconds, 0),
        items: all,
      };
    })
    .sort((a, b) => (a.screenId < b.screenId ? -1 : 1));
}

/** What has a name of its own is counted by it, all else by its kind: a menu is another each day. */
const NAMED: ReadonlySet<string> = new Set(['notice', 'playlist', 'policy']);

/** `playlist:spring@3` is of the list `playlist:spring`, `menu:2026-11-28.lunch.main@12` of `menu`. */
function itemOf(showing: string): string {
  const [kind = ''] = showing.split(':', 1);
  return NAMED.has(kind) ? showing.replace(/@\d+$/, '') : kind;
}
