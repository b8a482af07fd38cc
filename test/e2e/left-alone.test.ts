import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { findByTail, loneTails, settled } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { placeOn } from '../support/touch-page.ts';

/** A kiosk in a lobby has nobody who looks after it: what its browser and its glass do to it, it gets over alone. */
describe('a kiosk that nobody looks after', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const [tail = ''] = loneTails(1);
  let hub: HubProcess;
  let kiosk: Page;
  let devtools: CDPSession;

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    devtools = await kiosk.context().newCDPSession(kiosk);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('goes on when the browser clears its store, and has its content back', async () => {
    // A connection of the test's own hears that the browser has closed it.
    const closed = kiosk.evaluate(async () => {
      const factory = (
        await navigator.storageBuckets?.open('leling', { durability: 'strict', persisted: true })
      )?.indexedDB;
      if (factory === undefined) throw new Error('this browser has no storage buckets');
      const [{ name = '' } = {}] = await factory.databases();
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = factory.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      return new Promise<void>((resolve) => {
        database.onclose = () => resolve();
        database.onversionchange = () => {
          database.close();
          resolve();
        };
        document.documentElement.dataset['listening'] = 'yes';
      });
    });
    await kiosk.locator('html[data-listening]').waitFor();
    const origin = new URL(hub.url).origin;
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    await closed;
    await kiosk.getByRole('button', { name: '吃饭' }).click();
    // The dish stands on home too: it is the page that has come when home is left.
    await kiosk.locator('ll-kiosk-menu').getByText('番茄炒蛋').first().waitFor();
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '首页' }).click();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
  });

  it('comes up from memory where its store does not open, tells staff so, and keeps again once it does', async () => {
    await kiosk.addInitScript(() => {
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function (...args) {
        if (localStorage.getItem('damaged') !== null) throw new DOMException('damaged', 'UnknownError');
        return open.apply(this, args);
      };
    });
    await kiosk.evaluate(() => localStorage.setItem('damaged', 'yes'));
    await kiosk.reload();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor({ timeout: 60_000 });
    await kiosk.waitForFunction(() => /store-in-memory/.test(localStorage.getItem('leling:healed') ?? ''));
    await kiosk.evaluate(() => localStorage.removeItem('damaged'));
    await kiosk.reload();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    assert.equal(await kiosk.locator('ll-trouble-page').count(), 0);
  });

  /** A real finger on a thing, which this leaves there. */
  async function touch(thing: Locator): Promise<void> {
    const point = await placeOn(thing);
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  }
  const later = (ms: number): Promise<void> =>
    kiosk.evaluate((by) => {
      const now = performance.now.bind(performance);
      performance.now = () => now() + by;
    }, ms);

  it('keeps no name on the glass for a finger that never left it', async () => {
    await devtools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
    await findByTail(kiosk, tail);
    const name = kiosk.locator('ll-pages.names').getByRole('button').first();
    await settled(kiosk);
    await touch(name);
    await later(60_000);
    await kiosk.getByText('还在看吗？').waitFor();
    await later(60_000);
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
    assert.equal(await name.count(), 0);
  });

  it('goes on when what was under a finger is taken away', async () => {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchCancel', touchPoints: [] });
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '吃饭' }).click();
    await touch(kiosk.getByRole('button', { name: /晚饭/ }));
    await kiosk.locator('ll-kiosk-menu').evaluate((page) => page.remove());
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await settled(kiosk);
    await kiosk.getByRole('button', { name: '首页' }).click();
    await kiosk.getByRole('button', { name: '我来签到' }).waitFor();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
