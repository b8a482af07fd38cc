import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { setComfort, USUAL } from '../../src/shells/kiosk/comfort.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';

import type { RowOf } from '../../src/kernel/rows.ts';
import { kioskConfig, kioskStoreWithLunch } from '../support/kiosk-centre.ts';
import { timeStands } from '../support/kiosk-worlds.ts';
import { mountKiosk, pressableNamed, typeDigits } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';

type PanelSize = RowOf<'deviceConfig'>['panel'];

const portrait = (diagonalInches: number, widthPx: number, heightPx: number): PanelSize => ({
  diagonalInches,
  widthPx,
  heightPx,
});
const landscape = (diagonalInches: number, widthPx: number, heightPx: number): PanelSize => ({
  diagonalInches,
  widthPx: heightPx,
  heightPx: widthPx,
});

/** The glass a kiosk is bought with. */
const panels: Readonly<Record<string, PanelSize>> = {
  '21.5 inches upright': portrait(21.5, 1080, 1920),
  '21.5 inches lying': landscape(21.5, 1080, 1920),
  '43 inches upright': portrait(43, 1080, 1920),
  '32 inches upright': portrait(32, 2160, 3840),
  '15.6 inches lying': landscape(15.6, 768, 1366),
  '17 inches, nearly square': landscape(17, 1024, 1280),
};

const latin = '/node_modules/@fontsource-variable/noto-sans-sc/files/noto-sans-sc-latin-wght-normal.woff2';
const ofLatin = { weight: '100 900', unicodeRange: 'U+0000-02FF, U+2000-206F' };

/**
 * What a machine draws Latin letters with until the product's typeface arrives, and where it never does: a quarter
 * wider. DejaVu Sans, the widest that machines fall back on, is up to a fifth wider.
 */
function bringFallback(): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = `@font-face { font-family: 'Wide Latin'; src: url('${latin}'); font-weight: 100 900;
    size-adjust: 125%; ascent-override: 75%; descent-override: 19%; unicode-range: ${ofLatin.unicodeRange}; }`;
  document.head.append(style);
  return style;
}

/** The product's own typeface, which has not arrived yet. */
const product = (): FontFace => new FontFace('Product Latin', `url(${latin})`, ofLatin);

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Waits until nothing on the page has changed its size for some frames: measuring takes a frame or two. */
async function still(shell: LlKioskShell): Promise<void> {
  const sizes = (): string =>
    deepAll(shell, 'button')
      .map((one) => `${one.clientWidth} ${one.clientHeight} ${getComputedStyle(one).fontSize}`)
      .join();
  await settled(shell);
  for (let before = ''; before !== sizes();) {
    before = sizes();
    for (let frames = 0; frames < 4; frames += 1) await frame();
  }
}

/** The buttons out of which words stick. */
const sticksOut = (shell: LlKioskShell): string[] =>
  deepAll(shell, 'button')
    .filter((one) => one.getClientRects().length > 0)
    .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
    .map((one) => {
      const root = one.getRootNode();
      const inSlot = root instanceof ShadowRoot ? root.host.textContent : null;
      return (one.textContent || inSlot || '').trim();
    });

const ways = {
  'zh-CN': ['吃饭', '上课活动', '签到', '政策咨询', '上门服务'],
  en: ['Meals', 'Classes', 'Check in', 'Benefits', 'Care at home'],
} as const;

/** Larger glass is drawn as these are, each millimetre fewer pixels. */
const largeType = ['21.5 inches lying', '15.6 inches lying'];
/** Where Chinese, of which the typeface that comes late draws nothing but the figures, has the least room. */
const chinese = ['21.5 inches upright', '15.6 inches lying', '17 inches, nearly square'];

describe('The words of the kiosk’s buttons', () => {
  let fallback: HTMLStyleElement;
  let goesAgain: () => void;
  before(async () => {
    // Nobody is asked whether they are still there, nor a name put away, while a page is looked at.
    goesAgain = timeStands();
    fallback = bringFallback();
    document.documentElement.style.setProperty(
      '--font',
      "'Product Latin', 'Wide Latin', 'Noto Sans CJK SC', sans-serif",
    );
    await Promise.all([500, 700, 900].map((weight) => document.fonts.load(`${weight} 16px 'Wide Latin'`)));
    await Promise.all(Object.values(pages).map((page) => page.load()));
  });
  after(() => {
    document.documentElement.style.removeProperty('--font');
    fallback.remove();
    goesAgain();
  });
  afterEach(async () => {
    unmountAll();
    await setComfort(USUAL);
    await setLocale('zh-CN');
  });

  const open = (panel: PanelSize): Promise<LlKioskShell> =>
    mountKiosk(new LlKioskShell(), kioskStoreWithLunch(), { ...kioskConfig, panel });

  /** Every page an elder comes to, and what sticks out there: before the typeface arrives, and once it has. */
  async function walk(shell: LlKioskShell, language: keyof typeof ways): Promise<Record<string, string[]>> {
    const home = language === 'en' ? 'Home' : '首页';
    const found: Record<string, string[]> = {};
    const look = async (page: string): Promise<void> => {
      await still(shell);
      const before = sticksOut(shell);
      const typeface = product();
      document.fonts.add(typeface);
      await typeface.load();
      await still(shell);
      const then = sticksOut(shell);
      document.fonts.delete(typeface);
      if (before.length > 0) found[`${page}, before the typeface`] = before;
      if (then.length > 0) found[`${page}, in the typeface`] = then;
    };
    const press = async (name: string | RegExp): Promise<void> => {
      pressableNamed(shell, name).click();
      await settled(shell);
    };
    await look('home');
    for (const way of ways[language]) {
      await press(way);
      await look(way);
      await press(home);
    }
    await press(ways[language][2]);
    await look('digits');
    await typeDigits(shell, '5678');
    await look('names');
    await press(/李\*强/);
    await look('checked in');
    await press(home);
    await press(language === 'en' ? 'Help' : '找人帮忙');
    await look('help');
    await press(home);
    return found;
  }

  for (const [name, panel] of Object.entries(panels)) {
    for (const language of chinese.includes(name) ? (['zh-CN', 'en'] as const) : (['en'] as const)) {
      for (const larger of largeType.includes(name) ? ([1, 1.6] as const) : ([1] as const)) {
        it(`stay inside in ${language} at ${larger}× on ${name}, whether the typeface comes at once, late or never`, async () => {
          await setLocale(language);
          await setComfort({ ...USUAL, larger });
          expect(await walk(await open(panel), language)).to.deep.equal({});
        });
      }
    }
  }
});
