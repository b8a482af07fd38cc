import { expect } from 'chai';
import type { RowOf } from '../../src/kernel/rows.ts';
import { setLocale } from '../../src/i18n/index.ts';
import { setComfort, USUAL, type Comfort } from '../../src/shells/kiosk/comfort.ts';
import { pages } from '../../src/shells/kiosk/kiosk-pages.ts';
import { LlKioskShell } from '../../src/shells/kiosk/kiosk-shell.ts';
import { KioskPage, LeaveEvent } from '../../src/ui/kiosk/kiosk-page.ts';
import { brokenRules } from '../support/axe.ts';
import { kioskConfig } from '../support/kiosk-centre.ts';
import { everyWay, go, nameOf, shownPage, type Way } from '../support/kiosk-tour.ts';
import {
  badText,
  cutText,
  faintButtons,
  foreignText,
  hiddenAway,
  namesOn,
  notOneHeading,
  smallText,
  tooClose,
  tooNearTheEdge,
  tooSmall,
  wronglySaid,
} from '../support/kiosk-measures.ts';
import { mountKiosk } from '../support/mount-kiosk.ts';
import { deepAll, focused, settled, unmountAll } from '../support/mount.ts';
import { sampleStore } from '../support/sample-centre.ts';

type Panel = RowOf<'deviceConfig'>['panel'];

const upright: Panel = { diagonalInches: 21.5, widthPx: 1080, heightPx: 1920 };
const lying: Panel = { diagonalInches: 21.5, widthPx: 1920, heightPx: 1080 };
const large: Panel = { diagonalInches: 43, widthPx: 1080, heightPx: 1920 };
const middle: Panel = { diagonalInches: 32, widthPx: 1920, heightPx: 1080 };

/** Each panel, language, size and colour, and each size with each way of standing. */
const worlds: readonly {
  readonly panel: Panel;
  readonly language: 'zh-CN' | 'en';
  readonly comfort: Comfort;
}[] = [
  { panel: upright, language: 'zh-CN', comfort: USUAL },
  { panel: upright, language: 'en', comfort: { larger: 1.6, contrast: true, slow: false } },
  { panel: lying, language: 'en', comfort: USUAL },
  { panel: lying, language: 'zh-CN', comfort: { larger: 1.6, contrast: false, slow: false } },
  { panel: large, language: 'en', comfort: { larger: 1.3, contrast: false, slow: false } },
  { panel: middle, language: 'zh-CN', comfort: { larger: 1.3, contrast: true, slow: false } },
];

/** Whose heading stands for those who listen only, and who is not gone to by a press. */
const AT_HOME = 'home';

/** A page's parts may come some frames after it. */
async function headingIsHeard(): Promise<boolean> {
  for (let frame = 0; frame < 30; frame += 1) {
    if (focused()?.localName === 'h1') return true;
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  return false;
}

type ByPage = Record<string, readonly string[]>;
const byPage = (): ByPage => ({});

function note(found: ByPage, page: string, wrong: readonly string[]): void {
  if (wrong.length > 0) found[page] = [...(found[page] ?? []), ...wrong];
}

/** Where each button of the bar stands. */
const placesInBar = (shell: LlKioskShell): Record<string, string | undefined> =>
  Object.fromEntries(
    deepAll(deepAll(shell, 'll-kiosk-bar')[0] ?? shell, 'button').map((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return [one.className, [left, top, width, height].map(Math.round).join(' ')];
    }),
  );

/** What this browser keeps of where somebody was. */
const keptHere = (): string =>
  JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, history.length]);

/** What the next person would find of who stands there, whose page goes as any page does or is left. */
async function whatStays(shell: LlKioskShell): Promise<readonly string[]> {
  const page = shownPage(shell);
  const isPersonal = page instanceof KioskPage && page.personal;
  const wrong = isPersonal
    ? []
    : namesOn(page).map((text) => `“${text}” stays as long as what is everybody’s`);
  const before = keptHere();
  shell.dispatchEvent(new LeaveEvent());
  await settled(shell);
  await settled(shell);
  return [
    ...wrong,
    ...(deepAll(shell, 'll-kiosk-home').length === 1 ? [] : ['does not go home']),
    ...deepAll(shell, '*')
      .flatMap((one) => [one.textContent ?? '', ...[...one.attributes].map(({ value }) => value)])
      .filter((text) => /\p{Script=Han}\*\p{Script=Han}?/u.test(text)),
    ...(keptHere() === before ? [] : ['leaves something in the browser']),
  ];
}

describe('On every page of the kiosk', () => {
  let ways: readonly Way[];

  async function fresh(panel: Panel = upright): Promise<LlKioskShell> {
    unmountAll();
    return mountKiosk(new LlKioskShell(), sampleStore(), { ...kioskConfig, panel });
  }

  before(async () => {
    document.title = '乐龄屏';
    // What is looked at while it fades in has not its own colours.
    document.documentElement.style.setProperty('--fade', '0ms');
    await Promise.all(Object.values(pages).map((page) => page.load()));
    ways = await everyWay(() => fresh());
  });
  after(() => {
    unmountAll();
    document.documentElement.style.removeProperty('--fade');
  });

  it('that the tour finds there are the five ways from home and the steps behind them', () => {
    const names = ways.map(nameOf);
    expect(names).to.include.members(['home', ...Object.keys(pages)]);
    expect(ways.length).to.be.greaterThan(14);
  });

  for (const { panel, language, comfort } of worlds) {
    const stands = panel.widthPx > panel.heightPx ? 'lying' : 'upright';
    const where = `${panel.diagonalInches} inches ${stands}, ${language}, ${comfort.larger}×${comfort.contrast ? ', on black' : ''}`;

    describe(where, () => {
      /** What is wrong, by page, of each kind. */
      const found = {
        sizes: byPage(),
        words: byPage(),
        heard: byPage(),
        bar: byPage(),
        simple: byPage(),
        kept: byPage(),
      };

      before(async () => {
        await setLocale(language);
        await setComfort(comfort);
        const home = placesInBar(await fresh(panel));
        for (const way of ways) {
          const shell = await fresh(panel);
          // On a larger glass a list may have no further sheet to turn to.
          if (!(await go(shell, way))) continue;
          const name = nameOf(way);
          const page = shownPage(shell);
          note(found.simple, name, [...faintButtons(shell), ...hiddenAway(shell), ...notOneHeading(page)]);
          note(found.kept, name, wronglySaid(page, shell.getBoundingClientRect()));
          note(found.sizes, name, [
            ...cutText(shell),
            ...smallText(shell),
            ...tooSmall(shell),
            ...tooClose(shell),
            ...tooNearTheEdge(shell),
          ]);
          note(found.words, name, [...badText(shell), ...(language === 'en' ? foreignText(shell) : [])]);
          if (name !== AT_HOME && !(await headingIsHeard()))
            note(found.heard, name, [`the focus is on ${focused()?.localName}`]);
          note(found.heard, name, await brokenRules());
          const places = placesInBar(shell);
          if (home['back'] === undefined) Object.assign(home, { back: places['back'], home: places['home'] });
          note(
            found.bar,
            name,
            Object.keys(places).filter((key) => places[key] !== home[key]),
          );
          // Who leaves leaves the glass as usual.
          if (language === 'zh-CN' && comfort === USUAL) note(found.kept, name, await whatStays(shell));
        }
        unmountAll();
        await setComfort(USUAL);
        await setLocale('zh-CN');
      });

      it('the words are as large, the targets as wide and as far apart as old eyes and hands want', () =>
        expect(found.sizes).to.deep.equal({}));

      it('no name of a text, no empty blank and no untold Chinese is shown', () =>
        expect(found.words).to.deep.equal({}));

      it('those who listen hear the heading, and nothing breaks a rule of theirs', () =>
        expect(found.heard).to.deep.equal({}));

      it('one thing is asked, nothing is to be scrolled or pulled down, and every button is seen', () =>
        expect(found.simple).to.deep.equal({}));

      it('a name is kept no longer than who it is, in sight, in the browser, or as sound', () =>
        expect(found.kept).to.deep.equal({}));

      it('the buttons of the bar stand where they stand on the others', () =>
        expect(found.bar).to.deep.equal({}));
    });
  }
});
