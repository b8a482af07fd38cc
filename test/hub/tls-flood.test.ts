import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { after, before, describe, test } from 'node:test';
import { Pusher } from '../bench/support/pusher.ts';
import { Browser } from '../support/browser.ts';
import { LiveListener } from '../support/live.ts';
import { tlsEnvironment } from '../support/certificate.ts';
import { HalfOpen } from '../support/half-open.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** As a small box has it. */
const DESCRIPTORS = 1024;
const HALVES = 1500;

describe('fifteen hundred that say half a TLS greeting', { timeout: 600_000 }, () => {
  let folder: string;
  let hub: HubProcess;
  const floods: HalfOpen[] = [];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-tls-flood-'));
    hub = await startHub({ descriptors: DESCRIPTORS, env: await tlsEnvironment(folder) });
  });
  after(async () => {
    for (const flood of floods) flood.dispose();
    await hub.dispose();
    await rm(folder, { recursive: true, force: true });
  });

  const flood = async (): Promise<HalfOpen> => {
    const one = new HalfOpen(hub.port, HALVES);
    floods.push(one);
    await one.said;
    return one;
  };

  test('keep nobody out: pages come, a kiosk checks people in, a screen goes on hearing; they themselves are cut', async () => {
    const kiosk = new Browser(hub.url);
    await kiosk.open(hub.links.kiosk ?? '');
    const screen = new Browser(hub.url);
    await screen.open(hub.links.screens['dining-hall'] ?? '');
    const stream = await LiveListener.open(screen);
    const halves = await flood();

    // On connections of their own, as who comes for the first time.
    const anew = { connection: 'close' };
    const pusher = new Pusher((body) => kiosk.post('/sync/push', body, anew));
    const sessionId = `baduanjin@${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}`;
    for (let n = 1; n <= 8; n += 1) {
      await pusher.push('checkin.claim', [{ sessionId, memberId: `m${String(n).padStart(3, '0')}` }]);
      assert.equal((await new Browser(hub.url).get('/kiosk', anew)).status, 200);
    }
    await stream.nextOf('poke');
    stream.close();
    await halves.ended;
    assert.equal((await kiosk.get('/api/me')).status, 200);
  });

  test('do not hold up a stop, and what was acknowledged until then is there', async () => {
    const kiosk = new Browser(hub.url);
    await kiosk.open(hub.links.staff['leader'] ?? '');
    await flood();
    const pusher = new Pusher((body) => kiosk.post('/sync/push', body));
    const sessionId = `baduanjin@${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)}`;
    let told = 0;
    let stop = (): void => undefined;
    const enough = new Promise<void>((resolve) => (stop = resolve));
    const pushing = (async () => {
      for (let n = 20; n < 300; n += 1) {
        await pusher.push('checkin.claim', [{ sessionId, memberId: `m${String(n).padStart(3, '0')}` }]);
        told += 1;
        if (told === 5) stop();
      }
    })().catch(() => undefined);
    await enough;
    const ended = await hub.kill();
    assert.equal(ended.code, 0, ended.output.slice(-400));
    await pushing;
    const file = new Database(join(hub.dataDir, 'hub.sqlite'), { readonly: true });
    const kept = file.prepare(`select count(*) from mutation where name = 'checkin.claim'`).pluck().get();
    file.close();
    assert.ok(Number(kept) >= 8 + told, `${kept} are there, ${8 + told} were acknowledged`);
  });
});
