import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import type { Browser } from '../../../support/browser.ts';
import { newMid } from '../../sync/centre.ts';
import { problemIn, testHub, type TestHub } from '../../http-support.ts';

/** A real file system of a few megabytes; null where this machine gives none. */
function smallDisk(folder: string): (() => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'leling-test', folder], { stdio: 'ignore' });
    return () => execFileSync('umount', ['-l', folder]);
  } catch {
    return null;
  }
}

/** Takes what room is left. Returns what gives it back. */
function fill(folder: string): () => void {
  const file = openSync(join(folder, 'filler'), 'w');
  for (let size = 1 << 20; size >= 512; size /= 2) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size, 1));
    } catch {
      // No room for so much at once.
    }
  }
  return () => {
    ftruncateSync(file);
    closeSync(file);
  };
}

describe('a hub whose disk is full', { timeout: 600_000 }, () => {
  let folder: string;
  let unmount: (() => void) | null = null;
  let hub: TestHub | undefined;
  let kiosk: Browser;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-full-'));
    unmount = smallDisk(folder);
    if (unmount === null) return;
    hub = await testHub({ dataDir: folder });
    kiosk = await hub.opened(hub.links.json.kiosk);
  });
  after(async () => {
    await hub?.stop();
    unmount?.();
    await rm(folder, { recursive: true, force: true });
  });

  const health = async (): Promise<{ status: string; codes: string[] }> => {
    const { status, troubles } = await (await kiosk.get('/api/health')).json();
    return { status, codes: troubles.map(({ code }: { code: string }) => code) };
  };

  test('says so to who pushes and in its health, loses nothing, and takes it all when there is room', async (t) => {
    if (hub === undefined) return t.skip('no small file system can be mounted here (not root)');
    let prev: string | null = null;
    let seq = 0;
    const next = (): object => {
      const mid = newMid();
      const item = {
        mid,
        seq: (seq += 1),
        prev,
        name: 'help.raise',
        v: 1,
        args: { place: '大厅' },
        deviceTime: Date.now(),
        timeQuality: 'confirmed',
        age: 0,
      };
      prev = mid;
      return item;
    };
    const send = (epoch: string | null, ...muts: readonly object[]): Promise<Response> =>
      kiosk.post('/sync/push', { clientId: 'c-full', epoch, muts });
    const began = await send(null);
    assert.equal(began.status, 200, await began.clone().text());
    const { epoch } = await began.json();
    assert.equal((await send(epoch, next())).status, 200);

    const giveBack = fill(folder);
    // What is in the log's room already may still fit: somebody goes on till it does not.
    const waiting: object[] = [];
    let refused: Response | undefined;
    for (let n = 0; n < 3000 && refused === undefined; n += 1) {
      const item = next();
      const answer = await send(epoch, item);
      if (answer.status === 200) continue;
      waiting.push(item);
      refused = answer;
    }
    assert.ok(refused, 'the disk was never full');
    assert.equal(refused.status, 507);
    const problem = await problemIn(refused);
    assert.equal(problem.code, 'disk-full');
    assert.doesNotMatch(problem.detail, /mistake/);
    assert.deepEqual([(await health()).status, (await health()).codes[0]], ['bad', 'disk-full']);
    // What is there can be read all the while.
    assert.equal((await kiosk.get('/api/me')).status, 200);

    giveBack();
    const taken = await send(epoch, ...waiting, next());
    assert.equal(taken.status, 200, await taken.clone().text());
    assert.deepEqual(
      (await taken.json()).results.map(({ status }: { status: string }) => status),
      ['applied', 'applied'],
    );
    // The hub finds it out by itself, at the next look.
    while ((await health()).codes.includes('disk-full')) await setTimeout(200);
  });
});
