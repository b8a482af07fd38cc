import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { filesWith } from '../support/disk.ts';
import { Profile, type glass } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';

const PIN = '402917';
const MANAGER = '王经理';
const WAITING = /1 条等着送出/;

/**
 * A console in a shared office, with the hub away: whoever knows the PIN goes on, and nobody else reads a name, neither
 * on the page nor off the disk. The steps build on each other, so a failed one fails those after it.
 */
describe('a console without its hub', { timeout: 240_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const members = sampleOf('member').flatMap(({ name, phone }) =>
    name.length > 2 ? [name, phone] : [phone],
  );
  let hub: HubProcess;
  let page: Page;
  let address: string;

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    const manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/account/secret', { secret: PIN })).status, 204);
    await profile.open();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  const keyName = (): Promise<string> =>
    page.evaluate(async () => (await (await caches.open('leling:keys')).keys()).map(({ url }) => url).join());
  const openAt = async (size: keyof typeof glass): Promise<void> => {
    page = await profile.face(size, address);
  };
  async function typePin(pin: string): Promise<void> {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: '打开', exact: true }).click();
  }

  it('keeps nobody’s name or number in words on its disk', async () => {
    page = await profile.browser.newPage();
    await page.goto(`${hub.url}/staff`);
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
    await page.getByLabel('PIN 或密码').fill(PIN);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('今天签到').first().waitFor();
    address = page.url();
    // All it was granted has come.
    await page.waitForFunction(async () => {
      const buckets = navigator.storageBuckets;
      const factory =
        buckets === undefined
          ? indexedDB
          : (await buckets.open('leling', { durability: 'strict', persisted: true })).indexedDB;
      const [name] = (await factory.databases()).flatMap((one) =>
        one.name?.includes(':account') ? [one.name] : [],
      );
      if (name === undefined) return false;
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = factory.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      const count = await new Promise<number>((resolve) => {
        const request = database.transaction('base').objectStore('base').count();
        request.onsuccess = () => resolve(request.result);
      });
      database.close();
      return count > 300;
    });
    await profile.keptOffline(page);
    await profile.close();
    assert.notEqual(filesWith(profile.folder, ['番茄炒蛋']).length, 0, 'the menu is found: the search works');
    assert.deepEqual(filesWith(profile.folder, members), []);
  });

  it('opens at once while the session lasts and the hub answers', async () => {
    await profile.open();
    await openAt('staff');
    await page.getByText('今天签到').first().waitFor();
    assert.equal(await page.locator('ll-unlock-page').count(), 0);
    await page.close();
  });

  it('opens by the PIN from a cold start without the hub, by touch on a phone, and work is kept for the hub', async () => {
    await profile.close();
    await hub.kill('SIGKILL');
    await profile.open();
    await openAt('phone');
    await page.getByRole('heading', { name: `您好，${MANAGER}` }).waitFor();
    assert.equal(await page.getByText('今天签到').count(), 0);
    await typePin('402916');
    await page.getByText('PIN 不对，请再试一次').waitFor();
    await typePin(PIN);
    await page.getByText('今天签到').first().waitFor();
    await page
      .getByRole('button', { name: /：卖完$/ })
      .first()
      .click();
    await page.getByText(WAITING).waitFor();
    await page.close();
  });

  it('destroys the key at the tenth wrong PIN, a reload between or not, and keeps what is unsent', async () => {
    await openAt('staff');
    for (let wrong = 1; wrong <= 9; wrong += 1) {
      await page.getByLabel('PIN', { exact: true }).fill('111111');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const field = document.querySelector('ll-unlock-page')?.shadowRoot?.querySelector('input');
        return field?.value === '';
      });
      if (wrong < 3) continue;
      await page.getByText(/请等 \d+ 秒再试/).waitFor();
      assert.equal(await page.getByRole('button', { name: '打开', exact: true }).isDisabled(), true);
      await page.reload();
      await page.getByText(/请等 \d+ 秒再试/).waitFor();
      // Nobody waits ten minutes here: the page's own time is let run.
      await page.evaluate(() => {
        const { now } = performance;
        performance.now = () => now.call(performance) + 3_600_000;
      });
      await page.getByText(/请等 \d+ 秒再试/).waitFor({ state: 'detached' });
    }
    await page.getByLabel('PIN', { exact: true }).fill('111111');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '这里的名册已经清掉了' }).waitFor();
    await page.getByText('没送出的 1 条还在').waitFor();
    assert.equal(await keyName(), '');
    await page.getByRole('button', { name: '去登录' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
  });

  it('sends what was unsent once its owner has signed in again', async () => {
    await hub.restart();
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
    await page.getByLabel('PIN 或密码').fill(PIN);
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('今天签到').first().waitFor();
    await page
      .getByRole('button', { name: /：又有了$/ })
      .first()
      .waitFor();
    await page.getByText(WAITING).waitFor({ state: 'detached' });
  });

  it('leaves no key on the disk once somebody has signed out', async () => {
    const box = await page.evaluate(async () => {
      const cache = await caches.open('leling:keys');
      const [request] = await cache.keys();
      const held = request === undefined ? undefined : await cache.match(request);
      return held === undefined ? '' : (await held.json()).pin.box.data;
    });
    assert.match(box, /^[\w+/=]{60,}$/);
    await page.getByRole('link', { name: '更多' }).click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('ll-sheet[open]').getByRole('button', { name: '退出' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
    await profile.close();
    assert.deepEqual(filesWith(profile.folder, [box]), []);
    assert.deepEqual(filesWith(profile.folder, members), []);
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
