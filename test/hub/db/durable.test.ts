import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { id, type Mid } from '../../../src/kernel/ids.ts';
import { FolderInUse } from '../../../src/hub/db/folder-lock.ts';
import { imageOf, openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { CENTRE, Chain, claim, furnish, kiosk, morning, todaysSession } from '../sync/centre.ts';

const crashing = fileURLToPath(new URL('./crash-child.ts', import.meta.url));

describe('The data folder', () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-db-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test('a hub killed at any moment has every check-in it has acknowledged, once', async () => {
    const dataDir = join(dir, 'killed');
    const child = spawn(process.execPath, [crashing, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    const dead = new Promise((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.length > 20_000) resolve();
      });
      child.once('exit', () => reject(new Error('it ended by itself')));
    });
    child.kill('SIGKILL');
    await dead;

    // Whatever was written last may be cut off in the pipe.
    const acknowledged = said
      .slice(0, said.lastIndexOf(' '))
      .split(' ')
      .map((mid) => id<'Mid'>(mid));
    assert.ok(acknowledged.length > 400);
    const database = await openDatabase({ dataDir });
    const known = await database.write('', (tx) => tx.mutations(acknowledged));
    const lost = acknowledged.filter((mid) => !known.has(mid));
    const sync = await createHubSync({ database });
    const rows = await sync.read(CENTRE, (tx) => tx.list('people', 'attendance'));
    await database.close();
    assert.deepEqual(lost, []);
    const claims = rows.flatMap((row) => row.claims.map(({ mid }): Mid => mid));
    assert.equal(new Set(claims).size, claims.length);
    assert.ok(acknowledged.every((mid) => claims.includes(mid)));
  });

  test('a second hub on the same folder is told so; a dead one leaves nothing in the way', async () => {
    const dataDir = join(dir, 'twice');
    const first = await openDatabase({ dataDir });
    await assert.rejects(openDatabase({ dataDir }), (error: unknown) => {
      assert.ok(error instanceof FolderInUse);
      assert.match(error.message, new RegExp(`process ${process.pid}`));
      return true;
    });
    await first.close();
    await (await openDatabase({ dataDir })).close();
  });

  test('a folder copied back while nobody looked is found out by the first device that knows more', async () => {
    const database = await openDatabase({ memory: true });
    const sync = await createHubSync({ database, clock: morning() });
    await furnish(sync);
    const early = new Chain(sync, kiosk('lobby'), 'c1');
    await early.do(claim(sync, 'm1'));
    const copy = imageOf(database);
    await early.do(claim(sync, 'm2'));
    const { cursor } = await early.pullAll('kiosk:sample');
    await database.close();

    const putBack = await openDatabase({ memory: true, image: copy });
    const hub = await createHubSync({ database: putBack, clock: morning() });
    // Enough happens that the versions alone would fit again.
    await hub.write(CENTRE, async (tx) => {
      for (const memberId of ['m1', 'm2', 'm3']) await tx.remove('kiosk', 'roster', memberId);
    });
    const page = await new Chain(hub, kiosk('lobby'), 'c1').pull('kiosk:sample', cursor);
    assert.notEqual(page.epoch, cursor.epoch);
    assert.equal(page.reset, true);
    // The client learns how far this history had come, and sends the rest again.
    assert.equal(page.last, 1);
    const count = await hub.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(hub)));
    assert.equal(count?.count, 1);
    await putBack.close();
  });
});
