import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { onBothEngines } from '../../support/database.ts';

const glass = (showing: string) => ({ id: id<'DeviceId'>('tv'), showing, sinceMs: 0, confirmedMs: 0 });

onBothEngines('Transactions that arrive together', (databases) => {
  const put = (database: SqlHubDatabase, bucket: string, rowId: string) =>
    database.write('sample', (tx) => tx.writeRow(bucket, 'glass', rowId, glass(rowId)));

  test('share commits, and each sees those before it', async () => {
    const database = await databases.fresh();
    const commits: number[] = [];
    database.listen({
      moved: ({ count }) => commits.push(count),
      epoch: () => undefined,
      interrupted: () => undefined,
    });
    const seen = await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        database.write('sample', async (tx) => {
          await tx.writeRow('staff:sample', 'glass', `tv${n}`, glass('menu'));
          return (await tx.rows('staff:sample', 'glass')).length;
        }),
      ),
    );
    assert.deepEqual(
      seen,
      Array.from({ length: 50 }, (_, n) => n + 1),
    );
    assert.deepEqual(commits, [50]);
  });

  test('one that fails leaves nothing of itself, and the others stay', async () => {
    const database = await databases.fresh();
    const bad = database.write('sample', async (tx) => {
      await tx.writeRow('staff:sample', 'glass', 'bad', glass('bad'));
      throw new Error('a bug');
    });
    const ended = await Promise.allSettled([
      put(database, 'staff:sample', 'a'),
      bad,
      put(database, 'staff:sample', 'b'),
    ]);
    assert.deepEqual(
      ended.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    const rows = await database.read((snapshot) => snapshot.rowsAfter('staff:sample', 0, 10, true));
    assert.deepEqual(
      rows.map((row) => [row.id, row.version]),
      [
        ['a', 1],
        ['b', 2],
      ],
    );
  });

  test('one that the database will not take does not take the others down', async () => {
    const database = await databases.fresh();
    const twice = {
      mid: id<'Mid'>('m1'),
      name: 'any',
      result: { mid: id<'Mid'>('m1'), status: 'applied' },
      receivedAtMs: 1,
    } as const;
    await database.write('sample', async (tx) => tx.saveMutation(twice));
    const refused = database.write('sample', async (tx) => tx.saveMutation(twice));
    const ended = await Promise.allSettled([
      put(database, 'staff:sample', 'a'),
      refused,
      put(database, 'staff:sample', 'b'),
    ]);
    assert.deepEqual(
      ended.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
  });

  test('of a read nothing shows before it is committed', async () => {
    const database = await databases.fresh();
    const writing = put(database, 'staff:sample', 'a');
    const early = await database.read(async (snapshot) => {
      const { version } = await snapshot.bucket('staff:sample');
      return { version, rows: (await snapshot.rowsAfter('staff:sample', 0, 10, true)).length };
    });
    assert.equal(early.version, early.rows);
    await writing;
    assert.equal((await database.read((snapshot) => snapshot.bucket('staff:sample'))).version, 1);
  });
});

describe('A commit', () => {
  onBothEngines('that is answered', (databases) => {
    test('is on the disk: neither engine is left at a setting that answers before', async () => {
      const database = await databases.fresh();
      const ask = (sql: string) =>
        database.engine.read((runner) => runner.all<Record<string, unknown>>({ sql }, []));
      const [setting] = await ask(
        databases.engine === 'sqlite' ? 'pragma synchronous' : 'show synchronous_commit',
      );
      assert.ok(
        setting?.['synchronous'] === 2 || setting?.['synchronous_commit'] === 'on',
        JSON.stringify(setting),
      );
    });
  });
});
