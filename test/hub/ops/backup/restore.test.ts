import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backUp } from '../../../../src/hub/ops/backup/back-up.ts';
import { backupsIn, keptBackups, safeSeqs } from '../../../../src/hub/ops/backup/kept.ts';
import { untilNight } from '../../../../src/hub/ops/backup/nightly.ts';
import { restorePostgres } from '../../../../src/hub/ops/backup/restore-postgres.ts';
import { restoreSqlite } from '../../../../src/hub/ops/backup/restore-sqlite.ts';
import { hubIdIn } from '../../../../src/hub/people/hub-id.ts';
import { SqlVault } from '../../../../src/hub/people/sql-vault.ts';
import type { SqlHubDatabase } from '../../../../src/hub/db/hub-database.ts';
import { databaseFile, openDatabase, type DatabasePlace } from '../../../../src/hub/db/open.ts';
import type { HubSync } from '../../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../../src/hub/sync/hub-sync.ts';
import { startPostgres, type PrivatePostgres } from '../../../support/postgres.ts';
import { CENTRE, Chain, claim, furnish, kiosk, morning, todaysSession } from '../../sync/centre.ts';

const command = (name: 'backup' | 'restore') =>
  fileURLToPath(new URL(`../../../../src/hub/ops/backup/${name}-command.ts`, import.meta.url));

interface Ran {
  readonly code: number | null;
  readonly text: string;
}

function run(name: 'backup' | 'restore', args: readonly string[], env: Record<string, string>): Promise<Ran> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [command(name), ...args],
      { env: { ...process.env, ...env } },
      (_, out, err) => resolve({ code: child.exitCode, text: out + err }),
    );
  });
}

interface House {
  readonly dataDir: string;
  readonly place: DatabasePlace;
  readonly env: Record<string, string>;
  restore(file: string): Promise<{ readonly aside: string | null }>;
}

/** What must hold of a backup and its restore, whatever the engine. */
function backupTests(newHouse: () => Promise<House>): void {
  let house: House;
  let database: SqlHubDatabase;
  let sync: HubSync;
  let chain: Chain;
  let nightMs = Date.UTC(2026, 10, 22, 19);
  const backup = async () => {
    nightMs += 86_400_000;
    return (await backUp(database, backupsIn(house.dataDir), nightMs)).path;
  };
  const count = async (): Promise<number> =>
    (await sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync))))?.count ?? 0;
  const start = async () => {
    database = await openDatabase(house.place);
    sync = await createHubSync({ database, clock: morning() });
  };
  const stop = async () => {
    await sync.close();
    await database.close();
  };

  beforeEach(async () => {
    house = await newHouse();
    await start();
    await furnish(sync);
    chain = new Chain(sync, kiosk('lobby'), 'c1');
  });

  test('a restore brings the day of the backup back, under a new epoch, and keeps what stood', async () => {
    await chain.do(claim(sync, 'm1'));
    const file = await backup();
    await chain.do(claim(sync, 'm2'));
    const { epoch } = sync;
    const late = await chain.pullAll('kiosk:sample');
    await stop();
    const { aside } = await house.restore(file);
    assert.ok(aside !== null && existsSync(aside));
    await start();
    assert.equal(await count(), 1);
    assert.notEqual(sync.epoch, epoch);
    const again = new Chain(sync, kiosk('lobby'), 'c1');
    const page = await again.pull('kiosk:sample', late.cursor);
    assert.equal(page.reset, true);
    assert.equal(page.last, 1);
    await stop();
  });

  test('the hub that was backed up is the hub that comes back: its devices go on knowing it', async () => {
    const named = await hubIdIn(new SqlVault(database.engine));
    const file = await backup();
    await stop();
    await house.restore(file);
    await start();
    assert.equal(await hubIdIn(new SqlVault(database.engine)), named);
    await stop();
  });

  test('a device may forget what every kept backup holds, and nothing else', async () => {
    const safe = async () => (await chain.push([])).safe;
    await chain.do(claim(sync, 'm1'));
    assert.equal(await safe(), 0);
    await backup();
    assert.equal(await safe(), 1);
    await chain.do(claim(sync, 'm2'));
    await backup();
    assert.equal(await safe(), 1);
    for (let night = 0; night < 5; night += 1) await backup();
    assert.equal(await safe(), 1);
    await backup();
    assert.equal(await safe(), 2);
    assert.equal((await keptBackups(backupsIn(house.dataDir))).length, 7);
    await stop();
  });

  test('what is safe stays true after an older backup has become the truth', async () => {
    await chain.do(claim(sync, 'm1'));
    const first = await backup();
    await chain.do(claim(sync, 'm2'));
    await backup();
    await stop();
    await house.restore(first);
    await start();
    const again = new Chain(sync, kiosk('lobby'), 'c1');
    assert.equal((await again.push([])).safe, 1);
    await backup();
    assert.equal((await again.push([])).safe, 1);
    await stop();
  });

  test('a backup by a clock that has lost the year is the newest all the same, and kept', async () => {
    for (let night = 0; night < 7; night += 1) await backup();
    const { path, kept } = await backUp(database, backupsIn(house.dataDir), 0);
    assert.ok(existsSync(path));
    assert.equal(kept, 7);
    await stop();
  });

  test('nothing half made is taken for a backup', async () => {
    await backup();
    const files = await readdir(backupsIn(house.dataDir));
    assert.deepEqual(
      files.filter((file) => file.endsWith('.part')),
      [],
    );
    assert.equal(files.length, 2);
    await stop();
  });

  test('by hand, while the hub runs, a backup is made; a restore is refused and says why', async () => {
    await chain.do(claim(sync, 'm1'));
    const made = await run('backup', [], house.env);
    assert.equal(made.code, 0, made.text);
    assert.equal((await chain.push([])).safe, 1);
    const [kept] = await keptBackups(backupsIn(house.dataDir));
    assert.ok(kept !== undefined);
    await chain.do(claim(sync, 'm2'));
    const refused = await run('restore', [kept.file], house.env);
    assert.equal(refused.code, 1);
    assert.match(refused.text, /hub is running.*[Ss]top/s);
    assert.equal(await count(), 2);
    await stop();

    const restored = await run('restore', [kept.file], house.env);
    assert.equal(restored.code, 0, restored.text);
    assert.match(restored.text, /npm start/);
    await start();
    assert.equal(await count(), 1);
    await stop();
  });

  test('a damaged backup is refused before anything is touched', async () => {
    await chain.do(claim(sync, 'm1'));
    const file = await backup();
    const short = `${file}.short`;
    await copyFile(file, short);
    await truncate(short, 6000);
    const other = join(house.dataDir, 'holiday.jpg');
    await writeFile(other, 'no database');
    await stop();
    for (const bad of [short, other]) {
      const { code, text } = await run('restore', [bad], house.env);
      assert.equal(code, 1);
      assert.doesNotMatch(text, /\n {4}at /, 'a person reads this, not a stack');
    }
    const list = await run('restore', [], house.env);
    assert.match(list.text, /npm run restore -- .*hub-2026/);
    await start();
    assert.equal(await count(), 1);
    await stop();
  });
}

describe('Backup and restore, on SQLite', () => {
  let dir: string;
  let houses = 0;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-backup-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));
  backupTests(async () => {
    const dataDir = join(dir, String((houses += 1)));
    return {
      dataDir,
      place: { dataDir },
      env: { LELING_DATA: dataDir },
      restore: (file) => restoreSqlite(dataDir, file, Date.now()),
    };
  });

  test('a database too damaged to open can still be replaced, and is kept', async () => {
    const dataDir = join(dir, 'damaged');
    const database = await openDatabase({ dataDir });
    const sync = await createHubSync({ database });
    await furnish(sync);
    const { path } = await backUp(database, backupsIn(dataDir), Date.UTC(2026, 10, 22));
    await database.close();
    await writeFile(databaseFile(dataDir), 'not a database any more');
    const { aside } = await restoreSqlite(dataDir, path, Date.now());
    assert.ok(aside !== null && existsSync(aside));
    const again = await openDatabase({ dataDir });
    const rows = await (
      await createHubSync({ database: again })
    ).read(CENTRE, (tx) => tx.list('kiosk', 'roster'));
    await again.close();
    assert.equal(rows.length, 3);
  });

  test('a backup that fails leaves nothing that would fill the disk with each try', async () => {
    const dataDir = join(dir, 'failing');
    const database = await openDatabase({ dataDir });
    // No hub has run on it, so it is no backup worth keeping.
    await assert.rejects(backUp(database, backupsIn(dataDir), Date.UTC(2026, 10, 22)), /no epoch/);
    await database.close();
    assert.deepEqual(await readdir(backupsIn(dataDir)), []);
  });

  test('what is safe is told of a client by any name', () => {
    const one = { file: 'a', madeAtMs: 1, epoch: 'e', clients: { constructor: 3, c1: 2 } };
    const two = { file: 'b', madeAtMs: 2, epoch: 'e', clients: { c1: 1 } };
    assert.deepEqual(
      [...safeSeqs([one, two])],
      [
        ['constructor', 0],
        ['c1', 1],
      ],
    );
  });

  test('an empty setting is as none', async () => {
    const { text } = await run('restore', [], { LELING_DATA: join(dir, 'none'), DATABASE_URL: '' });
    assert.doesNotMatch(text, /\n {4}at /);
    const made = await run('backup', [], { LELING_DATA: join(dir, '1'), DATABASE_URL: '' });
    assert.equal(made.code, 0, made.text);
  });

  test('the night is at three, wherever the hub stands', () => {
    assert.equal(untilNight(Date.UTC(2026, 10, 22, 18), 480), 3_600_000);
    assert.equal(untilNight(Date.UTC(2026, 10, 22, 19), 480), 86_400_000);
    assert.equal(untilNight(Date.UTC(2026, 10, 22, 2), 0), 3_600_000);
  });
});

describe('Backup and restore, on PostgreSQL', () => {
  let dir: string;
  let server: PrivatePostgres;
  let houses = 0;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-backup-'));
    server = await startPostgres();
  });
  after(async () => {
    await server.stop();
    await rm(dir, { recursive: true, force: true });
  });
  backupTests(async () => {
    const dataDir = join(dir, String((houses += 1)));
    const databaseUrl = await server.createDatabase();
    return {
      dataDir,
      place: { databaseUrl },
      env: { LELING_DATA: dataDir, DATABASE_URL: databaseUrl },
      restore: (file) => restorePostgres(databaseUrl, dataDir, file, Date.now()),
    };
  });
});
