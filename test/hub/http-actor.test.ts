import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import Database from 'better-sqlite3';
import { id } from '../../src/kernel/ids.ts';
import type { Browser } from '../support/browser.ts';
import { LiveListener } from '../support/live.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';
import { MORNING_MS } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');
const PIN = '402917';

let mids = 0;
const newMid = (): string => `0193a000-0000-7000-8000-${String((mids += 1)).padStart(12, '0')}`;

onBothEngines('who sent it', (start, engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await start();
    for (const person of ['manager', 'canteen']) {
      const own = await hub.opened(await linkFor(person));
      assert.equal((await own.post('/api/account/secret', { secret: PIN })).status, 204);
    }
  });
  after(() => hub.dispose());

  /** The cook's console, signed in on it. */
  const cooksConsole = async (): Promise<Browser> => hub.opened(await linkFor('canteen'));
  const signIn = async (browser: Browser, name: string): Promise<void> => {
    const answer = await browser.post('/api/session', { name, secret: PIN });
    assert.equal(answer.status, 200, await answer.text());
  };
  const others = async (browser: Browser): Promise<void> => signIn(browser, '王经理');

  /** A publishing of today's lunch, as the cook's page would push it. */
  async function publishing(clientId: string, note: string) {
    const [menu] = await hub.sync.read(sample, (tx) => tx.list('centre', 'menu'));
    assert.ok(menu);
    const args = { menuId: menu.id, items: menu.items, set: menu.set, note, baseVersion: menu.version };
    const mid = newMid();
    const mut = { mid, seq: 1, prev: null, name: 'menu.publish', v: 1, args, age: 0 };
    const made = { deviceTime: MORNING_MS, timeQuality: 'confirmed' };
    const body = { clientId, epoch: null, reports: [], muts: [{ ...mut, ...made }] };
    return { mid, body, asCook: { ...body, protocol: 2, actor: 'canteen' } };
  }

  async function refusedUntouched(send: () => Promise<Response>): Promise<void> {
    const before = await hub.stored();
    const problem = await problemIn(await send());
    assert.deepEqual([problem.status, problem.code], [401, 'other-actor']);
    assert.equal(await hub.stored(), before, 'something of it was stored');
  }

  async function signedBy(mid: string): Promise<string | undefined> {
    return (await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', mid)))?.by;
  }

  test('what the cook has made is not taken under a colleague’s session, and then under the cook’s own', async () => {
    const desk = await cooksConsole();
    const { mid, asCook } = await publishing('c-cook-1', '今日加汤');
    await others(desk);
    await refusedUntouched(() => desk.post('/sync/push', asCook));
    await refusedUntouched(() => desk.post('/sync/push?actor=canteen', asCook));
    assert.equal(await signedBy(mid), undefined);
    await signIn(desk, '李师傅');
    const answer = await (await desk.post('/sync/push', asCook)).json();
    assert.deepEqual([answer.protocol, answer.results[0].status], [2, 'applied']);
    assert.equal(await signedBy(mid), '李师傅');
  });

  test('nor under the console’s own cookie once the session has ended', async () => {
    const desk = await cooksConsole();
    const { asCook } = await publishing('c-cook-2', '今日加粥');
    assert.equal((await desk.delete('/api/session')).status, 204);
    await refusedUntouched(() => desk.post('/sync/push', asCook));
    await refusedUntouched(() => desk.post('/sync/push?actor=canteen', asCook));
  });

  test('a chain is its owner’s, also for a build that does not say whose work it sends', async () => {
    const desk = await cooksConsole();
    const first = await publishing('c-cook-3', '一');
    assert.equal((await (await desk.post('/sync/push', first.body)).json()).type, 'done');
    await others(desk);
    const second = (await publishing('c-cook-3', '二')).body;
    const next = { ...second, muts: second.muts.map((mut) => ({ ...mut, seq: 2, prev: first.mid })) };
    await refusedUntouched(() => desk.post('/sync/push', next));
    await refusedUntouched(() => desk.get('/sync/pull?clientId=c-cook-3&bucket=city'));
    await signIn(desk, '李师傅');
    assert.equal((await (await desk.post('/sync/push', next)).json()).last, 2);
  });

  test('work of a build that does not say whose it is, on a console without a session, waits for its maker', async () => {
    const desk = await cooksConsole();
    await desk.delete('/api/session');
    const { body } = await publishing('c-cook-4', '三');
    await refusedUntouched(() => desk.post('/sync/push', body));
    const greeting = await desk.post('/sync/push', { ...body, muts: [] });
    assert.equal(greeting.status, 200, 'the sign-in page is told its grants');
  });

  test('rows are not read, listened for or fetched as somebody else', async () => {
    const desk = await cooksConsole();
    await others(desk);
    const words = 'actor=canteen&clientId=c-cook-5&bucket=centre:sample';
    await refusedUntouched(() => desk.get(`/sync/pull?${words}`));
    await refusedUntouched(() => desk.get('/sync/snapshot?actor=canteen&bucket=centre:sample&name=any'));
    await refusedUntouched(() => desk.get('/sync/live?actor=canteen'));
    await refusedUntouched(() => desk.get('/sync/pull?actor=device&clientId=c-cook-5&bucket=city'));
    assert.equal((await desk.get(`/sync/pull?${words.replace('canteen', 'manager')}`)).status, 200);
  });

  test('the cook’s stream ends when a colleague signs in on the console', async () => {
    const desk = await cooksConsole();
    const live = await LiveListener.open(desk);
    assert.equal((await live.next())?.event, 'grants');
    await others(desk);
    assert.deepEqual(await live.nextOf('grants'), { grants: [] });
    assert.equal(await live.next(), null);
  });

  test('a copy of the cook’s own profile forks, and is flagged', async () => {
    const desk = await cooksConsole();
    const [one, two] = [await publishing('c-cook-6', '甲'), await publishing('c-cook-6', '乙')];
    assert.equal((await (await desk.post('/sync/push', one.asCook)).json()).type, 'done');
    const copied = await (await desk.copy().post('/sync/push', two.asCook)).json();
    assert.equal(copied.type, 'fork');
    const device = await hub.sync.read(sample, (tx) => tx.get('staff', 'device', desk.device ?? ''));
    assert.ok(device?.perhapsClonedAtMs, 'staff are not told');
  });

  test('a PIN changed elsewhere ends the session on the console, whose work waits there', async () => {
    const desk = await cooksConsole();
    const { asCook, mid } = await publishing('c-cook-7', '换了 PIN');
    const phone = await cooksConsole();
    assert.equal((await phone.post('/api/account/secret', { secret: PIN })).status, 204);
    await refusedUntouched(() => desk.post('/sync/push', asCook));
    await signIn(desk, '李师傅');
    assert.equal((await desk.post('/sync/push', asCook)).status, 200);
    assert.equal(await signedBy(mid), '李师傅');
  });

  test('a console that has lost its cookies is its people’s again, not a further one, and the manager sees it', async () => {
    const desk = await cooksConsole();
    const { asCook, mid } = await publishing('c-cook-8', '丢了 cookie');
    const bare = hub.browser();
    bare.device = desk.device;
    assert.equal((await problemIn(await bare.post('/sync/push', asCook))).code, 'unknown-device');
    const consoles = () => hub.sync.read(sample, async (tx) => (await tx.list('staff', 'device')).length);
    const before = await consoles();
    await signIn(bare, '李师傅');
    assert.equal((await (await bare.get('/api/me')).json()).device.id, desk.device);
    assert.equal(await consoles(), before);
    assert.equal((await bare.post('/sync/push', asCook)).status, 200);
    assert.equal(await signedBy(mid), '李师傅');
    assert.equal((await desk.get('/api/me')).status, 401, 'whoever had it until now signs in again');
    const audit = await hub.sync.read(sample, (tx) => tx.list('audit', 'audit'));
    const reclaimed = audit.filter(({ name }) => name === 'device.reclaim');
    assert.deepEqual(
      reclaimed.map(({ by, subject }) => [by, ...subject]),
      [['李师傅', `device/${desk.device}`]],
    );
  });

  test('nobody takes over a console they have never been signed in on, or a glass', async () => {
    const desk = await cooksConsole();
    const stranger = hub.browser();
    for (const device of [desk.device, 'lobby-kiosk', 'dining-hall', 'no-such', 'console-1']) {
      stranger.device = device;
      const answer = await stranger.post('/api/session', { name: '王经理', secret: PIN });
      assert.equal((await problemIn(answer)).code, 'not-a-console', String(device));
    }
    assert.equal((await desk.get('/api/me')).status, 200);
    stranger.device = desk.device;
    const guess = await stranger.post('/api/session', { name: '李师傅', secret: '000000' });
    assert.equal((await problemIn(guess)).code, 'wrong-secret', 'nor does it answer without the PIN');
  });

  test('a console that was signed off comes back under its own name with whoever signs in on it', async () => {
    const desk = await cooksConsole();
    const manager = await hub.opened(await linkFor('manager'));
    assert.equal((await manager.delete(`/api/devices/${desk.device}/token`)).status, 204);
    assert.equal((await desk.get('/api/me')).status, 401);
    await signIn(desk, '李师傅');
    const me = await (await desk.get('/api/me')).json();
    assert.deepEqual([me.device.id, me.actorKey], [desk.device, 'canteen']);
  });

  if (engine === 'sqlite')
    test('a console in daily use gets its session’s cookie anew, once a day, from whatever it asks', async () => {
      const desk = await cooksConsole();
      const file = new Database(join(hub.dataDir, 'hub.sqlite'));
      const aged = file.prepare(
        "update vault set data = json_set(data, '$.expiresAtMs', ?) where kind = 'session' and id = ?",
      );
      assert.equal(aged.run(MORNING_MS + 20 * 86_400_000, desk.device).changes, 1);
      file.close();
      const given = () => desk.setCookies.filter((line) => line.startsWith('leling_s_')).length;
      const before = given();
      const pull = () => desk.get('/sync/pull?actor=canteen&clientId=c-cook-9&bucket=city');
      await pull();
      assert.equal(given(), before + 1);
      assert.match(desk.setCookies[desk.setCookies.length - 1] ?? '', /max-age=2592000/i);
      await pull();
      assert.equal(given(), before + 1);
    });

  async function linkFor(accountId: string): Promise<string> {
    const link = await hub.hub.mintLink({ target: 'account', targetId: accountId, centreId: sample });
    return `${hub.url}/link/${link.secret}`;
  }
});
