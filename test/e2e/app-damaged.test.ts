import assert from 'node:assert/strict';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { untilCopied, untilWritten } from '../support/builds-here.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { builtApp } from '../support/lean-app.ts';
import { LyingProxy } from '../support/lying-proxy.ts';

/** What a device holds of the app was spoiled, on the way to it or on its disk. */
describe('the app where its copy is spoiled', { timeout: 600_000 }, () => {
  const profile = new Profile();
  let hub: HubProcess;
  let line: LyingProxy;
  let kiosk: Page;
  let port: number;

  before(async () => {
    // With the whole typeface, as it is built.
    hub = await startHub({ env: { LELING_APP: builtApp } });
    line = await LyingProxy.before(hub.port);
    port = line.port;
    await profile.open();
  });

  after(async () => {
    await profile.dispose();
    await line.close().catch(() => undefined);
    await hub.dispose();
  });

  const disk = (...names: readonly string[]): string => join(profile.folder, 'Default', ...names);
  /** The kiosk's own first page stands there, whatever time it is. */
  const isHome = async (): Promise<void> => {
    await kiosk.locator('ll-kiosk-home').waitFor();
    await kiosk.waitForFunction(() => performance.getEntriesByName('leling:ready').length > 0);
  };

  it("a network's own page in the place of files is not kept, and the install goes on when it is gone", async () => {
    // A page is asked for by its plain path, and these by the worker alone.
    line.lie('html-200', { only: /\.html$|^\/icons\/|^\/assets\/(kiosk-help|staff)/ });
    assert.ok(hub.links.kiosk);
    kiosk = await profile.face('kiosk', line.through(hub.links.kiosk));
    await line.hasLied(1, /\.html/);
    line.tellTheTruth();
    await profile.keptOffline(kiosk);
    await line.close();
    await kiosk.reload();
    await isHome();
    const lies = await kiosk.evaluate(keptPages);
    assert.deepEqual(lies, []);
  });

  it('a font that is a page is thrown away and comes anew', async () => {
    line = await LyingProxy.before(hub.port, port);
    const font = readdirSync(join(builtApp, 'assets')).find((name) => name.endsWith('.woff2'));
    const first = await kiosk.evaluate(async (url) => {
      const fonts = await caches.open('leling-fonts');
      await fonts.put(
        url,
        new Response('<!doctype html><h1>请先登录 Wi-Fi</h1>', { headers: { 'content-type': 'text/html' } }),
      );
      const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return String.fromCharCode(...bytes.slice(0, 4));
    }, `/assets/${font}`);
    assert.equal(first, 'wOF2');
  });

  it('with the hub away and every cache gone, the face starts from its second copy', async () => {
    await untilWritten(kiosk, ({ current }) => current !== null);
    await untilCopied(kiosk);
    await profile.close();
    await line.close();
    rmSync(disk('Service Worker', 'CacheStorage'), { recursive: true });
    await profile.open();
    kiosk = await profile.face('kiosk', `${line0()}/kiosk`);
    await isHome();
  });

  it('with that copy gone too it says that it tries, and goes on by itself when the hub is back', async () => {
    await profile.close();
    rmSync(disk('Service Worker', 'CacheStorage'), { recursive: true });
    rmSync(disk('File System'), { recursive: true });
    await profile.open();
    kiosk = await profile.browser.newPage();
    await kiosk.goto(`${line0()}/kiosk`, { waitUntil: 'commit' });
    await kiosk.getByRole('heading', { name: '正在准备页面' }).waitFor();
    line = await LyingProxy.before(hub.port, port);
    await isHome();
  });

  const line0 = (): string => `http://localhost:${port}`;
});

/** In the page: what is kept of the app that is a stranger's. */
async function keptPages(): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const text = await (await cache.match(request))?.clone().text();
      if (text?.includes('请先登录 Wi-Fi') === true) found.push(request.url);
    }
  }
  return found;
}
