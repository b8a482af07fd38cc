import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** All the links that a start prints, opened in one browser, as the README says one can. */
describe('seven faces in one browser', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const staff = new Map<string, Page>();
  let hub: HubProcess;
  let dining: Page;

  before(async () => {
    hub = await startHub({ stays: true, env: { LELING_CONFIG: config.folder } });
    await profile.open();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('all open, the last as well as the first', async () => {
    const { kiosk, screens, staff: people } = hub.links;
    assert.ok(kiosk);
    await profile.face('kiosk', kiosk);
    await profile.face('screen', screens['exercise-room'] ?? '');
    dining = await profile.face('screen', screens['dining-hall'] ?? '');
    for (const [role, link] of Object.entries(people))
      staff.set(role, await profile.face('staff', link ?? ''));
    for (const page of staff.values()) await page.getByRole('heading', { name: /^今天/ }).first().waitFor();
  });

  it('and none has lost its store when what is no longer used is collected', async () => {
    for (const page of profile.browser.pages()) {
      const debug = await profile.browser.newCDPSession(page);
      await debug.send('HeapProfiler.collectGarbage');
      await debug.detach();
    }
  });

  it('each hears what another has changed', async () => {
    const [canteen, others] = [staff.get('canteen'), [...staff.values()]];
    assert.ok(canteen);
    await canteen.bringToFront();
    await canteen.getByRole('button', { name: '番茄炒蛋：卖完' }).click();
    await dining.bringToFront();
    await dining.locator('html[data-showing$=".lunch.main@2"]').waitFor({ state: 'attached' });
    for (const page of others) {
      await page.bringToFront();
      await page.getByRole('link', { name: '屏幕', exact: true }).filter({ visible: true }).first().click();
      const glass = page.getByRole('region', { name: '餐厅电视' });
      await glass.filter({ hasText: /第2版.*起正在显示/ }).waitFor();
    }
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
