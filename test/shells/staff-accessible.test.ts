import { expect } from 'chai';
import type { LitElement } from 'lit';
import { setLocale } from '../../src/i18n/index.ts';
import '../../src/i18n/staff-texts.ts';
import { brokenRules } from '../support/axe.ts';
import { beGlass } from '../support/camera.ts';
import {
  consoleDoors,
  consolePages,
  consoleSheets,
  openConsole,
  sheetName,
} from '../support/console-pages.ts';
import { consoleWorlds } from '../support/console-worlds.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';

type Language = 'zh-CN' | 'en';

/** A telephone in Chinese, a desk in English: between them each page is drawn in both of its ways and said in both languages. */
const glasses = [
  { width: 390, height: 844, language: 'zh-CN' },
  { width: 1440, height: 900, language: 'en' },
] as const;

/** Whoever works by ear, by keys or with worn eyes has no other console: one page that shuts them out is a job they cannot do. */
describe('The console, for whoever hears it or reads it with worn eyes', () => {
  beforeEach(() => localStorage.clear());
  afterEach(async () => {
    unmountAll();
    location.hash = '';
    await setLocale('zh-CN');
  });
  after(() => beGlass(800, 600));

  /** The rules that an open page breaks, or what is looked at of it. */
  async function broken(
    root: LitElement,
    language: Language,
    part: (root: LitElement) => Element | Document = () => document,
  ): Promise<readonly string[]> {
    await setLocale(language);
    await settled(root);
    return brokenRules(part(root));
  }

  for (const { width, height, language } of glasses) {
    const glass = `${width} × ${height} (${language})`;
    for (const world of ['some', 'none'] as const)
      for (const page of consolePages)
        it(`breaks no rule on ${page} at ${glass}, with ${world} of everything`, async () => {
          await beGlass(width, height);
          const shell = await openConsole(consoleWorlds[world](staff('manager')), page);
          expect(await broken(shell, language)).to.deep.equal([]);
        });

    for (const [name, open] of Object.entries(consoleDoors))
      it(`breaks none at the door, ${name}, at ${glass}`, async () => {
        await beGlass(width, height);
        expect(await broken(await open(), language)).to.deep.equal([]);
      });

    for (const sheet of consoleSheets)
      it(`breaks none on the sheet ${sheetName(sheet)} at ${glass}`, async () => {
        await beGlass(width, height);
        const shell = await openConsole(consoleWorlds.some(staff('manager')), sheet.page, sheet);
        for (const one of deepAll(shell, 'll-sheet')) {
          there.add(hostOf(one));
          if (one.hasAttribute('open')) opened.add(hostOf(one));
        }
        // What lies under it is out of reach, and tried without it.
        const openSheet = (root: LitElement): Element => deepAll(root, 'll-sheet[open]')[0] ?? root;
        expect(await broken(shell, language, openSheet)).to.deep.equal([]);
      });
  }

  it('has no sheet that this does not open', () => {
    expect(opened).to.not.be.empty;
    expect([...there].filter((owner) => !opened.has(owner))).to.deep.equal([]);
  });
});

const there = new Set<string>();
const opened = new Set<string>();

const hostOf = (sheet: Element): string => {
  const root = sheet.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : '';
};
