import assert from 'node:assert/strict';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import { LiveListener } from '../support/live.ts';
import { onBothEngines, testHub, type TestHub } from './http-support.ts';

const idOf = (response: Response): string | null => response.headers.get('leling-hub');

onBothEngines('who answers', (start, engine) => {
  let hub: TestHub;
  let beside: TestHub;
  before(async () => {
    hub = await start();
    beside = await start(hub);
  });
  after(async () => {
    await beside.dispose();
    await hub.dispose();
  });

  test('every process of a hub gives the one name, and another hub another', async () => {
    const named = idOf(await hub.browser().get('/api/health'));
    assert.ok(named);
    // Two processes are one hub where they share a database; two files are two hubs.
    const other = idOf(await beside.browser().get('/api/health'));
    if (engine === 'postgres') assert.equal(other, named);
    else assert.notEqual(other, named);
    assert.equal((await (await hub.browser().get('/api/health')).json()).hub, named);
  });
});

describe('a hub begun anew under the old address', () => {
  let old: TestHub;
  let anew: TestHub;
  before(async () => {
    [old, anew] = [await testHub(), await testHub()];
  });
  after(async () => {
    await old.dispose();
    await anew.dispose();
  });
  const troubles = async (): Promise<readonly string[]> =>
    (await (await anew.browser().get('/api/health')).json()).troubles.map(
      ({ code }: { code: string }) => code,
    );

  test('tells staff that devices look for it which are not paired with it; a device it has signed off is none', async () => {
    const manager = await anew.opened(anew.links.json.staff['manager']);
    const screen = await anew.opened(anew.links.json.screens['dining-hall']);
    await manager.delete('/api/devices/dining-hall/token');
    assert.equal((await screen.get('/api/me')).status, 401);
    await anew.browser().get('/api/me?device=nobody');
    assert.deepEqual(await troubles(), []);
    const kiosk = await old.opened(old.links.json.kiosk);
    kiosk.moveTo(anew.url);
    assert.equal((await kiosk.get('/api/me')).status, 401);
    assert.deepEqual(await troubles(), ['strangers']);
  });
});

describe('what says who answers', () => {
  let hub: TestHub;
  let appDir: string;
  before(async () => {
    appDir = await mkdtemp(join(tmpdir(), 'leling-app-'));
    await mkdir(join(appDir, 'assets'));
    for (const page of ['index', 'kiosk']) await writeFile(join(appDir, `${page}.html`), '<!doctype html>');
    await writeFile(join(appDir, 'assets', 'main-abc.js'), 'export {};');
    hub = await testHub({ appDir });
  });
  after(async () => {
    await hub.dispose();
    await rm(appDir, { recursive: true });
  });

  test('is every answer: pages, files, refusals, media and what is not there', async () => {
    const named = idOf(await hub.browser().get('/api/health'));
    assert.ok(named);
    const screen = await hub.opened(hub.links.json.screens['dining-hall']);
    const [film] = await hub.sync.read(id<'CentreId'>('sample'), (tx) => tx.list('centre', 'media'));
    assert.ok(film);
    const answers: readonly [number, Promise<Response>][] = [
      [200, hub.browser().get('/kiosk')],
      [200, hub.browser().get('/assets/main-abc.js')],
      [404, hub.browser().get('/assets/none.js')],
      [404, hub.browser().get('/nothing/here')],
      [405, hub.browser().post('/api/health', {})],
      [401, hub.browser().get('/sync/pull?device=x&clientId=c&bucket=city')],
      [400, screen.post('/sync/push', '{"broken')],
      [400, screen.get('/sync/pull?clientId=c&bucket=city&cursor=nonsense')],
      [403, screen.post('/sync/push', {}, { 'sec-fetch-site': 'cross-site' })],
      [200, screen.get('/sync/pull?clientId=c&bucket=city')],
      [200, screen.get('/api/me')],
      [200, screen.get(`/media/${film.id}`)],
      [206, screen.get(`/media/${film.id}`, { range: 'bytes=0-9' })],
      [401, hub.browser().get(`/media/${film.id}`)],
    ];
    for (const [status, coming] of answers) {
      const response = await coming;
      assert.equal(response.status, status, response.url);
      assert.equal(idOf(response), named, response.url);
      await response.arrayBuffer();
    }
  });

  test('is the first event of a live stream too, whose headers no page can read', async () => {
    const screen = await hub.opened(hub.links.json.screens['exercise-room']);
    const live = await LiveListener.open(screen);
    const first = await live.next();
    assert.equal(first?.event, 'grants');
    assert.equal(first?.data['hub'], idOf(await hub.browser().get('/api/health')));
    live.close();
  });

  test('goes with the data: a copied folder is the same hub, an empty one another', async () => {
    const named = idOf(await hub.browser().get('/api/health'));
    const dataDir = await mkdtemp(join(tmpdir(), 'leling-copy-'));
    const elsewhere = await testHub();
    await elsewhere.stop();
    await cp(elsewhere.dataDir, dataDir, { recursive: true });
    const copy = await testHub({ dataDir });
    const again = idOf(await copy.browser().get('/api/health'));
    assert.ok(again);
    assert.notEqual(again, named);
    await copy.stop();
    const restarted = await testHub({ dataDir });
    assert.equal(idOf(await restarted.browser().get('/api/health')), again);
    await restarted.stop();
    for (const dir of [dataDir, elsewhere.dataDir]) await rm(dir, { recursive: true });
  });
});
