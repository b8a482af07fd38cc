import { expect } from 'chai';
import type { LitElement } from 'lit';
import { setLocale } from '../../src/i18n/index.ts';
import '../../src/i18n/staff-texts.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { tooSmall } from '../support/big-enough.ts';
import { beGlass } from '../support/camera.ts';
import { bare, touching } from '../support/cards-apart.ts';
import {
  consoleDoors,
  consolePages,
  consoleSheets,
  openConsole,
  sheetName,
} from '../support/console-pages.ts';
import { consoleWorlds, lengthened } from '../support/console-worlds.ts';
import { hollow } from '../support/hollow-boxes.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

interface Look {
  readonly language: 'zh-CN' | 'en';
  readonly glass: readonly [widthPx: number, heightPx: number];
}
const small = [320, 568] as const;
const telephone = [390, 844] as const;
const desk = [1440, 900] as const;

/** From the narrowest glass on which a page is opened, and back: each step changes its glass or its language. */
const everywhere: readonly Look[] = [
  { language: 'zh-CN', glass: small },
  { language: 'zh-CN', glass: telephone },
  { language: 'zh-CN', glass: desk },
  { language: 'en', glass: desk },
  { language: 'en', glass: telephone },
  { language: 'en', glass: small },
];
/** What is laid out alike on either telephone: where fingers have their room, where words have least, and where all is otherwise. */
const inEachWay: readonly Look[] = [
  { language: 'zh-CN', glass: telephone },
  { language: 'en', glass: small },
  { language: 'en', glass: desk },
];

/** On a narrower glass the seven days of a week share less than seven fingers' width. */
const ROOM_FOR_FINGERS_PX = 390;

/** What stands out over the glass's right edge, or has its words cut there. */
function tooWide(root: Element): readonly string[] {
  const edge = document.documentElement.clientWidth;
  return deepAll(root, '*')
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isInScroller(one))
    .filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 1 && (right > edge + 1 || left < -1);
    })
    .map((one) => `${one.localName}.${one.className}: ${(one.textContent ?? '').trim().slice(0, 30)}`);
}

/** English words that a line's end has cut in two. */
function cutWords(root: Element): readonly string[] {
  const cut: string[] = [];
  for (const one of deepAll(root, '*').filter((each) => each.checkVisibility())) {
    for (const node of one.childNodes) {
      if (!(node instanceof Text)) continue;
      for (const { 0: word, index } of node.data.matchAll(/[A-Za-z]{2,}/g)) {
        const range = new Range();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) cut.push(word);
      }
    }
  }
  return cut;
}

/** Whether something around it may be pushed sideways on purpose, and is itself within the glass. */
function isInScroller(one: Element): boolean {
  for (let at: Element | null = one; at !== null; at = around(at)) {
    // A screen's board is drawn at its panel's size and made small as a whole; its frame is what has to fit.
    if (at !== one && at.localName === 'll-staff-glass-picture') return true;
    if (at !== one && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true;
  }
  return false;
}

const around = (one: Element): Element | null => {
  if (one.assignedSlot !== null) return one.assignedSlot;
  if (one.parentElement !== null) return one.parentElement;
  const root = one.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};

describe('The console’s pages', () => {
  afterEach(async () => {
    unmountAll();
    location.hash = '';
    await setLocale('zh-CN');
  });
  after(() => beGlass(800, 600));

  /** Has an open page said in a language on a glass; what measures itself has had its frames. */
  async function become(root: LitElement, { language, glass: [width, height] }: Look): Promise<void> {
    await setLocale(language);
    await beGlass(width, height);
    await until(() => window.innerWidth === width);
    for (let frames = 0; frames < 2; frames += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await settled(root);
    }
  }

  /** What of an open page does not fit, by glass and language. */
  async function unfit(root: LitElement, looks: readonly Look[], ordinary: boolean): Promise<object> {
    const wide: Record<string, readonly string[]> = {};
    for (const look of looks) {
      await become(root, look);
      const [width] = look.glass;
      const { scrollWidth } = document.documentElement;
      const found = [...tooWide(root), ...(scrollWidth > width ? [`the page: ${scrollWidth}`] : [])];
      found.push(...hollow(root));
      if (width >= ROOM_FOR_FINGERS_PX) found.push(...tooSmall(root));
      if (ordinary) found.push(...cutWords(root).map((word) => `cut: ${word}`));
      if (root instanceof LlStaffShell && deepAll(root, 'dialog[open]').length === 0)
        found.push(...touching(root), ...bare(root));
      if (found.length > 0) wide[`${width} pixels, ${look.language}`] = found.slice(0, 6);
    }
    return wide;
  }

  beforeEach(() => beGlass(...small));

  for (const [world, storeOf] of Object.entries(consoleWorlds))
    for (const page of consolePages)
      it(`${page} is no wider than the glass, cuts no ordinary word and keeps its cards apart, with ${world} of everything`, async () => {
        const shell = await openConsole(storeOf(staff('manager')), page);
        expect(deepAll(shell, '.section > p'), 'the page is there').to.be.empty;
        const looks = world === 'none' ? inEachWay : everywhere;
        expect(await unfit(shell, looks, world !== 'long')).to.deep.equal({});
      });

  for (const sheet of consoleSheets)
    it(`${sheetName(sheet)} is a sheet that the glass holds, also with the longest names`, async () => {
      const store = consoleWorlds.some(staff('manager'));
      const shell = await openConsole(store, sheet.page, sheet);
      lengthened(store);
      expect(await unfit(shell, inEachWay, false)).to.deep.equal({});
      expect(deepAll(shell, 'dialog[open]'), 'it stood there all the time').to.not.be.empty;
    });

  for (const [name, open] of Object.entries(consoleDoors))
    it(`${name} is a door that the glass holds`, async () => {
      expect(await unfit(await open(), inEachWay, true)).to.deep.equal({});
    });
});
