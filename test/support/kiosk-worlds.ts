import { setLocale } from '../../src/i18n/index.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { setComfort, USUAL, type Comfort } from '../../src/shells/kiosk/comfort.ts';
import type { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import { rest } from './kiosk-tour.ts';

export type Panel = RowOf<'deviceConfig'>['panel'];

/** How a kiosk may stand there. */
export interface World {
  readonly panel: Panel;
  readonly language: 'zh-CN' | 'en';
  readonly comfort: Comfort;
  /** The rules of those who listen, and contrast, are asked here too: they are slow, and know nothing of size. */
  readonly rules: boolean;
}

export const upright: Panel = { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 };
export const lying: Panel = { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 };
/** Drawn as on 21.5 inches, each millimetre fewer pixels. */
const middle: Panel = { diagonalInches: 32, widthPx: 1920, heightPx: 1080 };
const middleUpright: Panel = { diagonalInches: 32, widthPx: 1080, heightPx: 1920 };
/** Pages grow no further than on it: there is more room on the sheet. */
const large: Panel = { diagonalInches: 43, widthPx: 1080, heightPx: 1920 };
const largeLying: Panel = { diagonalInches: 43, widthPx: 1920, heightPx: 1080 };

export const languages = ['zh-CN', 'en'] as const;
const sizes = [1, 1.3, 1.6] as const;

/** As it stands before the next person. */
export const usual: World = { panel: upright, language: 'zh-CN', comfort: USUAL, rules: true };

/** Each size after the usual one of the same glass and language, which it is compared with. */
const allSizes = (panel: Panel, language: World['language']): readonly World[] =>
  sizes.map((larger) => ({
    panel,
    language,
    comfort: { ...USUAL, larger, contrast: larger === 1.6 },
    rules: larger !== 1.3 && (panel === upright) === (language === 'zh-CN'),
  }));

const larger = (panel: Panel, language: World['language']): readonly World[] =>
  ([1, 1.6] as const).map((larger) => ({
    panel,
    language,
    comfort: { ...USUAL, larger },
    rules: false,
  }));

/** Every language at every size on a glass that hangs either way, and larger glass. */
export const worlds: readonly World[] = [
  ...[upright, lying].flatMap((panel) => languages.flatMap((language) => allSizes(panel, language))),
  ...[middle, middleUpright].flatMap((panel) => larger(panel, 'zh-CN')),
  ...[large, largeLying].flatMap((panel) => larger(panel, 'en')),
];

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
