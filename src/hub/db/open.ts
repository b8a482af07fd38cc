import { join } from 'node:path';
import { lockFolder } from './folder-lock.ts';
import { SqlHubDatabase } from './hub-database.ts';
import { lookAhead, migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
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

export interface OpenOptions {
  /** Called when the folder is locked and its database not yet opened. When it throws, nothing has been touched. */
  readonly beforeOpening?: () => Promise<void>;
  /** Called before a database in which there is nothing at all gets its first tables. */
  readonly beforeNew?: () => Promise<void>;
  /**
   * Called before a database that holds something takes new steps, with their ids: the time to back it up. When it
   * throws, the database is left as it is and is not opened.
   */
  readonly beforeMigrating?: (database: SqlHubDatabase, steps: readonly string[]) => Promise<void>;
  /** The history to bring it up to; the program's own. */
  readonly history?: readonly Migration[];
}

/** Opens the database, locks its folder, and brings it up to date. */
export async function openDatabase(place: DatabasePlace, options: OpenOptions = {}): Promise<SqlHubDatabase> {
  const database = await openAsItIs(place, options.beforeOpening);
  try {
    await bringUpToDate(database, options);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/**
 * Opens the database and locks its folder, of whatever age it is: for what must not change it, such as copying it.
 */
export async function openAsItIs(
  place: DatabasePlace,
  beforeOpening?: () => Promise<void>,
): Promise<SqlHubDatabase> {
  if ('databaseUrl' in place) {
    // Most hubs have none: its driver is loaded by those that do.
    const { PostgresEngine } = await import('./postgres.ts');
    return new SqlHubDatabase(await PostgresEngine.connect(place.databaseUrl), { defer: setImmediate });
  }
  if ('memory' in place) return openFile(place.image ?? ':memory:');
  const unlock = lockFolder(place.dataDir);
  try {
    await beforeOpening?.();
    const file = openSqlite(databaseFile(place.dataDir));
    // What arrives in one turn of the event loop shares a commit.
    return new SqlHubDatabase(new SqliteEngine(file, unlock), { defer: setImmediate });
  } catch (error) {
    unlock();
    throw error;
  }
}

/** Opens one database file and brings it up to date, without a folder or a lock. */
export async function openSqliteDatabase(file: string): Promise<SqlHubDatabase> {
  const database = openFile(file);
  try {
    await bringUpToDate(database, {});
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

const openFile = (source: string | Buffer): SqlHubDatabase =>
  new SqlHubDatabase(new SqliteEngine(openSqlite(source), () => undefined), { defer: queueMicrotask });

async function bringUpToDate(
  database: SqlHubDatabase,
  { beforeMigrating, beforeNew, history = migrations }: OpenOptions,
): Promise<void> {
  const { engine } = database;
  try {
    const db = engine.builder();
    const { steps, isNew } = await lookAhead(db, engine.name, history);
    if (isNew) await beforeNew?.();
    if (steps.length > 0 && !isNew) await beforeMigrating?.(database, steps);
    await migrate(db, engine.name, history, Date.now());
  } catch (error) {
    throw engine instanceof SqliteEngine ? inWords(error, engine.file.name) : error;
  }
}

/** A whole SQLite database as bytes, as a copy of its file would be. */
export function imageOf(database: SqlHubDatabase): Buffer {
  if (!(database.engine instanceof SqliteEngine)) throw new Error('only SQLite has an image');
  return database.engine.file.serialize();
}
