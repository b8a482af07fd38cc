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
const telephone = [390, 844] as const;
const desk = [1440, 900] as const;
const both: readonly Language[] = ['zh-CN', 'en'];

/** Whoever works by ear, by keys or with worn eyes has no other console: one page that shuts them out is a job they cannot do. */
describe('The console, for whoever hears it or reads it with worn eyes', () => {
  let broken: Record<string, readonly string[]>;

  beforeEach(() => {
    localStorage.clear();
    broken = {};
  });
  afterEach(async () => {
    unmountAll();
    location.hash = '';
    await setLocale('zh-CN');
  });
  after(() => beGlass(800, 600));

  /** Notes the rules that an open page breaks, and takes it off. */
  async function look(name: string, root: LitElement, languages: readonly Language[]): Promise<void> {
    for (const language of languages) {
      await setLocale(language);
      await settled(root);
      const rules = await brokenRules();
      if (rules.length > 0) broken[`${name} ${language}`] = rules;
    }
    await setLocale('zh-CN');
    unmountAll();
  }

  for (const [width, height] of [telephone, desk]) {
    it(`breaks no rule on any page at ${width} × ${height}, in either language`, async () => {
      await beGlass(width, height);
      for (const page of consolePages)
        await look(page, await openConsole(consoleWorlds.some(staff('manager')), page), both);
      expect(broken).to.deep.equal({});
    });
  }

  for (const [[width, height], language] of [
    [telephone, 'zh-CN'],
    [desk, 'en'],
  ] as const) {
    it(`breaks none at ${width} × ${height} where nobody has written anything yet, nor before somebody is let in`, async () => {
      await beGlass(width, height);
      for (const page of consolePages)
        await look(page, await openConsole(consoleWorlds.none(staff('manager')), page), [language]);
      for (const [name, open] of Object.entries(consoleDoors)) await look(name, await open(), [language]);
      expect(broken).to.deep.equal({});
    });

    it(`breaks none on any sheet at ${width} × ${height}, and there is no sheet that this does not open`, async () => {
      await beGlass(width, height);
      const there = new Set<string>();
      const opened = new Set<string>();
      for (const sheet of consoleSheets) {
        const shell = await openConsole(consoleWorlds.some(staff('manager')), sheet.page, sheet);
        for (const one of deepAll(shell, 'll-sheet')) {
          const owner = hostOf(one);
          there.add(owner);
          if (one.hasAttribute('open')) opened.add(owner);
        }
        await look(sheetName(sheet), shell, [language]);
      }
      expect(broken).to.deep.equal({});
      expect([...there].filter((owner) => !opened.has(owner))).to.deep.equal([]);
    });
  }
});

const hostOf = (sheet: Element): string => {
  const root = sheet.getRootNode();
  return root instanceof ShadowRoot ? root.host.localName : '';
};
