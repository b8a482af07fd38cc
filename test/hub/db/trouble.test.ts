import assert from 'node:assert/strict';
import { chmod, mkdir, mkdtemp, open, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { databaseFile, openDatabase } from '../../../src/hub/db/open.ts';
import { DatabaseTrouble } from '../../../src/hub/db/trouble.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';

const PAGE = 4096;
const CENTRE = id<'CentreId'>('sample');

/** What a person reads, where they would otherwise have a stack in front of them. */
const inWords = (words: RegExp) => (error: unknown) =>
  error instanceof DatabaseTrouble && words.test(error.message);

describe('A database that cannot be used says so in words', () => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-trouble-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  test('a file that is damaged behind its first page', async () => {
    const dataDir = join(dir, 'damaged');
    const whole = await openDatabase({ dataDir });
    const sync = await createHubSync({ database: whole });
    await sync.write(CENTRE, async (tx) => {
      for (let n = 0; n < 500; n += 1) {
        const member = { id: id<'MemberId'>(`m${n}`), name: '王秀兰', phone: '10000001234', birthYear: null };
        await tx.put('people', 'member', member.id, member);
      }
    });
    await sync.close();
    await whole.close();
    const file = databaseFile(dataDir);
    const handle = await open(file, 'r+');
    for (let at = PAGE; at < (await stat(file)).size; at += PAGE) {
      await handle.write(Buffer.alloc(PAGE, 0x5a), 0, PAGE, at);
    }
    await handle.close();
    const start = async () => createHubSync({ database: await openDatabase({ dataDir }) });
    await assert.rejects(start, inWords(/damaged.*npm run restore/));
  });

  test('a folder in which no database can be made', async () => {
    const dataDir = join(dir, 'taken');
    await mkdir(databaseFile(dataDir), { recursive: true });
    await assert.rejects(openDatabase({ dataDir }), inWords(/cannot be written.*right to write it/));
  });

  test('a path that is a file, or leads through one', async () => {
    const file = join(dir, 'a-file');
    await writeFile(file, '');
    const named = inWords(new RegExp(`data folder ${file}.* is a file.*LELING_DATA`));
    await assert.rejects(openDatabase({ dataDir: file }), named);
    await assert.rejects(openDatabase({ dataDir: join(file, 'data') }), named);
  });

  test('a folder this account may not write in', async () => {
    const closed = join(dir, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    // To root every folder is open but those of the kernel.
    const dataDir = process.getuid?.() === 0 ? '/proc' : closed;
    await assert.rejects(openDatabase({ dataDir }), inWords(/cannot be written in .*LELING_DATA/));
  });

  test('folders that are missing are made, for this account alone', async () => {
    const dataDir = join(dir, 'new', 'deep');
    await (await openDatabase({ dataDir })).close();
    for (const one of [dataDir, join(dir, 'new')]) assert.equal((await stat(one)).mode & 0o077, 0);
  });

  test('an address of PostgreSQL that is none', async () => {
    await assert.rejects(
      openDatabase({ databaseUrl: 'postgres://leling:pa#ss@localhost/leling' }),
      (error) => inWords(/correct DATABASE_URL/)(error) && !String(error).includes('pa#ss'),
    );
  });

  test('a PostgreSQL that takes the connection and never answers', async () => {
    const hung = createServer();
    const port = await new Promise<number>((resolve) => {
      hung.listen(0, '127.0.0.1', () => {
        const address = hung.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    hung.on('connection', (socket) => socket.on('error', () => undefined));
    try {
      const databaseUrl = `postgres://leling:leling@127.0.0.1:${port}/leling`;
      await assert.rejects(openDatabase({ databaseUrl }), inWords(/cannot be used: timeout/));
    } finally {
      hung.close();
    }
  });
});
