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
import { tokens } from '../support/mount-kiosk.ts';
import { deepAll, settled, unmountAll } from '../support/mount.ts';
import { staff } from '../support/staff-centre.ts';
import { until } from '../support/until.ts';

/** Whoever works by ear, by keys or with worn eyes has no other console: one page that shuts them out is a job they cannot do. */
describe('The console, for whoever hears it or reads it with worn eyes', () => {
  before(tokens);
  beforeEach(async () => {
    localStorage.clear();
    await setLocale('zh-CN');
    await beGlass(390, 844);
  });
  afterEach(() => {
    unmountAll();
    location.hash = '';
  });
  after(async () => {
    await setLocale('zh-CN');
    await beGlass(800, 600);
  });

  /** A page that is open on a telephone, on a desk and in English: drawn in the other of its ways, and said in other words. */
  async function onDesk(root: LitElement): Promise<void> {
    await beGlass(1440, 900);
    await until(() => window.innerWidth === 1440);
    await setLocale('en');
    await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(root);
  }

  for (const page of consolePages) {
    it(`breaks no rule on ${page}, on a telephone and on a desk, with some of everything`, async () => {
      const shell = await openConsole(consoleWorlds.some(staff('manager')), page);
      expect(await brokenRules(), 'a telephone').to.deep.equal([]);
      await onDesk(shell);
      expect(await brokenRules(), 'a desk').to.deep.equal([]);
    });

    it(`breaks none on ${page} with none of anything`, async () => {
      const shell = await openConsole(consoleWorlds.none(staff('manager')), page);
      // What stands around it is the same.
      expect(await brokenRules(deepAll(shell, '.section')[0])).to.deep.equal([]);
    });
  }

  for (const [name, open] of Object.entries(consoleDoors))
    it(`breaks none at the door, ${name}, on a telephone and on a desk`, async () => {
      const door = await open();
      expect(await brokenRules(), 'a telephone').to.deep.equal([]);
      await onDesk(door);
      expect(await brokenRules(), 'a desk').to.deep.equal([]);
    });

  // A sheet is made of the same parts on a desk.
  for (const sheet of consoleSheets)
    it(`breaks none on the sheet ${sheetName(sheet)}`, async () => {
      const shell = await openConsole(consoleWorlds.some(staff('manager')), sheet.page, sheet);
      for (const one of deepAll(shell, 'll-sheet')) {
        there.add(hostOf(one));
        if (one.hasAttribute('open')) opened.add(hostOf(one));
      }
      // What lies under it is out of reach, and tried without it.
      expect(await brokenRules(deepAll(shell, 'll-sheet[open]')[0] ?? shell)).to.deep.equal([]);
    });

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
