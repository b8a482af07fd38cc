import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { AppFolder, throwsAtStart } from '../support/app-folder.ts';
import { runs, untilWritten } from '../support/builds-here.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { LyingProxy } from '../support/lying-proxy.ts';

/** A good build that comes up late is called bad: on a machine that is slow enough it would be. */
const EVER_SO_LONG_MS = 200_000;

/** The first build that a device ever gets throws: it has nothing to go back to, and no worker to judge it. */
describe('a first build that is bad', { timeout: 600_000 }, () => {
  const app = new AppFolder();
  const profile = new Profile();
  let hub: HubProcess;
  let network: LyingProxy;

  before(async () => {
    app.becomes({ id: 'dead0001', edit: throwsAtStart });
    hub = await startHub({ env: { LELING_APP: app.path } });
    network = await LyingProxy.before(Number(new URL(hub.url).port));
    await profile.open();
    await profile.browser.addInitScript(waitsLess);
  });

  after(async () => {
    await profile.dispose();
    await network.close();
    await hub.dispose();
    app.remove();
  });

  it('leaves words on each glass, in Chinese and in English, and the mended one comes by itself', async () => {
    const { kiosk, screens, staff } = hub.links;
    const pages = await Promise.all(
      [kiosk, screens['dining-hall'], staff['manager']].map(async (link) => {
        const page = await profile.browser.newPage();
        await page.goto(network.through(link ?? ''));
        return page;
      }),
    );
    for (const page of pages) {
      await page.getByText('正在准备页面').waitFor();
      await page.getByText('Getting the page ready.').waitFor();
    }
    // A page of the network's own, put there by a reload, would try nothing and stand there for ever.
    network.lie('html-200');
    await network.hasLied(6, /^GET \/(kiosk|screen|staff)/);
    app.becomes({ id: 'good0003' });
    await hub.restart();
    network.tellTheTruth();
    for (const page of pages) {
      await runs(page, 'good0003');
      await page.getByText('正在准备页面').waitFor({ state: 'hidden' });
    }
  });
});

/** In a page: its words come sooner, and so does its next start. That one needs time to stand, beside two others. */
function waitsLess(): void {
  const after = globalThis.setTimeout;
  const sooner: Readonly<Record<number, number>> = { 8000: 800, 30_000: 10_000 };
  const soon = (run: () => void, ms = 0): number => Number(after(run, sooner[ms] ?? ms));
  Object.assign(globalThis, { setTimeout: soon });
}

/** In a page: it asks its worker for another build ten times as often, and takes one over that waits. */
function asksSooner(): void {
  const after = globalThis.setTimeout;
  const sooner: Readonly<Record<number, number>> = { 60_000: 6000, 20_000: 4000 };
  const soon = (run: () => void, ms = 0): number => Number(after(run, sooner[ms] ?? ms));
  Object.assign(globalThis, { setTimeout: soon });
}

/** A hub is updated while the faces are on, and what it brings may be bad: nobody has to go to a glass for it. */
describe('builds that come while the faces are on', { timeout: 600_000 }, () => {
  const app = new AppFolder();
  const profile = new Profile();
  let hub: HubProcess;
  let kiosk: Page;
  let pages: readonly Page[] = [];

  before(async () => {
    app.becomes({ id: 'good0001' });
    hub = await startHub({ env: { LELING_APP: app.path } });
    await profile.open();
    await profile.browser.addInitScript(asksSooner);
    const { kiosk: kioskLink, screens, staff } = hub.links;
    assert.ok(kioskLink && screens['dining-hall'] && staff['manager']);
    kiosk = await profile.face('kiosk', kioskLink);
    const dining = await profile.face('screen', screens['dining-hall']);
    pages = [kiosk, dining, await profile.face('staff', staff['manager'])];
    await profile.keptOffline(kiosk);
    await untilWritten(kiosk, ({ current }) => current !== null);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    app.remove();
  });

  /** The hub is started anew with what its folder now holds. A page that starts asks for it at once, others within a minute of theirs. */
  const updated = async (): Promise<void> => {
    await hub.restart();
    await pages[2]?.reload();
  };

  const allRun = async (id: string): Promise<void> => {
    for (const page of pages) await runs(page, id);
  };

  it('one that throws at start gives its place back on kiosk, screen and console', async () => {
    app.becomes({ id: 'bad00001', edit: throwsAtStart, trial: { readyWithinMs: 3000 } });
    await updated();
    const { bad } = await untilWritten(kiosk, (builds) => builds.bad.length > 0);
    assert.deepEqual(
      bad.map(({ id, why }) => [id, why]),
      [['bad00001', 'too-late']],
    );
    await allRun('good0001');
  });

  it('and is not tried again, while the mended one arrives by itself', async () => {
    await updated();
    await kiosk.reload();
    await runs(kiosk, 'good0001');
    app.becomes({ id: 'good0002', trial: { readyWithinMs: EVER_SO_LONG_MS } });
    await updated();
    await allRun('good0002');
    const { bad } = await untilWritten(kiosk, ({ trial }) => trial === null);
    assert.equal(bad.length, 1);
  });

  it('staff read of it', async () => {
    await kiosk.waitForFunction(() => /build-rolled-back/.test(localStorage.getItem('leling:healed') ?? ''));
  });
});
