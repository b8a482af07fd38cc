import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { releasedBuilds, unpackReleased, type Released } from '../fixtures/released.ts';
import { AppFolder } from '../support/app-folder.ts';
import { untilWritten } from '../support/builds-here.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const icons = fileURLToPath(new URL('../../public/icons/', import.meta.url));

/** A device holds the app in the service worker of a released build when its hub is updated, and put back again. */
for (const build of releasedBuilds()) {
  describe(`a kiosk with the worker of ${build}`, { timeout: 600_000 }, () => {
    const app = new AppFolder();
    const profile = new Profile();
    let released: Released;
    let hub: HubProcess;
    let kiosk: Page;

    before(async () => {
      released = await unpackReleased(build);
      cpSync(icons, join(released.app, 'icons'), { recursive: true });
      app.holds(released.app);
      hub = await startHub({ env: { LELING_APP: app.path } });
      await profile.open();
      assert.ok(hub.links.kiosk);
      await profile.browser.addInitScript(looksOften);
      kiosk = await profile.face('kiosk', hub.links.kiosk);
      await profile.keptOffline(kiosk);
    });

    after(async () => {
      await profile.dispose();
      await hub.dispose();
      released.dispose();
      app.remove();
    });

    const isOnTheGlass = async (): Promise<void> => {
      await kiosk.locator('ll-kiosk-home').waitFor();
      await kiosk.waitForFunction(() => performance.getEntriesByName('leling:ready').length > 0);
    };

    it('comes over by itself to the worker that judges, and starts from it without the hub', async () => {
      app.holdsOurs();
      await kiosk.reload();
      await untilWritten(kiosk, ({ current }) => current !== null);
      // The page of then gives its place within a look or two; the new one says that its face stands.
      await untilWritten(kiosk, ({ current }) => (current?.proved ?? []).length > 0);
      await hub.kill();
      await kiosk.reload();
      await isOnTheGlass();
    });

    it('and a hub put back to that build goes on with it', async () => {
      app.holds(released.app);
      await hub.restart();
      await kiosk.reload();
      await isOnTheGlass();
      await profile.close();
      await profile.open();
      kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
      await isOnTheGlass();
      assert.deepEqual(profile.errors, []);
    });
  });
}

/** In a page of then, which looks for another build every twenty seconds: the test waits for no clock. */
function looksOften(): void {
  const every = globalThis.setInterval;
  const often = (run: () => void, ms?: number): number => Number(every(run, ms === 20_000 ? 500 : ms));
  Object.assign(globalThis, { setInterval: often });
}
