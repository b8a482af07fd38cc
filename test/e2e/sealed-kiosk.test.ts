import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { maskName } from '../../src/features/members/model/masking.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { filesWith } from '../support/disk.ts';
import { findByTail, loneTails, signIn } from '../support/elders.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { sampleOf } from '../support/sample.ts';

/** Whoever carries a kiosk away, or buys its disk, reads nobody's name off it once it was signed off. */
describe('what a kiosk keeps of elders', { timeout: 180_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  const [first = '', second = '', third = ''] = loneTails(3);
  const came = sampleOf('member').filter(({ phone }) => [first, second, third].includes(phone.slice(-4)));
  /** Of those who have not come: what an elder did on the kiosk, and saw there, waits in its outbox as it is. */
  const masked = sampleOf('member')
    .map(({ name }) => maskName(name))
    .filter((name) => !came.some((one) => maskName(one.name) === name));
  let hub: HubProcess;
  let manager: Browser;
  let kiosk: Page;
  let key = '';

  const keysOf = (page: Page): Promise<string> =>
    page.evaluate(async () => {
      const cache = await caches.open('leling:keys');
      const [request] = await cache.keys();
      const held = request === undefined ? undefined : await cache.match(request);
      return held === undefined ? '' : (await held.json()).key;
    });

  /** How many have come today, as the hub has it. */
  async function cameToTheHub(): Promise<number> {
    const page: { readonly rows: readonly { readonly kind: string }[] } = await (
      await manager.get('/sync/pull?clientId=c-reader&bucket=people:sample')
    ).json();
    return page.rows.filter(({ kind }) => kind === 'attendance').length;
  }

  before(async () => {
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    manager = new Browser(hub.url);
    await manager.open(hub.links.staff['manager'] ?? '');
    await profile.open();
    kiosk = await profile.face('kiosk', hub.links.kiosk ?? '');
    await signIn(kiosk, first);
    await profile.keptOffline(kiosk);
  });

  after(async () => {
    await profile.dispose();
    await hub.dispose();
    config.remove();
  });

  it('is nowhere on its disk in words', async () => {
    key = await keysOf(kiosk);
    assert.match(key, /^[\w+/]{43}=$/);
    await profile.close();
    assert.notEqual(filesWith(profile.folder, ['番茄炒蛋']).length, 0, 'the menu is found: the search works');
    assert.notEqual(filesWith(profile.folder, [key]).length, 0, 'and so is the key');
    assert.deepEqual(filesWith(profile.folder, masked), []);
  });

  it('is there for an elder who comes while the hub is away, from a cold start', async () => {
    await hub.kill('SIGKILL');
    await profile.open();
    kiosk = await profile.face('kiosk', `${hub.url}/kiosk`);
    await signIn(kiosk, second);
  });

  it('opens for nobody once the kiosk was signed off, also not with a copy of the disk, and the unsent ✓ still goes out', async () => {
    await hub.restart();
    const device = new URL(kiosk.url()).searchParams.get('device') ?? 'lobby-kiosk';
    assert.equal((await manager.delete(`/api/devices/${device}/token?device=${manager.device}`)).status, 204);
    await kiosk.reload();
    await kiosk.getByText('这台机器已退出，暂时不能用').waitFor({ timeout: 60_000 });
    await kiosk.waitForFunction(async () => (await (await caches.open('leling:keys')).keys()).length === 0);
    await profile.close();
    assert.deepEqual(filesWith(profile.folder, [key]), [], 'the key is gone from the disk');
    assert.deepEqual(filesWith(profile.folder, masked), []);

    await profile.open();
    const link = await (
      await manager.post(`/api/devices/${device}/link?device=${manager.device}`, {})
    ).json();
    kiosk = await profile.face('kiosk', link.url);
    await findByTail(kiosk, third);
    assert.equal(await cameToTheHub(), 2);
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
