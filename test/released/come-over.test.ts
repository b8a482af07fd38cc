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

/**
 * On a busy machine a worker of then that is asked to go may stay for five minutes (303 s, seen twice), as long as
 * Chromium lets one finish what it has begun.
 */
const GIVES_WAY_WITHIN_MS = 420_000;

/** A device holds the app in the service worker of a released build when its hub is updated, and put back again. */
for (const build of releasedBuilds()) {
  describe(`a kiosk with the worker of ${build}`, { timeout: 900_000 }, () => {
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
      await untilWritten(kiosk, ({ current }) => (current?.proved ?? []).length > 0, GIVES_WAY_WITHIN_MS);
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

/**
 * In a page of then, which looks for another build every twenty seconds: the test waits for no clock. It looks only once
 * its worker is registered, as within twenty seconds it is: before, it lets nobody in and takes that for its one try in six hours.
 */
function looksOften(): void {
  const every = globalThis.setInterval;
  const workers = navigator.serviceWorker;
  const register = workers.register.bind(workers);
  let registered = false;
  workers.register = async (...args) => {
    const registration = await register(...args);
    setTimeout(() => (registered = true));
    return registration;
  };
  const looks = (run: () => void) => () => {
    if (registered) run();
  };
  const often = (run: () => void, ms?: number): number =>
    Number(ms === 20_000 ? every(looks(run), 500) : every(run, ms));
  Object.assign(globalThis, { setInterval: often });
}
