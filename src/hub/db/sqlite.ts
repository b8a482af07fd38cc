import Database from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { Bulk, Engine, Param, Runner, Statement } from './runner.ts';
import { inWords } from './sqlite-trouble.ts';
import { ReadWriteLock } from './read-write-lock.ts';

/** Opens SQLite so that a commit has reached the disk when it returns. */
export function openSqlite(source: string | Buffer): Database.Database {
  const file = openFile(source);
  try {
    file.pragma('journal_mode = WAL');
    // The default of WAL, NORMAL, does not sync commits.
    file.pragma('synchronous = FULL');
    file.pragma('busy_timeout = 5000');
    // What is deleted is overwritten, not only let go of: people ask for it.
    file.pragma('secure_delete = ON');
    // Pages that many commits change are carried over to the file once, not after every few commits.
    file.pragma('wal_autocheckpoint = 4000');
    return file;
  } catch (error) {
    file.close();
    throw inWords(error, file.name);
  }
}

function openFile(source: string | Buffer): Database.Database {
  try {
    return new Database(source);
  } catch (error) {
    throw inWords(error, typeof source === 'string' ? source : 'in memory');
  }
}

/** SQLite in this process: one connection, so one writer, and readers that see only what is committed. */
export class SqliteEngine implements Engine {
  readonly name = 'sqlite';
  readonly peers = null;
  readonly file: Database.Database;
  readonly #lock = new ReadWriteLock();
  readonly #unlock: () => void;
  readonly #runner: SqliteRunner;

  /** `unlock` lets go of the data folder, once the file is closed. */
  constructor(file: Database.Database, unlock: () => void) {
    this.file = file;
    this.#unlock = unlock;
    this.#runner = new SqliteRunner(file);
  }

  async read<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    try {
      return await this.#lock.read(() => work(this.#runner));
    } catch (error) {
      throw inWords(error, this.file.name);
    }
  }

  write<T>(_centre: string, work: (runner: Runner) => Promise<T>): Promise<T> {
    return this.#lock.write(async () => {
      this.file.exec('begin immediate');
      try {
        const value = await work(this.#runner);
        this.file.exec('commit');
        return value;
      } catch (error) {
        if (this.file.inTransaction) this.file.exec('rollback');
        throw inWords(error, this.file.name);
      }
    });
  }

  /** All centres share one commit: it is one file. */
  queueOf(): string {
    return '';
  }

  builder(): Kysely<unknown> {
    return new Kysely<unknown>({ dialect: new SqliteDialect({ database: this.file }) });
  }

  async close(): Promise<void> {
    await this.#lock.write(async () => {
      this.file.close();
      this.#unlock();
    });
  }
}

class SqliteRunner implements Runner {
  readonly #file: Database.Database;
  readonly #readers = new Map<string, Database.Statement<unknown[], unknown>>();
  readonly #writers = new Map<string, Database.Statement>();

  constructor(file: Database.Database) {
    this.#file = file;
  }

  async all<R>(statement: Statement<R>, params: readonly (Param | readonly Param[])[]): Promise<R[]> {
    const prepared = this.#reader<R>(statement.sql);
    if (prepared.reader) return prepared.all(...params);
    prepared.run(...params);
    return [];
  }

  async many(bulk: Bulk, rows: readonly (readonly Param[])[]): Promise<void> {
    let prepared = this.#writers.get(bulk.one);
    if (prepared === undefined) this.#writers.set(bulk.one, (prepared = this.#file.prepare(bulk.one)));
    for (const row of rows) prepared.run(row);
  }

  #reader<R>(text: string): Database.Statement<unknown[], R> {
    let prepared = this.#readers.get(text);
    if (prepared === undefined) this.#readers.set(text, (prepared = this.#file.prepare(text)));
    // The statement's text was compiled by Kysely together with the type of its rows.
    return prepared as Database.Statement<unknown[], R>;
  }
}
