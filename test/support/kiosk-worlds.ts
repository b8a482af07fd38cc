import { setLocale } from '../../src/i18n/index.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { setComfort, USUAL, type Comfort } from '../../src/shells/kiosk/comfort.ts';
import type { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import { rest } from './kiosk-tour.ts';
// What makes way on home: fetched when home is painted, it may come after what is looked at.
import '../../src/shells/kiosk/making-room.ts';

export type Panel = RowOf<'deviceConfig'>['panel'];

/** How a kiosk may stand there. */
export interface World {
  readonly panel: Panel;
  readonly language: 'zh-CN' | 'en';
  readonly comfort: Comfort;
  /**
   * The rules of those who listen, and contrast, are asked here too: they are slow, and know nothing of size. On black only
   * contrast is another.
   */
  readonly rules: boolean;
}

export const upright: Panel = { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 };
export const lying: Panel = { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 };
/** Drawn as on 21.5 inches, each millimetre fewer pixels. */
const middle: Panel = { diagonalInches: 32, widthPx: 1920, heightPx: 1080 };
/** Pages grow no further than on it: there is more room on the sheet. */
const large: Panel = { diagonalInches: 43, widthPx: 1080, heightPx: 1920 };

export const languages = ['zh-CN', 'en'] as const;
const outerSizes = [1, 1.6] as const;

/** As it stands before the next person. */
export const usual: World = { panel: upright, language: 'zh-CN', comfort: USUAL, rules: true };

/** Each size after the usual one of the same glass and language, which it is compared with where that is among them. */
const worldsOf = (
  panel: Panel,
  language: World['language'],
  sizes: readonly Comfort['larger'][],
): readonly World[] =>
  sizes.map((larger) => ({
    panel,
    language,
    comfort: { ...USUAL, larger, contrast: larger === 1.6 && panel.diagonalInches === 21.5 },
    rules:
      (larger === 1 && panel === upright && language === 'zh-CN') ||
      (larger === 1.6 && panel === lying && language === 'en'),
  }));

/** The usual way and language, and where words that are the longest have the least room: across, and down. */
const always: readonly World[] = [
  ...worldsOf(upright, 'zh-CN', outerSizes),
  ...worldsOf(upright, 'en', [1.6]),
  ...worldsOf(lying, 'en', outerSizes),
];
const inTurn: readonly (readonly World[])[] = [
  [...worldsOf(upright, 'en', [1]), ...worldsOf(lying, 'zh-CN', outerSizes)],
  [...worldsOf(upright, 'zh-CN', [1.3]), ...worldsOf(middle, 'zh-CN', outerSizes)],
  [...worldsOf(lying, 'en', [1.3]), ...worldsOf(large, 'en', outerSizes)],
];
/** All of them. */
export const worlds: readonly World[] = [...always, ...inTurn.flat()];
let turn = 0;

/**
 * Both languages, as usual and at the largest. What has room where they are the longest, the size between, of which what fits at
 * the ends fits but for a step of its own, and larger glass, on which everything is drawn alike but for the sheet, one page is seen
 * in after the other.
 */
export function worldsInTurn(): readonly World[] {
  turn += 1;
  return [...always, ...(inTurn[turn % inTurn.length] ?? [])];
}

export const nameOfWorld = ({ panel, language, comfort }: World): string =>
  [
    `${panel.diagonalInches}″ ${panel.widthPx > panel.heightPx ? 'lying' : 'upright'}`,
    language,
    `${comfort.larger}×${comfort.contrast ? ' on black' : ''}`,
  ].join(' ');

/** Makes the kiosk as it stands another: its glass, its language, its size. What it shows stays. */
export async function become(shell: LlKioskShell, { panel, language, comfort }: World): Promise<void> {
  applyScale(panel, 650)();
  shell.requestUpdate();
  await shell.updateComplete;
  await setComfort(comfort);
  await setLocale(language);
  await rest(shell);
}

/** Nothing of a page goes by itself while it is looked at. Returns how time goes on. */
export function timeStands(): () => void {
  const own = { now: performance.now.bind(performance), set: window.setTimeout };
  const now = performance.now();
  performance.now = () => now;
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0): unknown => (ms >= 1000 ? 0 : own.set.call(window, run, ms)),
  });
  return () => {
    performance.now = own.now;
    Object.assign(window, { setTimeout: own.set });
  };
}
