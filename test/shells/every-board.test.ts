import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import { applyScale } from '../../src/ui/common/scale.ts';
import { expectAccessible } from '../support/axe.ts';
import { hang, type Hall } from '../support/board-glass.ts';
import { wordsOn, wrongOn, type Roles } from '../support/board-proof.ts';
import { beGlass } from '../support/camera.ts';
import { elementOf, everyBoard, storeOf, type OnAir } from '../support/every-board.ts';
import { LlScreen } from '../../src/shells/screen/screen.ts';
import { tokens } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { until } from '../support/until.ts';
import { wholeGlasses } from '../support/whole-glass.ts';

/** Minutes of arc that the ink of what must be read has; all else has 25. */
const roles: Roles = {
  // Read by whoever stands before it with its remote (panel-question.test.ts).
  '.asks': 12,
  '.band': 25,
  '.page .title': 30,
  small: 25,
  'h1 small': 40,
  '.title': 55,
  '.body': 40,
  '.text': 30,
  '.note': 30,
  '.name': 40,
  '.price': 40,
  '.side': 40,
  '.big': 40,
  h1: 40,
};
const hallOf = (diagonalInches: number, metres: number, widthPx: number): Hall => ({
  panel: { diagonalInches, widthPx, heightPx: (widthPx * 9) / 16 },
  distanceMm: metres * 1000,
});
/** The panel that is smallest for its hall: there whatever can be shown is shown, in either language. */
const far = hallOf(55, 8, 1920);
/** Where a panel has room for more, what has most to say is laid out otherwise; a sheet of the same size, in other pixels. */
const near = { 'zh-CN': hallOf(65, 5, 3840), en: hallOf(75, 3, 1920) };
const HARDEST =
  /^(menu|weekly-menu|timetable|notices|emergency-long|menu-long|timetable-long|notices-long|run-(soon-code|playing|paused))$/;
/** What says nothing while it is dark, shows a photo, or has nothing yet. */
const SILENT = ['dark', 'playlist', 'playlist-none', 'notices-empty'];

const languages = ['zh-CN', 'en'] as const;

/** Whether nothing stands there as at its first paint, where a menu is not parted into pages yet. */
const isPaged = (root: Element): boolean => deepAll(root, '.rows.first').length === 0;

describe('Every board of a television', () => {
  afterEach(async () => {
    unmountAll();
    await setLocale('zh-CN');
  });

  for (const locale of languages)
    it(`is read from the last row and by a program that reads pages aloud, in ${locale}: nothing lies over, is cut or too small`, async () => {
      await setLocale(locale);
      const wrong: string[] = [];
      const look = async (one: OnAir, hall: Hall): Promise<void> => {
        const board = await hang(await elementOf(one), hall, storeOf(one), {}, one.media);
        // Pages are laid out after the first paint, by what is fetched then, and proved in the frame after.
        await until(() => isPaged(board));
        for (let frame = 0; frame < 2; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          await settled(board);
        }
        const where = `${one.name} on ${hall.panel.diagonalInches} inches at ${hall.distanceMm} mm`;
        if (!SILENT.includes(one.name)) expect(wordsOn(board), where).not.to.equal('');
        wrong.push(...wrongOn(board, roles).map((what) => `${where}: ${what}`));
        // It knows nothing of sizes, and a board has the same elements in either language.
        if (hall === far && locale === 'zh-CN') await expectAccessible(board);
        unmountAll();
      };
      for (const one of await everyBoard()) {
        await look(one, far);
        if (HARDEST.test(one.name)) await look(one, near[locale]);
      }
      expect(wrong.join('\n')).to.equal('');
    });
});

describe('A whole television, with what stands beside its board or in place of it', () => {
  const { fetch: trueFetch } = window;
  let unscale: () => void = () => undefined;

  before(async () => {
    window.fetch = async () =>
      new Response(JSON.stringify({ code: '123456', secret: 'the-secret' }), {
        status: 201,
        headers: { 'leling-hub': 'h' },
      });
    await tokens();
    await beGlass(far.panel.widthPx, far.panel.heightPx);
    document.body.style.height = '100vh';
    document.documentElement.dataset['face'] = 'screen';
    unscale = applyScale(far.panel, far.distanceMm);
  });
  after(async () => {
    window.fetch = trueFetch;
    delete document.documentElement.dataset['face'];
    unscale();
    await setLocale('zh-CN');
  });
  afterEach(unmountAll);

  for (const { name, isNear, show } of wholeGlasses)
    it(`has all of it in sight: ${name}`, async () => {
      const wrong: string[] = [];
      for (const locale of languages) {
        await setLocale(locale);
        show(far);
        await until(() => wordsOn(document.body) !== '');
        await until(() => !wordsOn(document.body).includes('…'));
        await until(() => isPaged(document.body));
        for (let frame = 0; frame < 3; frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
          const screen = document.body.querySelector('ll-screen');
          if (screen instanceof LlScreen) await settled(screen);
        }
        wrong.push(
          ...wrongOn(document.body, isNear ? { '*': 0 } : roles).map((what) => `${locale}: ${what}`),
        );
        unmountAll();
      }
      expect(wrong.join('\n')).to.equal('');
    });
});
