import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { id, type ClientId } from '../../domain/kernel/ids.ts';
import type { HubDatabase, HubSnapshot, HubTx, Moved } from '../../protocol/hub/ports.ts';
import { Committed } from './committed.ts';
import { flush } from './flush.ts';
import { GroupCommit, type Job } from './group-commit.ts';
import { Layer } from './layer.ts';
import type { Engine, Runner } from './runner.ts';
import { statements, type Statements } from './statements.ts';
import type { Tables } from './tables.ts';
import { SqlVault } from './vault.ts';

export interface DatabaseOptions {
  /** Gives transactions that arrive at the same moment the time to share a commit. */
  readonly defer: (start: () => void) => void;
}

/** The time is written down no oftener than this. */
const HIGH_WATER_STEP_MS = 1000;

/** The hub's database, on either engine. */
export class SqlHubDatabase implements HubDatabase {
  readonly engine: Engine;
  readonly vault: SqlVault;
  readonly #sql: Statements;
  readonly #group: GroupCommit;
  readonly #listeners = new Set<(moved: readonly Moved[]) => void>();
  #now: () => number = Date.now;
  #highWaterMs = 0;

  constructor(engine: Engine, { defer }: DatabaseOptions) {
    this.engine = engine;
    this.#sql = statements(compiler(engine.name), engine.name);
    this.#group = new GroupCommit((queue, jobs) => this.#commit(queue, jobs), defer);
    this.vault = new SqlVault(engine, this.#sql);
  }

  write<T>(centre: string, work: (tx: HubTx) => Promise<T>): Promise<T> {
    return this.#group.add(this.engine.queueOf(centre), work);
  }

  read<T>(work: (snapshot: HubSnapshot) => Promise<T>): Promise<T> {
    return this.engine.read((runner) => work(this.#committed(runner)));
  }

  /** Tells what each commit of this process moved, after it. Returns the disposer. */
  onMoved(listener: (moved: readonly Moved[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Begins a run: whatever run was still open is over and ended where the buckets stand now. Returns the epoch,
   * which is `freshEpoch` for a database without one, and the highest time written down.
   */
  async beginRun(
    run: string,
    freshEpoch: string,
    clock: () => number,
  ): Promise<{ epoch: string; highWaterMs: number }> {
    const begun = await this.engine.write('', async (runner) => {
      const committed = this.#committed(runner);
      const versions = await runner.all(this.#sql.buckets, []);
      const ended = JSON.stringify(Object.fromEntries(versions.map(({ name, version }) => [name, version])));
      for (const open of await runner.all(this.#sql.openRuns, [])) {
        await runner.all(this.#sql.endRun, [ended, open.id]);
      }
      await runner.many(this.#sql.saveRun, [[run, clock(), null]]);
      let epoch = await committed.meta('epoch');
      if (epoch === undefined) await runner.many(this.#sql.saveMeta, [['epoch', (epoch = freshEpoch)]]);
      return { epoch, highWaterMs: Number((await committed.meta('highWaterMs')) ?? 0) };
    });
    this.#highWaterMs = begun.highWaterMs;
    return begun;
  }

  /** The clock that commits write down; never below what is written already. */
  useClock(now: () => number): void {
    this.#now = now;
  }

  /** Forgets tombstones older than a time, and raises their buckets' floors over them. */
  async purgeTombstones(beforeMs: number): Promise<void> {
    await this.engine.write('', async (runner) => {
      for (const { bucket, version } of await runner.all(this.#sql.dead, [beforeMs])) {
        await runner.all(this.#sql.raiseFloor, [version, bucket]);
        await runner.all(this.#sql.bury, [bucket, version]);
      }
    });
  }

  /** How far every bucket has come. */
  async bucketVersions(): Promise<Map<string, number>> {
    const found = await this.engine.read((runner) => runner.all(this.#sql.buckets, []));
    return new Map(found.map(({ name, version }) => [name, version]));
  }

  /** The newest seq of every client. */
  async lastSeqs(): Promise<Map<ClientId, number>> {
    const found = await this.engine.read((runner) => runner.all(this.#sql.clients, []));
    return new Map(found.map(({ clientId, last }) => [id<'ClientId'>(clientId), last]));
  }

  /** Writes down what is inside the oldest kept backup, for every client; who is not in the map has nothing there. */
  async setSafe(safe: ReadonlyMap<string, number>): Promise<void> {
    await this.engine.write('', async (runner) => {
      for (const client of await runner.all(this.#sql.clients, [])) {
        const seq = safe.get(client.clientId) ?? 0;
        if (seq !== client.safe) await runner.all(this.#sql.setSafe, [seq, client.clientId]);
      }
    });
  }

  async close(): Promise<void> {
    this.#listeners.clear();
    await this.engine.close();
  }

  async #commit(queue: string, jobs: readonly Job[]): Promise<void> {
    const nowMs = this.#now();
    const { settle, moved } = await this.engine.write(queue, async (runner) => {
      const batch = new Layer(this.#committed(runner));
      const ends: (() => void)[] = [];
      for (const job of jobs) ends.push(await job.run(batch));
      if (batch.isEmpty) return { settle: ends, moved: [] };
      if (nowMs >= this.#highWaterMs + HIGH_WATER_STEP_MS) batch.setMeta('highWaterMs', String(nowMs));
      return { settle: ends, moved: await flush(runner, this.#sql, this.#list, batch, nowMs) };
    });
    if (nowMs >= this.#highWaterMs + HIGH_WATER_STEP_MS) this.#highWaterMs = nowMs;
    for (const end of settle) end();
    if (moved.length > 0) for (const listener of this.#listeners) listener(moved);
  }

  #committed(runner: Runner): Committed {
    return new Committed(runner, this.#sql, this.#list);
  }

  readonly #list = (values: readonly string[]): string | readonly string[] =>
    this.engine.name === 'sqlite' ? JSON.stringify(values) : values;
}

/** A Kysely that only compiles. */
function compiler(engine: Engine['name']): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => (engine === 'sqlite' ? new SqliteAdapter() : new PostgresAdapter()),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) =>
        engine === 'sqlite' ? new SqliteIntrospector(db) : new PostgresIntrospector(db),
      createQueryCompiler: () =>
        engine === 'sqlite' ? new SqliteQueryCompiler() : new PostgresQueryCompiler(),
    },
  });
}
