import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { AppFolder } from '../support/app-folder.ts';
import { Browser } from '../support/browser.ts';
import { untilWritten } from '../support/builds-here.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

const PIN = '402917';
const MANAGER = '王经理';
/** Longer than a page takes to come up on a busy machine: only what waits may be at stake here. */
const TRIAL_MS = 20_000;

/** A build on trial whose pages wait, for a person or for a hub, does well: nobody is torn from them, and it keeps its turn. */
describe('a build on trial that waits for a person or a hub', { timeout: 600_000 }, () => {
  const app = new AppFolder();
  const profile = new Profile();
  let hub: HubProcess;
  let front: Page;
  let consoleAddress = '';

  before(async () => {
    app.becomes({ id: 'good0001' });
    hub = await startHub({ env: { LELING_APP: app.path } });
    const manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/account/secret', { secret: PIN })).status, 204);
    await profile.open();
    const page = await profile.face('staff', `${hub.url}/staff`);
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
    await page.getByLabel('PIN 或密码').fill(PIN);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('今天签到').first().waitFor();
    consoleAddress = page.url();
    await profile.keptOffline(page);
    await untilWritten(page, ({ current }) => current?.proved.includes('/staff') === true);
    await page.close();
    app.becomes({ id: 'good0002', trial: { readyWithinMs: TRIAL_MS } });
    await hub.restart();
    front = await profile.browser.newPage();
    await front.goto(hub.url);
    await untilWritten(front, ({ trial }) => trial !== null);
    hub.pause();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    app.remove();
  });

  /** By then a page that does not come would have been judged. */
  const untilJudged = (page: Page): Promise<unknown> =>
    page.waitForFunction((ms) => performance.now() > ms, TRIAL_MS + 2000);

  it('lets the manager type their PIN when they are back, and is not told of as one that does not open', async () => {
    const page = await profile.face('staff', consoleAddress);
    await page.getByRole('heading', { name: `您好，${MANAGER}` }).waitFor();
    await untilJudged(page);
    assert.deepEqual((await untilWritten(front, () => true)).bad, []);
    for (const digit of PIN) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: '打开', exact: true }).click();
    await page.getByText('今天签到').first().waitFor();
  });

  it('lets a glass that was just paired wait for its hub to say who it is', async () => {
    const page = await profile.browser.newPage();
    await page.goto(`${hub.url}/kiosk?device=lobby-kiosk&paired`, { waitUntil: 'commit' });
    await untilJudged(page);
    assert.deepEqual((await untilWritten(front, () => true)).bad, []);
    await page.close();
  });

  it('is proved by the console once that has heard its hub', async () => {
    hub.resume();
    const { current, bad } = await untilWritten(front, ({ trial }) => trial === null);
    assert.match(current?.key ?? '', /good0002/);
    assert.deepEqual(bad, []);
  });
});
