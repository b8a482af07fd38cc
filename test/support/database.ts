import { after, describe } from 'node:test';
import type { SqlHubDatabase } from '../../src/hub/db/hub-database.ts';
import { openDatabase } from '../../src/hub/db/open.ts';
import { startPostgres, type PrivatePostgres } from './postgres.ts';

/** Gives out hub databases that are empty, and closes them after the tests. */
export interface TestDatabases {
  readonly engine: 'sqlite' | 'postgres';
  fresh(): Promise<SqlHubDatabase>;
}

/**
 * Runs the same tests on both engines: what holds on SQLite holds on PostgreSQL. Where PostgreSQL can neither be found
 * nor installed the tests fail, and say why.
 */
export function onBothEngines(title: string, tests: (databases: TestDatabases) => void): void {
  describe(`${title}, on SQLite`, () => {
    const opened: SqlHubDatabase[] = [];
    after(() => Promise.all(opened.map((database) => database.close())));
    tests({
      engine: 'sqlite',
      async fresh() {
        const database = await openDatabase({ memory: true });
        opened.push(database);
        return database;
      },
    });
  });

  describe(`${title}, on PostgreSQL`, () => {
    const opened: SqlHubDatabase[] = [];
    let server: Promise<PrivatePostgres> | undefined;
    after(async () => {
      await Promise.all(opened.map((database) => database.close()));
      await (await server)?.stop();
    });
    tests({
      engine: 'postgres',
      async fresh() {
        server ??= startPostgres();
        const database = await openDatabase({ databaseUrl: await (await server).createDatabase() });
        opened.push(database);
        return database;
      },
    });
  });
}
