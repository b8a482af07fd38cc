import type { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { USUAL } from '../../src/shells/kiosk/comfort.ts';
import { LlPages } from '../../src/ui/kiosk/pages.ts';
import { tooClose, tooNearTheEdge, tooSmall } from './kiosk-measures.ts';
import { overlaid } from './kiosk-overlaps.ts';
import { rest, shownPage } from './kiosk-tour.ts';
import { cutText, smallSentences, tightText } from './kiosk-words.ts';
import { become, lying, nameOfWorld, timeStands, upright } from './kiosk-worlds.ts';
import { deepAll } from './mount.ts';
import { atOneGlance } from './one-glance.ts';

/**
 * A glass either way in both languages, each of them as usual and at its largest, where words that are the longest
 * stand in the least room both ways.
 */
const worlds = (
  [
    [upright, 'zh-CN', 1.6],
    [upright, 'en', 1],
    [upright, 'en', 1.6],
    [lying, 'zh-CN', 1],
    [lying, 'en', 1.6],
  ] as const
).map(([panel, language, larger]) => ({ panel, language, comfort: { ...USUAL, larger }, rules: false }));

/** So many sheets of a list are looked at. */
const SHEETS = 2;

/** What is wrong with the page that is shown, by world: what is cut, lies over a button, or is too small, close or tight. */
export async function wrongOnGlass(shell: LlKioskShell): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  const goOn = timeStands();
  try {
    for (const world of worlds) {
      await become(shell, world);
      await rest(shell);
      const lists = deepAll(shownPage(shell), 'll-pages').filter((one) => one instanceof LlPages);
      for (const list of lists) list.first();
      await rest(shell);
      const here: string[] = [];
      for (let sheet = 1, more = true; sheet <= SHEETS && more; sheet += 1) {
        const wrong = atOneGlance(() => [
          ...cutText(shell),
          ...overlaid(shell),
          ...tooSmall(shell),
          ...tooClose(shell),
          ...tightText(shownPage(shell)),
          ...smallSentences(shownPage(shell), world.comfort.larger),
          // The height of a Chinese name's line in an English heading is not that of its letters.
          ...(world.language === 'en' ? [] : tooNearTheEdge(shell)),
        ]);
        here.push(...wrong.map((what) => `sheet ${sheet}: ${what}`));
        more = lists.map((list) => list.next()).includes(true);
        await rest(shell);
      }
      if (here.length > 0) found[nameOfWorld(world)] = here;
    }
  } finally {
    goOn();
  }
  return found;
}
