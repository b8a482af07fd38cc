import { after, describe } from 'node:test';
import type { SqlHubDatabase } from '../../src/hub/db/hub-database.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type DatabasePlace } from '../../src/hub/db/open.ts';
import { startPostgres, type PrivatePostgres } from './postgres.ts';

/** Gives out hub databases that are empty, and closes them after the tests. */
export interface TestDatabases {
  readonly engine: 'sqlite' | 'postgres';
  fresh(): Promise<SqlHubDatabase>;
  /** Where an empty one can be opened and, once closed, opened again. */
  place(): Promise<DatabasePlace>;
}

/**
 * Runs the same tests on both engines: what holds on SQLite holds on PostgreSQL. Where PostgreSQL can neither be found
 * nor installed the tests fail, and say why.
 */
export function onBothEngines(title: string, tests: (databases: TestDatabases) => void): void {
  describe(`${title}, on SQLite`, () => {
    const opened: SqlHubDatabase[] = [];
    const folders: string[] = [];
    after(async () => {
      await Promise.all(opened.map((database) => database.close()));
      await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    });
    tests({
      engine: 'sqlite',
      async place() {
        const dataDir = await mkdtemp(join(tmpdir(), 'leling-database-'));
        folders.push(dataDir);
        return { dataDir };
      },
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
    const newUrl = async (): Promise<string> => {
      server ??= startPostgres();
      return (await server).createDatabase();
    };
    tests({
      engine: 'postgres',
      async place() {
        return { databaseUrl: await newUrl() };
      },
      async fresh() {
        const database = await openDatabase({ databaseUrl: await newUrl() });
        opened.push(database);
        return database;
      },
    });
  });
}
