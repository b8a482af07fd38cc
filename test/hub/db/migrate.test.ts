import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import Database from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { MigrationMismatch, migrate } from '../../../src/hub/db/migrate.ts';
import { migrations, type Migration } from '../../../src/hub/db/migrations/index.ts';
import { onBothEngines } from '../../support/database.ts';

const column = (name: string, column: string): Migration => ({
  name,
  statements: (db) => [db.schema.alterTable('meta').addColumn(column, 'text')],
});

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
    await assert.rejects(to(...migrations, column('9001-two', 'other')), /with other statements/);
  });

  test('a step that fails leaves nothing of itself', async () => {
    const broken: Migration = {
      name: '9001-broken',
      statements: (one) => [
        one.schema.alterTable('meta').addColumn('two', 'text'),
        one.schema.alterTable('no_such_table').addColumn('three', 'text'),
      ],
    };
    await assert.rejects(to(...migrations, broken));
    assert.ok(!(await columns()).includes('two'));
    await to(...migrations);
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
      migrations.map(({ name }) => name),
    );
  });
});
