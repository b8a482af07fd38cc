import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { maskName } from '../../src/features/members/model/masking.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { filesWith } from '../support/disk.ts';
import { findByTail, goHome, leaveDone, loneTails, sayItIsMe, signIn } from '../support/elders.ts';
import { Profile, shiftClock } from '../support/faces.ts';
import { runProgram, startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';
import { until } from '../support/until.ts';

const clock = fileURLToPath(new URL('../support/shifted-clock.mjs', import.meta.url));
const DAY_MS = 86_400_000;
const PIN = '402917';
const MANAGER = '王经理';
const WAITING = /1 条等着送出/;

/**
 * A console and a kiosk in one browser, with the hub there and away: whoever knows the PIN goes on, elders sign in, and
 * nobody else reads a name, neither on a page nor off the disk. The steps build on each other, so a failed one fails
 * those after it.
 */
describe('what a console and a kiosk keep of people', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  // A masked name of two characters is four bytes, which compiled code may hold by chance.
  const isLong = (tail: string): boolean =>
    sampleOf('member').some(({ name, phone }) => name.length > 2 && phone?.endsWith(tail) === true);
  const [first = '', second = '', third = ''] = loneTails(40).filter(isLong);
  const members = sampleOf('member').flatMap(({ name, phone }) => [
    ...(name.length > 2 ? [name] : []),
    ...(phone === null ? [] : [phone]),
  ]);
  const came = sampleOf('member').filter(({ phone }) =>
    [first, second, third].includes(phone?.slice(-4) ?? ''),
  );
  /** Of those who have not come: what an elder did on the kiosk, and saw there, waits in its outbox as it is. */
  const masked = sampleOf('member')
    .map(({ name }) => maskName(name))
    .filter((name) => name.length > 2 && !came.some((one) => maskName(one.name) === name));
  let hub: HubProcess;
  let manager: Browser;
  let kiosk: Page;
  let page: Page;
  let [consoleAddress, kioskKey] = ['', ''];

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    assert.equal((await manager.post('/api/account/secret', { secret: PIN })).status, 204);
    await profile.open();
    [kiosk, page] = await Promise.all([
      profile.face('kiosk', hub.links.kiosk ?? ''),
      profile.face('staff', `${hub.url}/staff`),
    ]);
    await comeIn();
    consoleAddress = page.url();
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  /** Signs the manager in at the hub. */
  async function comeIn(): Promise<void> {
    await page.getByRole('textbox', { name: '姓名', exact: true }).fill(MANAGER);
    await page.getByLabel('PIN 或密码').fill(PIN);
    // A console that was signed off may still say so above, with a button of the same name.
    await page.locator('form').getByRole('button', { name: '登录' }).click();
    await page.getByText('今天签到').first().waitFor();
  }

  async function typePin(pin: string): Promise<void> {
    for (const digit of pin) await page.getByRole('button', { name: digit, exact: true }).click();
    await page.getByRole('button', { name: '打开', exact: true }).click();
  }

  /** A wrong PIN stands before: nobody waits ten minutes here, the page's own time is let run. */
  async function passTime(): Promise<void> {
    await page.getByText(/请等 \d+ 秒再试/).waitFor();
    await page.evaluate(() => {
      const { now } = performance;
      performance.now = () => now.call(performance) + 3_600_000;
    });
    await page.getByText(/请等 \d+ 秒再试/).waitFor({ state: 'detached' });
  }

  const deviceOf = (one: Page): string => new URL(one.url()).searchParams.get('device') ?? 'lobby-kiosk';

  const revoke = async (device: string): Promise<void> => {
    const { status } = await manager.delete(`/api/devices/${device}/token?device=${manager.device}`);
    assert.equal(status, 204);
  };

  /** The records of a device's keys, as they lie in the browser. */
  const keysOf = (device: string): Promise<readonly string[]> =>
    page.evaluate(async (id) => {
      const cache = await caches.open('leling:keys');
      const held = (await cache.keys()).filter(({ url }) =>
        decodeURIComponent(url).includes(`leling:${id}:`),
      );
      return Promise.all(held.map(async (one) => (await cache.match(one))?.text() ?? ''));
    }, device);

  const keyGone = async (one: Page, device: string): Promise<void> => {
    await one.waitForFunction(
      async (id) =>
        (await (await caches.open('leling:keys')).keys()).every(
          ({ url }) => !decodeURIComponent(url).includes(`leling:${id}:`),
        ),
      device,
    );
  };

  /** Who has come, as the hub has it. */
  async function attendances(): Promise<readonly { readonly kind: string; readonly id: string }[]> {
    const pulled: { readonly rows: readonly { readonly kind: string; readonly id: string }[] } = await (
      await manager.get('/sync/pull?clientId=c-reader&bucket=people:sample')
    ).json();
    return pulled.rows.filter(({ kind }) => kind === 'attendance');
  }
  const cameToTheHub = async (): Promise<number> => (await attendances()).length;

  /** Waits until a store of the browser has so many rows. */
  const holds = async (one: Page, owner: string, rows: number): Promise<void> => {
    await one.waitForFunction(
      async ([end, least]) => {
        const buckets = navigator.storageBuckets;
        const factory =
          buckets === undefined
            ? indexedDB
            : (await buckets.open('leling', { durability: 'strict', persisted: true })).indexedDB;
        const [name] = (await factory.databases()).flatMap((one) =>
          one.name?.includes(end) ? [one.name] : [],
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
        return count > least;
      },
      [owner, rows] as const,
      { polling: 250 },
    );
  };

  it('keeps nobody’s name or number in words on the disk', async () => {
    // All that they were granted has come.
    await Promise.all([holds(page, ':account', 300), holds(kiosk, ':device', 100)]);
    await profile.keptOffline(page);
    kioskKey = /"key":"([\w+/]{43}=)"/.exec((await keysOf(deviceOf(kiosk))).join())?.[1] ?? '';
    assert.notEqual(kioskKey, '');
    await profile.close();
    assert.notEqual(filesWith(profile.folder, ['番茄炒蛋']).length, 0, 'the menu is found: the search works');
    assert.notEqual(filesWith(profile.folder, [kioskKey]).length, 0, 'and so is the key');
    assert.deepEqual(filesWith(profile.folder, [...members, ...masked]), []);
  });

  it('is there at once for whoever’s session lasts while the hub answers', async () => {
    await profile.open();
    page = await profile.face('staff', consoleAddress);
    await page.getByText('今天签到').first().waitFor();
    assert.equal(await page.locator('ll-unlock-page').count(), 0);
    await page.close();
  });

  it('is there for an elder, and for whoever has the PIN, while the hub hangs', async () => {
    hub.pause();
    const elder = profile.face('kiosk', `${hub.url}/kiosk`).then(async (opened) => {
      kiosk = opened;
      await signIn(kiosk, first);
    });
    // By touch, on a phone.
    page = await profile.face('phone', consoleAddress);
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
    // It is kept for the hub.
    await page.getByText(WAITING).waitFor();
    await Promise.all([elder, page.close()]);
  });

  it('loses its key at the tenth wrong PIN, a reload between or not, and keeps what is unsent', async () => {
    page = await profile.face('staff', consoleAddress);
    // Seven were typed before: that each counts is tried where the keys are.
    const [held = ''] = await keysOf(deviceOf(page));
    await page.evaluate(
      async ([record, device]) => {
        const cache = await caches.open('leling:keys');
        const at = (await cache.keys()).find(({ url }) => decodeURIComponent(url).includes(device));
        if (at !== undefined) await cache.put(at, new Response(record));
      },
      [JSON.stringify({ ...JSON.parse(held), wrong: 7, turn: 1000 }), `leling:${deviceOf(page)}:`] as const,
    );
    await page.reload();
    for (let wrong = 8; wrong <= 9; wrong += 1) {
      await passTime();
      await page.getByLabel('PIN', { exact: true }).fill('111111');
      await page.keyboard.press('Enter');
      await page.waitForFunction(() => {
        const field = document.querySelector('ll-unlock-page')?.shadowRoot?.querySelector('input');
        return field?.value === '';
      });
      await page.getByText(/请等 \d+ 秒再试/).waitFor();
      assert.equal(await page.getByRole('button', { name: '打开', exact: true }).isDisabled(), true);
    }
    await page.reload();
    await passTime();
    await page.getByLabel('PIN', { exact: true }).fill('111111');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '这里的名册已经清掉了' }).waitFor();
    await page.getByText('没送出的 1 条还在').waitFor();
    assert.deepEqual(await keysOf(deviceOf(page)), []);
    await page.getByRole('button', { name: '去登录' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
  });

  it('sends what was unsent once the hub is back, where its owner is still signed in', async () => {
    hub.resume();
    await page
      .getByRole('button', { name: /：又有了$/ })
      .first()
      .waitFor();
    await page.getByText(WAITING).waitFor({ state: 'detached' });
    // The kiosk's too, before it is signed off.
    await until(async () => (await cameToTheHub()) === 1);
  });

  it('loses its key on a console that is open when it is signed off, where one signs in again', async () => {
    const device = deviceOf(page);
    assert.equal((await keysOf(device)).length, 1);
    await revoke(device);
    await page.getByText('今天签到').first().waitFor({ state: 'detached', timeout: 90_000 });
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
    await keyGone(page, device);
    await comeIn();
  });

  it('loses its key on a kiosk that is open and in use when it is signed off, and that elder’s ✓ goes out later', async () => {
    await findByTail(kiosk, second);
    const device = deviceOf(kiosk);
    await revoke(device);
    await keyGone(kiosk, device);
    await sayItIsMe(kiosk);
    await leaveDone(kiosk, kiosk.getByText('这台机器已退出，暂时不能用'));
    const shown = await kiosk.locator('body').innerText();
    assert.deepEqual(
      came.filter(({ name }) => shown.includes(maskName(name))),
      [],
    );
    assert.equal(await cameToTheHub(), 1);
  });

  it('is left to nobody who signs out, also where the browser is ended at once', async () => {
    const [record = ''] = await keysOf(deviceOf(page));
    const { pin } = JSON.parse(record);
    assert.match(pin.box.data, /^[\w+/=]{60,}$/);
    consoleAddress = page.url();
    await page.getByRole('link', { name: '更多' }).click();
    await page.getByRole('button', { name: '退出' }).click();
    await page.locator('ll-sheet[open]').getByRole('button', { name: '退出' }).click();
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
    await profile.kill();
    assert.deepEqual(filesWith(profile.folder, [pin.box.data, kioskKey, ...members, ...masked]), []);
    const link = await (
      await manager.post(`/api/devices/lobby-kiosk/link?device=${manager.device}`, {})
    ).json();
    await profile.open();
    page = await profile.face('staff', consoleAddress);
    await page.getByRole('textbox', { name: '姓名', exact: true }).waitFor();
    assert.equal(await page.getByText('今天签到').count(), 0);
    await page.close();
    kiosk = await profile.face('kiosk', link.url);
  });

  it('comes back to a kiosk that is let in again, and nothing was lost', async () => {
    await findByTail(kiosk, first);
    await until(async () => (await cameToTheHub()) === 2);
  });

  const names = came.map(({ name }) => maskName(name));
  const backUp = async (): Promise<void> => {
    const { code, output } = await runProgram('src/hub/ops/backup/backup-command.ts', [], {
      LELING_DATA: hub.dataDir,
    });
    assert.equal(code, 0, output);
  };

  it('is on the kiosk’s disk for its hub alone to read, and not at all what each backup of the hub has', async () => {
    await backUp();
    await goHome(kiosk);
    await signIn(kiosk, third);
    await until(async () => (await cameToTheHub()) === 3);
    // It asks its hub anew, lets go of what is safe, seals what is not, and has its files packed.
    await kiosk.reload();
    await until(() => filesWith(profile.folder, names).length === 0);
    const check = await profile.browser.newPage();
    await check.goto(`${hub.url}/self-check`);
    await check
      .getByText(/没上锁的签到和报名一条也没有.*主机已经收到的 \d+ 条上了锁，钥匙只在主机那里/)
      .waitFor();
    await check.close();
  });

  it('is all there again at a hub that is put back to before it; and on the kiosk, the next morning, nothing says who came', async () => {
    const visits = (await attendances()).map(({ id }) => id);
    const { port, dataDir } = hub;
    await Promise.all([kiosk.close(), page.close(), hub.kill()]);
    const file = readdirSync(join(dataDir, 'backups')).find((name) => !name.endsWith('.json')) ?? '';
    const { code, output } = await runProgram('src/hub/ops/backup/restore-command.ts', [file], {
      LELING_DATA: dataDir,
    });
    assert.equal(code, 0, output);
    const tomorrow = { NODE_OPTIONS: `--import ${clock}`, LELING_TEST_SHIFT_MS: String(DAY_MS) };
    hub = await startHub({ port, dataDir, env: { LELING_CONFIG: config.folder, ...tomorrow } });
    await profile.browser.addInitScript(shiftClock, DAY_MS);
    kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
    await until(async () => (await cameToTheHub()) === 3);
    assert.deepEqual((await attendances()).map(({ id }) => id).sort(), [...visits].sort());
    await until(() => filesWith(profile.folder, [...names, ...visits]).length === 0);
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
