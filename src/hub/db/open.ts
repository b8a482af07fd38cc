import { join } from 'node:path';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import { lockFolder } from './folder-lock.ts';
import { SqlHubDatabase } from './hub-database.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { PostgresEngine } from './postgres.ts';
import { inWords } from './sqlite-trouble.ts';
import { openSqlite, SqliteEngine } from './sqlite.ts';

/** Where a hub's data lives: a folder with SQLite in it, a PostgreSQL, or nothing but memory. */
export type DatabasePlace =
  | { readonly dataDir: string }
  | { readonly databaseUrl: string }
  /** `image` is a whole database as bytes, such as `imageOf` gives. */
  | { readonly memory: true; readonly image?: Buffer };

/** The database's file in a data folder. */
export const databaseFile = (dataDir: string): string => join(dataDir, 'hub.sqlite');

/** Opens the database, locks its folder, and brings it up to date. */
export async function openDatabase(place: DatabasePlace): Promise<SqlHubDatabase> {
  if ('databaseUrl' in place) return overPostgres(place.databaseUrl);
  if ('memory' in place) return overSqlite(place.image ?? ':memory:', () => undefined, queueMicrotask);
  const unlock = lockFolder(place.dataDir);
  try {
    // What arrives in one turn of the event loop shares a commit.
    return await overSqlite(databaseFile(place.dataDir), unlock, setImmediate);
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens one database file and brings it up to date, without a folder or a lock. */
export function openSqliteDatabase(file: string): Promise<SqlHubDatabase> {
  return overSqlite(file, () => undefined, queueMicrotask);
}

async function overSqlite(
  source: string | Buffer,
  unlock: () => void,
  defer: (start: () => void) => void,
): Promise<SqlHubDatabase> {
  const file = openSqlite(source);
  try {
    const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: file }) });
    await migrate(db, 'sqlite', migrations, Date.now());
  } catch (error) {
    file.close();
    throw inWords(error, file.name);
  }
  return new SqlHubDatabase(new SqliteEngine(file, unlock), { defer });
}

async function overPostgres(databaseUrl: string): Promise<SqlHubDatabase> {
  const engine = await PostgresEngine.connect(databaseUrl);
  try {
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: engine.pool }) });
    await migrate(db, 'postgres', migrations, Date.now());
  } catch (error) {
    await engine.close();
    throw error;
  }
  return new SqlHubDatabase(engine, { defer: setImmediate });
}

/** A whole SQLite database as bytes, as a copy of its file would be. */
export function imageOf(database: SqlHubDatabase): Buffer {
  if (!(database.engine instanceof SqliteEngine)) throw new Error('only SQLite has an image');
  return database.engine.file.serialize();
}
