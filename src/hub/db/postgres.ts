import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PostgresPeers } from './postgres-peers.ts';
import { isOutOfReach } from './postgres-reach.ts';
import { Unreachable } from './trouble.ts';
import { Overtaken, type Bulk, type Engine, type Param, type Runner, type Statement } from './runner.ts';

/** `serialization_failure`, `deadlock_detected`, `unique_violation` (another process wrote the same new row first). */
const TRY_AGAIN: ReadonlySet<string> = new Set(['40001', '40P01', '23505']);
const MOST_TRIES = 12;
/** Who waits longer than this for a free connection is told so. */
const BUSY_FOR_MS = 30_000;
const INT8 = 20;

/** How a hub connects: commits are synced, whatever the server's default; versions and times are numbers. */
const connectionConfig = (connectionString: string): pg.PoolConfig => ({
  connectionString,
  options: '-c synchronous_commit=on',
  types: {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(oid, format),
  },
});

/**
 * PostgreSQL, shared by any number of hub processes. A centre's transactions wait for each other on an advisory lock,
 * taken first; bucket counters are locked after it in the order of their names. So there is one order of locking.
 */
export class PostgresEngine implements Engine {
  readonly name = 'postgres';
  readonly pool: pg.Pool;
  readonly peers: PostgresPeers;

  constructor(pool: pg.Pool, peers: PostgresPeers) {
    this.pool = pool;
    this.peers = peers;
  }

  static async connect(connectionString: string): Promise<PostgresEngine> {
    const config = connectionConfig(connectionString);
    const pool = new pg.Pool({ ...config, max: 10, connectionTimeoutMillis: BUSY_FOR_MS });
    // An idle connection that breaks is replaced at the next use; what is in use fails there.
    pool.on('error', () => undefined);
    // And one that breaks between two statements must not end the process: the next statement fails.
    pool.on('connect', (client) => client.on('error', () => undefined));
    try {
      return new PostgresEngine(pool, await PostgresPeers.connect(config));
    } catch (error) {
      await pool.end();
      throw new Unreachable(
        `The PostgreSQL at ${placeIn(connectionString)} cannot be used: ${error instanceof Error ? error.message : String(error)}. ` +
          `Start it, or correct DATABASE_URL (postgres://user:password@host:5432/database).`,
        { cause: error },
      );
    }
  }

  async read<T>(work: (runner: Runner) => Promise<T>): Promise<T> {
    return this.#transaction('begin isolation level repeatable read read only', null, work);
  }

  async write<T>(centre: string, work: (runner: Runner) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#transaction('begin', centre, work);
      } catch (error) {
        if (tries === MOST_TRIES || !isOvertaken(error)) throw error;
      }
    }
  }

  queueOf(centre: string): string {
    return centre;
  }

  builder(): Kysely<unknown> {
    return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: this.pool }) });
  }

  async close(): Promise<void> {
    await this.peers.close();
    await this.pool.end();
  }

  async #transaction<T>(
    begin: string,
    centre: string | null,
    work: (runner: Runner) => Promise<T>,
  ): Promise<T> {
    const client = await this.pool.connect().catch(outOfReach);
    let broken = true;
    try {
      await client.query(begin);
      if (centre !== null) {
        await client.query({ name: 'lock', text: LOCK, values: [`leling:centre:${centre}`] });
      }
      const runner = new PostgresRunner(client);
      try {
        const value = await work(runner);
        await runner.end();
        // Work that has swallowed a failed statement must not pass for done.
        if (runner.failure !== null) throw runner.failure;
        await client.query('commit');
        broken = false;
        return value;
      } catch (error) {
        const cause = runner.failure ?? error;
        await runner.end();
        // Where the server is gone this fails too, and says less of why.
        await client.query('rollback').then(
          () => (broken = false),
          () => undefined,
        );
        throw cause;
      }
    } catch (error) {
      throw isOutOfReach(error) ? unreachable(error) : error;
    } finally {
      client.release(broken);
    }
  }
}

const unreachable = (cause: unknown): Unreachable =>
  new Unreachable('The PostgreSQL is out of reach, or takes no changes just now.', { cause });

const outOfReach = (error: unknown): never => {
  throw unreachable(error);
};

/** Where a connection string points, without its password. */
function placeIn(connectionString: string): string {
  if (!URL.canParse(connectionString)) return 'DATABASE_URL';
  const { host, pathname } = new URL(connectionString);
  return `${host}${pathname}`;
}

const LOCK = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

const isOvertaken = (error: unknown): boolean =>
  error instanceof Overtaken || (error instanceof pg.DatabaseError && TRY_AGAIN.has(error.code ?? ''));

class PostgresRunner implements Runner {
  /** The first statement that failed: the transaction is void from there on. */
  failure: unknown = null;
  readonly #client: pg.PoolClient;
  #turn: Promise<unknown> = Promise.resolve();
  #over = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  /** What was asked and has not had its turn is not asked any more: after the transaction it would stand alone. */
  async end(): Promise<void> {
    this.#over = true;
    await this.#turn;
  }

  async all<R>(statement: Statement<R>, params: readonly (Param | readonly Param[])[]): Promise<R[]> {
    return this.#query<R & pg.QueryResultRow>(statement.sql, params);
  }

  async many(bulk: Bulk, rows: readonly (readonly Param[])[]): Promise<void> {
    const [first] = rows;
    if (first === undefined) return;
    const columns = first.map((_, place) => rows.map((row) => row[place] ?? null));
    await this.#query(bulk.all, columns);
  }

  /** One after the other, however many the work asks for at once: a connection has no more than one under way. */
  #query<R extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<R[]> {
    const mine = this.#turn.then(() => this.#ask<R>(text, values));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #ask<R extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<R[]> {
    if (this.failure !== null) throw this.failure;
    if (this.#over) throw new Error('The transaction is over.');
    try {
      return (await this.#client.query<R>({ name: nameOf(text), text, values: [...values] })).rows;
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }
}

const names = new Map<string, string>();

/** Each statement is parsed once a connection, under a name of its own. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined)
    names.set(text, (name = createHash('sha256').update(text).digest('hex').slice(0, 32)));
  return name;
}
