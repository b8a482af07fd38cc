import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, cp, mkdtemp, open, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import Database from 'better-sqlite3';
import { testHub, type TestHub } from '../../http-support.ts';
import { runHub, runProgram, startHub, type HubProcess } from '../../../support/hub.ts';
import { until } from '../../../support/until.ts';

const PAGE = 4096;

/** Members in the database of a data folder. */
function members(dataDir: string): number {
  const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
  try {
    return Number(
      file.prepare(`select count(*) from row where kind = 'member' and data is not null`).pluck().get(),
    );
  } finally {
    file.close();
  }
}

/** A member more than the sample has, as though staff had entered one. */
function enterMember(dataDir: string, name: string): void {
  const file = new Database(join(dataDir, 'hub.sqlite'));
  const bucket = file.prepare(`select bucket from row where kind = 'member'`).pluck().get();
  const version = Number(file.prepare('select version from bucket where name = ?').pluck().get(bucket)) + 1;
  const data = file.prepare(`select data from row where kind = 'member'`).pluck().get();
  file
    .prepare(`insert into row (bucket, kind, id, version, data) values (?, 'member', ?, ?, ?)`)
    .run(bucket, name, version, data);
  file.prepare('update bucket set version = ? where name = ?').run(version, bucket);
  file.close();
}

const fingerprint = (path: string): string | null =>
  existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null;

/** The folder in which damaged files are kept. */
async function keptIn(dataDir: string): Promise<string> {
  const kept = (await readdir(dataDir)).find((name) => name.startsWith('damaged-'));
  assert.ok(kept, 'nothing was kept');
  return kept;
}

async function backUpIn(dataDir: string): Promise<void> {
  const { code, output } = await runProgram('src/hub/ops/backup/backup-command.ts', [], {
    LELING_DATA: dataDir,
  });
  assert.equal(code, 0, output);
}

interface Fault {
  readonly what: string;
  readonly says: RegExp;
  damage(dataDir: string): Promise<void>;
}

describe('a hub whose data is not what it should be', { timeout: 600_000 }, () => {
  let dir: string;
  /** A centre after a day: a backup of the evening, a member entered since, stopped cleanly. */
  let whole: string;
  /** The same, cut off at work: its newest changes stand in the log. */
  let cutOff: string;
  let all = 0;
  let places = 0;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-faulty-'));
    whole = join(dir, 'whole');
    cutOff = join(dir, 'cut-off');
    const hub = await startHub({ dataDir: whole });
    await hub.kill();
    await copyFile(join(whole, 'hub.sqlite'), join(dir, 'older.sqlite'));
    await copyFile(join(whole, 'hub.json'), join(dir, 'older.json'));
    enterMember(whole, 'before-backup');
    await backUpIn(whole);
    all = members(whole);
    const before = fingerprint(join(whole, 'hub.json'));
    const again = await startHub({ dataDir: whole });
    // The log has been carried over, and that is noted: this a hub does as it begins to run.
    await until(() => fingerprint(join(whole, 'hub.json')) !== before);
    // Nothing moves while it is copied, as nothing does after a power cut.
    again.pause();
    await cp(whole, cutOff, { recursive: true });
    await again.kill();
  });
  after(() => rm(dir, { recursive: true, force: true }));

  const copyOf = async (from: string): Promise<string> => {
    const dataDir = join(dir, `place-${(places += 1)}`);
    await cp(from, dataDir, { recursive: true });
    return dataDir;
  };
  const start = (dataDir: string, args: readonly string[] = []) =>
    runHub(args, { LELING_DATA: dataDir, PORT: '0', INVOCATION_ID: '' });
  /** Starts, and stops again. */
  const runs = async (dataDir: string, use?: (hub: HubProcess) => Promise<void>): Promise<void> => {
    const hub = await startHub({ dataDir });
    await use?.(hub);
    await hub.kill();
  };

  const faults: readonly Fault[] = [
    {
      what: 'the database is gone',
      says: /hub\.sqlite 不见了.*\n.*hub\.sqlite is missing/,
      damage: (dataDir) => rm(join(dataDir, 'hub.sqlite')),
    },
    {
      what: 'the database is empty',
      says: /hub\.sqlite 是空的.*\n.*hub\.sqlite is empty/,
      damage: (dataDir) => truncate(join(dataDir, 'hub.sqlite')),
    },
    {
      what: 'the database is cut in half',
      says: /损坏了.*\n.*damaged/,
      damage: async (dataDir) => {
        const file = join(dataDir, 'hub.sqlite');
        await truncate(file, Math.floor((await stat(file)).size / 2 / PAGE) * PAGE);
      },
    },
    {
      what: 'a page in the middle is damaged',
      says: /损坏了.*\n.*damaged/,
      damage: async (dataDir) => {
        const file = await open(join(dataDir, 'hub.sqlite'), 'r+');
        const { size } = await file.stat();
        for (let page = 3; page < 12; page += 1)
          await file.write(Buffer.alloc(PAGE, 0x5a), 0, PAGE, (page * PAGE) % size);
        await file.close();
      },
    },
    {
      what: 'the file is no database',
      says: /不是数据库文件.*\n.*is no database/,
      damage: (dataDir) => writeFile(join(dataDir, 'hub.sqlite'), 'Dear sir or madam\n'.repeat(500)),
    },
    {
      what: "the file is another program's database",
      says: /别的程序的数据库.*\n.*another program/,
      damage: async (dataDir) => {
        await rm(join(dataDir, 'hub.sqlite'));
        const file = new Database(join(dataDir, 'hub.sqlite'));
        file.exec('create table moz_places (id integer primary key, url text)');
        file.close();
      },
    },
    {
      what: 'an older database was copied back',
      says: /比记录的旧.*\n.*older than what was noted/,
      damage: (dataDir) => copyFile(join(dir, 'older.sqlite'), join(dataDir, 'hub.sqlite')),
    },
    {
      what: 'an older database was copied back with its note, behind the backups beside it',
      says: /比记录的旧.*hub-.*\.sqlite/,
      damage: async (dataDir) => {
        await copyFile(join(dir, 'older.sqlite'), join(dataDir, 'hub.sqlite'));
        await copyFile(join(dir, 'older.json'), join(dataDir, 'hub.json'));
      },
    },
  ];

  for (const { what, says, damage } of faults) {
    test(`${what}: it says so and the way back, and starts no new centre`, async () => {
      const dataDir = await copyOf(whole);
      await damage(dataDir);
      const before = fingerprint(join(dataDir, 'hub.sqlite'));
      const { code, output } = await start(dataDir);
      assert.equal(code, 78, output);
      assert.match(output, says);
      assert.match(output, /LELING_DATA=\S+ npm run restore -- \S+hub-\S+\.sqlite\n/);
      assert.match(output, /npm start -- --go-on/);
      assert.doesNotMatch(output, /\n\s+at .*\(/);
      assert.equal(fingerprint(join(dataDir, 'hub.sqlite')), before);
    });
  }

  test('the log of a hub that was cut off is gone: it says so', async () => {
    const dataDir = await copyOf(cutOff);
    for (const ending of ['-wal', '-shm']) await rm(join(dataDir, `hub.sqlite${ending}`), { force: true });
    const { code, output } = await start(dataDir);
    assert.equal(code, 78, output);
    assert.match(output, /hub\.sqlite-wal.*\n.*hub\.sqlite-wal/);
  });

  test('its file alone, copied to a new machine while it ran: it says what lacks', async () => {
    const dataDir = await mkdtemp(join(dir, 'alone-'));
    await copyFile(join(cutOff, 'hub.sqlite'), join(dataDir, 'hub.sqlite'));
    const { code, output } = await start(dataDir);
    assert.equal(code, 78, output);
    assert.match(output, /hub\.sqlite alone was copied/);
    // Nobody in it is lost: the log was carried over as the hub began to run.
    assert.equal(members(dataDir), all);
  });

  test('a hub that was cut off, with all its files, starts as ever', async () => {
    const dataDir = await copyOf(cutOff);
    await runs(dataDir);
    assert.equal(members(dataDir), all);
  });

  test('a hub that was cut off and is backed up by hand before it starts again starts as ever', async () => {
    const dataDir = await copyOf(cutOff);
    await backUpIn(dataDir);
    await runs(dataDir);
    assert.equal(members(dataDir), all);
  });

  test('a backup by hand hides no log that is gone', async () => {
    const dataDir = await copyOf(cutOff);
    for (const ending of ['-wal', '-shm']) await rm(join(dataDir, `hub.sqlite${ending}`));
    await backUpIn(dataDir);
    const { code, output } = await start(dataDir);
    assert.equal(code, 78, output);
    assert.match(output, /hub\.sqlite-wal/);
  });

  test('a folder that never held a centre gets a new one, also where a start was cut off at its first step', async () => {
    const dataDir = await mkdtemp(join(dir, 'new-'));
    await writeFile(join(dataDir, 'hub.sqlite'), '');
    await runs(dataDir);
    assert.ok(members(dataDir) > 0);
  });

  test('the command it prints brings everybody back, and keeps the damaged files', async () => {
    const dataDir = await copyOf(whole);
    await truncate(join(dataDir, 'hub.sqlite'), PAGE * 3);
    const { output } = await start(dataDir);
    const [, whose = '', file = ''] = /^\s+LELING_DATA=(\S+) npm run restore -- (\S+)$/m.exec(output) ?? [];
    const restored = await runProgram('src/hub/ops/backup/restore-command.ts', [file], { LELING_DATA: whose });
    assert.equal(restored.code, 0, restored.output);
    const kept = await keptIn(dataDir);
    assert.match(restored.output, new RegExp(kept));
    assert.equal((await stat(join(dataDir, kept, 'hub.sqlite'))).size, PAGE * 3);
    await runs(dataDir);
    assert.equal(members(dataDir), all);
  });

  test('a log left behind by a database that is gone is never put under the restored one', async () => {
    const dataDir = await copyOf(cutOff);
    await rm(join(dataDir, 'hub.sqlite'));
    const backup = (await readdir(join(dataDir, 'backups'))).find((name) => name.endsWith('.sqlite')) ?? '';
    const restored = await runProgram('src/hub/ops/backup/restore-command.ts', [backup], {
      LELING_DATA: dataDir,
    });
    assert.equal(restored.code, 0, restored.output);
    assert.equal(existsSync(join(dataDir, 'hub.sqlite-wal')), false);
    assert.equal(members(dataDir), all);
  });

  const codes = async (hub: TestHub): Promise<string[]> =>
    (await (await hub.browser().get('/api/health')).json()).troubles.map(
      ({ code }: { code: string }) => code,
    );

  test('told to go on it keeps the damaged files, begins a new epoch, and says so till the manager knows', async () => {
    const dataDir = await copyOf(whole);
    await truncate(join(dataDir, 'hub.sqlite'), PAGE * 3);
    const known = readFileSync(join(dataDir, 'hub-id'), 'utf8').trim();
    const first = await testHub({ dataDir, goOn: true });
    // To the glasses of the house it is no stranger: they ask to be paired again.
    assert.equal((await (await first.browser().get('/api/health')).json()).hub, known);
    const kept = await keptIn(dataDir);
    assert.equal((await stat(join(dataDir, kept, 'hub.sqlite'))).size, PAGE * 3);
    assert.ok((await codes(first)).includes('data-lost'));
    await first.stop();
    const second = await testHub({ dataDir });
    assert.ok((await codes(second)).includes('data-lost'));
    const cook = await second.opened(second.links.json.staff['canteen']);
    assert.equal((await cook.post('/api/health/confirm', {})).status, 403);
    const manager = await second.opened(second.links.json.staff['manager']);
    assert.equal((await manager.post('/api/health/confirm', {})).status, 204);
    assert.ok(!(await codes(second)).includes('data-lost'));
    await second.stop();
  });

  test('told to go on with an older database it keeps who is in it, under a new epoch', async () => {
    const dataDir = await copyOf(whole);
    const epochOf = (): unknown => {
      const file = new Database(join(dataDir, 'hub.sqlite'), { readonly: true });
      const epoch = file.prepare(`select value from meta where key = 'epoch'`).pluck().get();
      file.close();
      return epoch;
    };
    await copyFile(join(dir, 'older.sqlite'), join(dataDir, 'hub.sqlite'));
    const before = epochOf();
    const hub = await testHub({ dataDir, goOn: true });
    assert.ok((await codes(hub)).includes('data-lost'));
    await hub.stop();
    assert.notEqual(epochOf(), before);
    assert.equal(members(dataDir), all - 1);
    // It is the truth from here on.
    await runs(dataDir);
  });
});
