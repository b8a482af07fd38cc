import { expect } from 'chai';
import { setLocale } from '../../src/i18n/index.ts';
import '../../src/i18n/staff-texts.ts';
import { LlStaffShell } from '../../src/shells/staff/staff-shell.ts';
import { beGlass } from '../support/camera.ts';
import { touching } from '../support/cards-apart.ts';
import { consoleWorlds } from '../support/console-worlds.ts';
import { deepAll, mount, settled, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

const pages = [
  'today',
  'menu',
  'menu/week',
  'menu/dishes',
  'activities',
  'screens',
  'people',
  'policies',
  'policies/meals-help',
  'media',
  'numbers',
  'more',
  'more/accounts',
  'more/log',
];
/** They stand empty until somebody opens them, and of a policy's kiosk only the words are shown. */
const laterOn: ReadonlySet<string> = new Set(['ll-staff-menu-import', 'll-pages']);
const glasses = [
  [320, 568],
  [390, 844],
  [1440, 900],
] as const;

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

  for (const [world, storeOf] of Object.entries(consoleWorlds)) {
    for (const [width, height] of glasses) {
      it(`are no wider than a glass of ${width} pixels, cut no ordinary word and keep their cards apart, with ${world} of everything`, async () => {
        await beGlass(width, height);
        const wide: Record<string, readonly string[]> = {};
        for (const page of pages) {
          location.hash = `#${page}`;
          const shell = await mount(new LlStaffShell(), { store: storeOf(staff('manager')) });
          await until(() =>
            deepAll(shell, ':not(:defined)').every(({ localName }) => laterOn.has(localName)),
          );
          for (const language of ['zh-CN', 'en'] as const) {
            await setLocale(language);
            await settled(shell);
            expect(deepAll(shell, '.section > p'), `${page} is there`).to.be.empty;
            const { scrollWidth } = document.documentElement;
            const found = [...tooWide(shell), ...(scrollWidth > width ? [`the page: ${scrollWidth}`] : [])];
            if (world !== 'long') found.push(...cutWords(shell).map((word) => `cut: ${word}`));
            found.push(...touching(shell));
            if (found.length > 0) wide[`${page} ${language}`] = found.slice(0, 6);
          }
          unmountAll();
        }
        expect(wide).to.deep.equal({});
      });
    }
  }
});
