import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, test, type TestContext } from 'node:test';
import { startHealthWatch } from '../../../../src/hub/ops/health/health-watch.ts';
import { HubHealth } from '../../../../src/hub/ops/health/hub-health.ts';
import { Browser } from '../../../support/browser.ts';
import { runHub, startHub, type HubProcess } from '../../../support/hub.ts';
import { smallDisk, type SmallDisk } from '../../../support/small-disk.ts';
import { problemIn } from '../../http-support.ts';
import { newMid } from '../../sync/centre.ts';

describe('a hub whose disk becomes read-only', { timeout: 600_000 }, () => {
  let disk: SmallDisk | null = null;
  let hub: HubProcess | undefined;
  let kiosk: Browser;
  let dataDir = '';
  let epoch: string | null = null;
  let seq = 0;
  let prev: string | null = null;
  /** What a kiosk has made and nobody has acknowledged. */
  let waiting: object[] = [];

  before(async () => {
    disk = smallDisk(96);
    if (disk === null) return;
    dataDir = join(disk.folder, 'data');
    mkdirSync(dataDir);
    hub = await startHub({ dataDir });
    kiosk = new Browser(hub.url);
    await kiosk.open(hub.links.kiosk ?? '');
    epoch = (await (await push()).json()).epoch;
    await isTaken();
  });
  after(async () => {
    await hub?.dispose();
    disk?.remove();
  });

  const push = (...muts: readonly object[]): Promise<Response> =>
    kiosk.post('/sync/push', { clientId: 'c-read-only', epoch, muts });
  const raise = (): void => {
    const mid = newMid();
    const [name, args, deviceTime] = ['help.raise', { place: '大厅' }, Date.now()];
    waiting.push({
      mid,
      seq: (seq += 1),
      prev,
      name,
      v: 1,
      args,
      deviceTime,
      timeQuality: 'confirmed',
      age: 0,
    });
    prev = mid;
  };
  /** One more is made, and with all that waits it is taken. */
  const isTaken = async (): Promise<void> => {
    raise();
    const answer = await push(...waiting);
    assert.equal(answer.status, 200, await answer.clone().text());
    const { results, last } = await answer.json();
    for (const { status } of results) assert.equal(status, 'applied');
    assert.equal(results.length, waiting.length);
    assert.equal(last, seq);
    waiting = [];
  };
  const isRefused = async (): Promise<void> => {
    raise();
    const answer = await push(...waiting);
    assert.equal(answer.status, 507, await answer.clone().text());
    const { code, detail } = await problemIn(answer);
    assert.equal(code, 'read-only');
    assert.match(detail, /takes no changes; nothing of this was saved/);
  };
  const troubles = async (): Promise<string[]> => {
    const said = await (await kiosk.get('/api/health')).json();
    return said.troubles.map(({ code }: { code: string }) => code);
  };
  const isThere = (t: TestContext): boolean => {
    if (hub !== undefined) return true;
    t.skip('no file system can be mounted here (not root)');
    return false;
  };

  test('refuses in words, says so in its health, goes on reading, and takes it all by itself once it can be written', async (t) => {
    if (!isThere(t)) return;
    const thaw = disk?.freeze(['data/hub.sqlite', 'data/hub.sqlite-wal', 'data/media', 'data']);
    await isRefused();
    await isRefused();
    assert.equal((await troubles())[0], 'read-only');
    assert.equal((await kiosk.get('/api/me')).status, 200);
    assert.equal((await kiosk.get('/sync/pull?clientId=c-read-only&bucket=city')).status, 200);
    // Whoever opens a link reads a page, and can open it again when it works.
    const link = hub?.links.staff['manager'] ?? '';
    const page = await fetch(link, { headers: { accept: 'text/html' }, redirect: 'manual' });
    assert.equal(page.status, 507);
    assert.match(await page.text(), /主机的磁盘现在存不下东西/);
    thaw?.();
    await isTaken();
    while ((await troubles()).includes('read-only')) await setTimeout(200);
    assert.equal((await new Browser(hub?.url ?? '').open(link)).status, 303);
  });

  test('is told before anybody has something refused', async (t) => {
    if (!isThere(t) || disk === null) return;
    const health = new HubHealth();
    const quiet = join(disk.folder, 'quiet');
    mkdirSync(quiet);
    let look: () => void = () => undefined;
    const end = await startHealthWatch({
      health,
      dataDir: quiet,
      mediaDir: join(quiet, 'media'),
      time: { sure: true, now: Date.now },
      certificate: () => null,
      probe: async () => undefined,
      // Each minute's look; that at the films, five minutes on, is none of this.
      timers: { after: (ms, then) => ((look = ms <= 60_000 ? then : look), () => undefined) },
    });
    const looked = async (isSo: boolean): Promise<void> => {
      look();
      while (health.has('read-only') !== isSo) await setTimeout(10);
    };
    assert.ok(!health.has('read-only'));
    const thaw = disk.freeze(['quiet']);
    await looked(true);
    assert.equal(health.status, 'bad');
    thaw();
    await looked(false);
    await end();
  });

  test('the system finds an error on the disk: nothing that was acknowledged is lost, and it ends and does not start in sentences', async (t) => {
    if (!isThere(t) || hub === undefined) return;
    await isTaken();
    disk?.fail();
    await isRefused();
    assert.equal((await troubles())[0], 'read-only');
    assert.equal((await kiosk.get('/kiosk')).status, 200);
    const ended = await hub.kill();
    assert.equal(ended.code, 1);
    assert.match(ended.output, /没有正常停下。 The hub did not stop cleanly: .*read-only/);
    assert.doesNotMatch(ended.output.slice(ended.output.indexOf('没有正常停下')), /^\s+at /m);

    const started = await runHub([], { PORT: '0', LELING_DATA: dataDir });
    assert.equal(started.code, 1);
    assert.match(started.output, /磁盘是只读的，主机没有启动.*The disk under .* is read-only/);
    assert.doesNotMatch(started.output, /^\s+at |LELING_DATA/m);

    disk?.checkAndMount('ro');
    assert.match((await runHub([], { PORT: '0', LELING_DATA: dataDir })).output, /is read-only/);
    disk?.checkAndMount();
    const thaw = disk?.freeze(['data/hub.sqlite']);
    const frozen = await runHub([], { PORT: '0', LELING_DATA: dataDir });
    assert.equal(frozen.code, 1);
    assert.match(frozen.output, /✗ 数据库写不进去.*What was saved is there/);
    assert.doesNotMatch(frozen.output, /^\s+at |LELING_DATA/m);
    thaw?.();
    await hub.restart();
    // What was acknowledged is the chain that the rest goes on from.
    await isTaken();
    assert.ok(!(await troubles()).includes('read-only'));
  });
});
