import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { beforeEach, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { lookAhead, migrate } from '../../../src/hub/db/migrate.ts';
import { migrations } from '../../../src/hub/db/migrations/index.ts';
import type { Migration } from '../../../src/hub/db/migrations/migration.ts';
import { openAsItIs, openDatabase } from '../../../src/hub/db/open.ts';
import { MigrationMismatch } from '../../../src/hub/db/trouble.ts';
import { onBothEngines } from '../../support/database.ts';
import { column, held, rekeyed, rowsOf, writeRows } from './steps.ts';

describe('The history of the database', () => {
  let db: Kysely<unknown>;
  const to = (...steps: Migration[]) => migrate(db, 'sqlite', steps, 0);
  const columns = async (): Promise<string[]> =>
    (await sql<{ name: string }>`select name from pragma_table_info('meta')`.execute(db)).rows.map(
      ({ name }) => name,
    );

  beforeEach(async () => {
    db = new Kysely({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
    await to(...migrations);
  });

  test('new steps are taken once, in their order', async () => {
    const two = column('9001-two', 'two');
    const three = column('9002-three', 'three');
    await to(...migrations, two);
    assert.deepEqual((await lookAhead(db, 'sqlite', [...migrations, two, three])).steps, ['9002-three']);
    await to(...migrations, two, three);
    await to(...migrations, two, three);
    assert.deepEqual((await columns()).slice(-2), ['two', 'three']);
  });

  test('a database newer than the program is left alone, and the message says what to do', async () => {
    await to(...migrations, column('9001-two', 'two'));
    await assert.rejects(to(...migrations), (error: unknown) => {
      assert.ok(error instanceof MigrationMismatch);
      assert.match(error.message, /newer than this program.*9001-two.*Start the newer program/s);
      return true;
    });
  });

  test('a step that was changed after it was taken is found out', async () => {
    await to(...migrations, column('9001-two', 'two'));
    await assert.rejects(to(...migrations, column('9001-two', 'other')), /with another source/);
  });

  test('a step that fails leaves nothing of itself, nor of those before it', async () => {
    const broken: Migration = {
      id: '9002-broken',
      source: 'broken',
      take: async ({ db: one }) => {
        await one.schema.alterTable('meta').addColumn('three', 'text').execute();
        await one.schema.alterTable('no_such_table').addColumn('four', 'text').execute();
      },
    };
    await assert.rejects(to(...migrations, column('9001-two', 'two'), broken));
    assert.ok(!(await columns()).includes('two'));
    await to(...migrations);
  });

  test('what the first release wrote down of its step is accepted, and carried over with the next step', async () => {
    const checksum = async () =>
      (await sql<{ checksum: string }>`select checksum from migration order by name limit 1`.execute(db))
        .rows[0]?.checksum;
    const [first] = migrations;
    const earlier = first?.earlierChecksums?.[0] ?? '';
    await sql`update migration set checksum = ${earlier} where name = '0001-first'`.execute(db);
    await to(...migrations);
    // That release can still be put back: nothing has changed that it would not know.
    assert.equal(await checksum(), earlier);
    await to(...migrations, column('9001-two', 'two'));
    assert.equal(await checksum(), first?.source);
  });
});

describe('The steps of the database', () => {
  const folder = fileURLToPath(new URL('../../../src/hub/db/migrations', import.meta.url));

  test('are listed in their order, each with the hash of its source, which is never changed', async () => {
    const files = (await readdir(folder)).filter((file) => /^\d{4}-/.test(file)).sort();
    assert.deepEqual(
      migrations.map(({ id }) => `${id}.ts`),
      files,
      'a step is named as its file, and all are in index.ts',
    );
    for (const { id, source } of migrations) {
      const text = await readFile(`${folder}/${id}.ts`, 'utf8');
      assert.equal(
        source,
        createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex'),
        `the source of ${id} is not what index.ts says. A new step: write its hash there. A released one: put it back, and write a new step`,
      );
    }
  });

  test('hold every rule they go by: they import nothing from the product but types', async () => {
    for (const { id } of migrations) {
      const text = await readFile(`${folder}/${id}.ts`, 'utf8');
      for (const [line, from] of text.matchAll(/^import (?!type )[^;]*from '(\.[^']*)'/gm))
        assert.fail(`${id}: ${line} (${from}) can change under a step that has been released`);
    }
  });
});

onBothEngines('A new database', (databases) => {
  test('has all steps taken', async () => {
    const database = await databases.fresh();
    const found = await database.engine.read((runner) =>
      runner.all<{ name: string }>({ sql: 'select name from migration order by name' }, []),
    );
    assert.deepEqual(
      found.map(({ name }) => name),
      migrations.map(({ id }) => id),
    );
  });
});

onBothEngines('A database that takes new steps', (databases) => {
  test('carries its data over, under new versions, so that devices pull it', async () => {
    const place = await databases.place();
    const database = await openDatabase(place);
    const rows = Array.from({ length: 1203 }, (_, n) => ({ id: `r${String(n).padStart(5, '0')}`, at: n }));
    await writeRows(database, 'people:sample', 'probe', rows);
    await writeRows(database, 'staff:sample', 'probe', rows.slice(0, 2));
    await writeRows(database, 'staff:sample', 'other', rows.slice(0, 2));
    await database.close();

    const migrated = await openDatabase(place, { history: [...migrations, rekeyed] });
    const people = await rowsOf(migrated, 'people:sample', 'probe');
    const live = people.filter(({ data }) => data !== null);
    assert.deepEqual(
      live.map(({ id, data }) => [id, data]),
      rows.map(({ id, at }) => [`at/${id}`, { id: `at/${id}`, at }]),
    );
    assert.equal(people.length - live.length, rows.length, 'what had the old keys leaves a tombstone');
    assert.ok(live.every(({ version }) => version > rows.length));
    assert.equal((await migrated.bucketVersions()).get('people:sample'), rows.length * 3);
    assert.equal((await rowsOf(migrated, 'staff:sample', 'other')).length, 2);
    await migrated.close();
  });

  test('is backed up first, and left alone when that fails', async () => {
    const place = await databases.place();
    const database = await openDatabase(place, {
      beforeMigrating: () => assert.fail('it holds nothing yet'),
    });
    await writeRows(database, 'people:sample', 'probe', [{ id: 'r1', at: 1 }]);
    await database.close();
    const history = [...migrations, rekeyed];
    await assert.rejects(
      openDatabase(place, {
        history,
        beforeMigrating: () => Promise.reject(new Error('the disk is full')),
      }),
      /the disk is full/,
    );
    const still = await openAsItIs(place);
    assert.deepEqual(await held(still, 'people:sample', 'probe'), ['r1']);
    await still.close();

    const told: (readonly string[])[] = [];
    const migrated = await openDatabase(place, {
      history,
      beforeMigrating: async (standing, steps) => {
        assert.deepEqual(await held(standing, 'people:sample', 'probe'), ['r1']);
        told.push(steps);
      },
    });
    await migrated.close();
    assert.deepEqual(told, [['9001-rekeyed']]);
    await (
      await openDatabase(place, { history, beforeMigrating: () => assert.fail('nothing is new') })
    ).close();
  });

  test('does not pass for one whose copy was put back: runs before the step ended where they stood', async () => {
    const place = await databases.place();
    const database = await openDatabase(place);
    await database.beginRun('run-1', { epoch: 'epoch-1', key: 'key-1' }, 0);
    await writeRows(database, 'people:sample', 'probe', [{ id: 'r1', at: 1 }]);
    await database.endRun('run-1');
    await database.close();
    const migrated = await openDatabase(place, { history: [...migrations, rekeyed] });
    const run = await migrated.read((snapshot) => snapshot.run('run-1'));
    assert.deepEqual(run?.ended, { 'people:sample': 1 });
    await migrated.close();
  });
});
