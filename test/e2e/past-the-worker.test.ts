import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { until } from '../support/until.ts';

/** A worker that has gone to sleep is started before it is asked: a television would hear of a press so much later. */
describe('what a page says to its hub', { timeout: 300_000 }, () => {
  const profile = new Profile();
  let hub: HubProcess;
  let page: Page;

  before(async () => {
    hub = await startHub();
    await profile.open();
    page = await profile.face('screen', hub.links.screens['dining-hall'] ?? '');
    await profile.keptOffline(page);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
  });

  it('goes past the worker that brings the page itself', async () => {
    const devtools = await profile.browser.newCDPSession(page);
    await devtools.send('Network.enable');
    const answered: { readonly path: string; readonly by: string }[] = [];
    devtools.on('Network.responseReceived', ({ response }) => {
      const by = response.fromServiceWorker
        ? 'worker'
        : (response.serviceWorkerRouterInfo?.matchedSourceType ?? 'asked');
      answered.push({ path: new URL(response.url).pathname, by });
    });
    const of = (folder: string) => answered.filter(({ path }) => path.startsWith(folder));
    await page.reload();
    // The worker has this page, and the page has asked.
    await until(() => of('/assets/').some(({ by }) => by === 'worker') && of('/sync/pull').length > 0);
    const asked = [...of('/sync/'), ...of('/api/')];
    assert.deepEqual(
      asked.filter(({ by }) => by !== 'network'),
      [],
    );
  });
});
