import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** The console as an app on somebody's telephone: put on the home screen, and opened from there without a network. */
describe('a console on a telephone’s home screen', { timeout: 180_000 }, () => {
  const profile = new Profile();
  let hub: HubProcess;
  let page: Page;

  before(async () => {
    hub = await startHub();
    await profile.open();
    page = await profile.face('phone', hub.links.staff['canteen'] ?? '');
    await profile.keptOffline(page);
  });
  after(async () => {
    await profile.dispose();
    await hub.dispose();
  });

  it('can be put there, under its own name and icons, and nothing keeps the browser from it', async () => {
    const devtools = await profile.browser.newCDPSession(page);
    const { errors, data = '{}' } = await devtools.send('Page.getAppManifest');
    assert.deepEqual(errors, []);
    const { name, start_url: start, display, icons } = JSON.parse(data);
    assert.deepEqual([name, start, display], ['乐龄屏工作台', '/staff', 'standalone']);
    for (const { src } of icons) {
      const icon = await fetch(`${hub.url}${src}`);
      assert.deepEqual([src, icon.status], [src, 200]);
    }
    const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
    assert.deepEqual(installabilityErrors, []);
  });

  it('opens from there with the hub gone and the browser started anew, as whose it was', async () => {
    await hub.kill('SIGKILL');
    await profile.close();
    await profile.open();
    page = await profile.face('phone', `${hub.url}/staff`);
    await page
      .getByText(/李师傅|连不上主机/)
      .first()
      .waitFor();
    assert.deepEqual(profile.errors, []);
  });
});
