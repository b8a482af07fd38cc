import pg from 'pg';
import type { Peers, Runner } from './runner.ts';

const CHANNEL = 'leling';
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A server that takes a connection and says nothing is as none. */
const ANSWER_WITHIN_MS = 5000;

/** What the processes on one PostgreSQL tell each other, on a connection of its own that is mended when it breaks. */
export class PostgresPeers implements Peers {
  readonly #config: pg.ClientConfig;
  #line: pg.Client;
  #told: (note: string) => void = () => undefined;
  #interrupted: () => void = () => undefined;
  #mending: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  private constructor(config: pg.ClientConfig, line: pg.Client) {
    this.#config = config;
    this.#line = line;
    this.#attach(line);
  }

  static async connect(config: pg.ClientConfig): Promise<PostgresPeers> {
    return new PostgresPeers(config, await openLine(config));
  }

  async announce(runner: Runner, notes: readonly string[]): Promise<void> {
    await runner.all({ sql: `select pg_notify('${CHANNEL}', note) from unnest($1::text[]) as note` }, [
      notes,
    ]);
  }

  listen(told: (note: string) => void, interrupted: () => void): void {
    this.#told = told;
    this.#interrupted = interrupted;
  }

  async hold(run: string): Promise<void> {
    await this.#line.query('select pg_advisory_lock(hashtextextended($1, 0))', [runLock(run)]);
  }

  async release(run: string): Promise<void> {
    // A line that is cut has let go of it.
    await this.#line
      .query('select pg_advisory_unlock(hashtextextended($1, 0))', [runLock(run)])
      .catch(() => undefined);
  }

  async isHeld(runner: Runner, run: string): Promise<boolean> {
    const sql = 'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free';
    const [found] = await runner.all<{ free: boolean }>({ sql }, [runLock(run)]);
    return found?.free === false;
  }

  async history(runner: Runner): Promise<string> {
    // A promoted or restored server goes on on a new timeline; the name of its log's file tells at once.
    const sql = `select system_identifier::text || '/' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)
      || '/' || current_database() as history from pg_control_system()`;
    const [found] = await runner.all<{ history: string }>({ sql }, []);
    return found?.history ?? '';
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#mending);
    await this.#line.end().catch(() => undefined);
  }

  #attach(line: pg.Client): void {
    line.on('notification', ({ payload }) => this.#told(payload ?? ''));
    line.on('error', () => undefined);
    line.on('end', () => this.#mend(FIRST_WAIT_MS));
  }

  #mend(waitMs: number): void {
    if (this.#closed) return;
    this.#mending = setTimeout(() => {
      openLine(this.#config).then(
        (line) => {
          this.#line = line;
          this.#attach(line);
          this.#interrupted();
        },
        () => this.#mend(Math.min(waitMs * 2, LONGEST_WAIT_MS)),
      );
    }, waitMs);
    this.#mending.unref();
  }
}

const runLock = (run: string): string => `leling:run:${run}`;

async function openLine(config: pg.ClientConfig): Promise<pg.Client> {
  const line = new pg.Client({ ...config, keepAlive: true, connectionTimeoutMillis: ANSWER_WITHIN_MS });
  // Without a listener an error of this connection would end the process.
  line.on('error', () => undefined);
  await line.connect();
  try {
    // After a failover the address may lead to a standby for a while: a line to it would outlive its promotion, and nobody
    // would begin anew on the history it goes on with.
    const { rows } = await line.query<{ standby: boolean }>('select pg_is_in_recovery() as standby');
    if (rows[0]?.standby !== false) throw new Error('it is a standby and takes no changes');
    await line.query(`listen ${CHANNEL}`);
    return line;
  } catch (error) {
    await line.end();
    throw error;
  }
}
