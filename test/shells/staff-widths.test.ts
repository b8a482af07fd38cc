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
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

const glasses = [
  [320, 568],
  [390, 844],
  [1440, 900],
] as const;

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

  /** What of an open page does not fit the glass, in either language, with the page's name before it. */
  async function unfit(name: string, root: LitElement, width: number, ordinary: boolean): Promise<object> {
    const wide: Record<string, readonly string[]> = {};
    for (const language of ['zh-CN', 'en'] as const) {
      await setLocale(language);
      await settled(root);
      const { scrollWidth } = document.documentElement;
      const found = [...tooWide(root), ...(scrollWidth > width ? [`the page: ${scrollWidth}`] : [])];
      if (width >= ROOM_FOR_FINGERS_PX) found.push(...tooSmall(root));
      if (ordinary) found.push(...cutWords(root).map((word) => `cut: ${word}`));
      if (root instanceof LlStaffShell && deepAll(root, 'dialog[open]').length === 0)
        found.push(...touching(root), ...bare(root));
      if (found.length > 0) wide[`${name} ${language}`] = found.slice(0, 6);
    }
    await setLocale('zh-CN');
    unmountAll();
    return wide;
  }

  for (const [width, height] of glasses) {
    for (const [world, storeOf] of Object.entries(consoleWorlds))
      for (const page of consolePages)
        it(`${page} is no wider than a glass of ${width} pixels, cuts no ordinary word and keeps its cards apart, with ${world} of everything`, async () => {
          await beGlass(width, height);
          const shell = await openConsole(storeOf(staff('manager')), page);
          expect(deepAll(shell, '.section > p'), 'the page is there').to.be.empty;
          expect(await unfit(page, shell, width, world !== 'long')).to.deep.equal({});
        });

    for (const sheet of consoleSheets)
      it(`${sheetName(sheet)} is a sheet that a glass of ${width} pixels holds, also with the longest names`, async () => {
        await beGlass(width, height);
        const store = consoleWorlds.some(staff('manager'));
        const shell = await openConsole(store, sheet.page, sheet);
        lengthened(store);
        expect(await unfit(sheetName(sheet), shell, width, false)).to.deep.equal({});
      });

    for (const [name, open] of Object.entries(consoleDoors))
      it(`${name} is a door that a glass of ${width} pixels holds`, async () => {
        await beGlass(width, height);
        expect(await unfit(name, await open(), width, true)).to.deep.equal({});
      });
  }
});
