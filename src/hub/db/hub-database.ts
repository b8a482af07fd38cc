import { id, type ClientId } from '../../kernel/ids.ts';
import type { HubDatabase, HubSnapshot, HubTx, Moved } from '../../protocol/hub/ports.ts';
import { Committed } from './committed.ts';
import { flush, refuseOvertaken } from './flush.ts';
import { randomUUID } from 'node:crypto';
import { GroupCommit, type Job } from './group-commit.ts';
import { rowKinds } from '../../features/registry.ts';
import { PendingWrites } from './pending-writes.ts';
import { RowForms } from './row-forms.ts';
import type { Engine, Runner } from './runner.ts';
import { notesOf, parseNote } from './peer-notes.ts';
import { beginRun, type Begun } from './runs.ts';
import { statementsOf, type Statements } from './statements.ts';

interface DatabaseOptions {
  /** Gives transactions that arrive at the same moment the time to share a commit. */
  readonly defer: (start: () => void) => void;
  /** The kinds of row there are; the nouns' own unless said otherwise. */
  readonly kinds?: ConstructorParameters<typeof RowForms>[0];
}

/** Who wants to know what happens to the database. */
interface DatabaseListener {
  /** A commit, of this process or another, has moved a bucket. */
  moved(moved: Moved): void;
  /** The hub has a new epoch. */
  epoch(epoch: string): void;
  /** The line to the other processes was cut and is back: what they did meanwhile was not told. */
  interrupted(): void;
}

/** Tombstones that go in one transaction. */
const TOMBSTONES_AT_ONCE = 500;

/** The time as commits see it. */
interface CommitClock {
  /** Unix milliseconds. */
  now(): number;
  /** What is to be written down of the clock itself, beside what is committed anyway; null when nothing is. */
  mark(): string | null;
}

/** The hub's database, on either engine. */
export class SqlHubDatabase implements HubDatabase {
  readonly engine: Engine;
  readonly forms: RowForms;
  readonly #sql: Statements;
  readonly #group: GroupCommit;
  readonly #listeners = new Set<DatabaseListener>();
  /** This process among those on the same database. */
  readonly #name = randomUUID();
  #clock: CommitClock = { now: Date.now, mark: () => null };

  constructor(engine: Engine, { defer, kinds = rowKinds }: DatabaseOptions) {
    this.engine = engine;
    this.forms = new RowForms(kinds);
    this.#sql = statementsOf(engine.name);
    this.#group = new GroupCommit((queue, jobs) => this.#commit(queue, jobs), defer);
    engine.peers?.listen(
      (text) => this.#hear(text),
      () => this.#tell((listener) => listener.interrupted()),
    );
  }

  write<T>(centre: string, work: (tx: HubTx) => Promise<T>): Promise<T> {
    return this.#group.add(this.engine.queueOf(centre), work);
  }

  read<T>(work: (snapshot: HubSnapshot) => Promise<T>): Promise<T> {
    return this.engine.read((runner) => work(this.#committed(runner)));
  }

  /** Tells what commits do, after them. Returns the disposer. */
  listen(listener: DatabaseListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a run; the fresh epoch and key are for a database that has none or has lost its own. */
  async beginRun(
    id: string,
    fresh: { readonly epoch: string; readonly key: string },
    nowMs: number,
  ): Promise<Begun> {
    const { peers } = this.engine;
    await peers?.hold(id);
    return this.engine.write('', (runner) =>
      beginRun(runner, this.#sql, peers, this.#committed(runner), {
        id,
        freshEpoch: fresh.epoch,
        freshKey: fresh.key,
        nowMs,
      }),
    );
  }

  /** Lets go of a run: the next to begin writes down how far it came. */
  async endRun(id: string): Promise<void> {
    await this.engine.peers?.release(id);
  }

  /** The clock that commits write down. */
  useClock(clock: CommitClock): void {
    this.#clock = clock;
  }

  /** Whether another process runs a hub on this database; on SQLite its folder's lock says so. */
  async isInUse(): Promise<boolean> {
    const { peers } = this.engine;
    if (peers === null) return false;
    return this.engine.read(async (runner) => {
      for (const { id: run } of await runner.all(this.#sql.openRuns, [])) {
        if (await peers.isHeld(runner, run)) return true;
      }
      return false;
    });
  }

  /** Forgets tombstones older than a time, and raises their buckets' floors over them. */
  async purgeTombstones(beforeMs: number): Promise<void> {
    for (const { bucket, version } of await this.engine.read((runner) =>
      runner.all(this.#sql.dead, [beforeMs]),
    )) {
      for (let buried = TOMBSTONES_AT_ONCE; buried === TOMBSTONES_AT_ONCE;) {
        buried = await this.engine.write('', async (runner) => {
          const some = await runner.all(this.#sql.oldestDead, [bucket, version, TOMBSTONES_AT_ONCE]);
          const last = some[some.length - 1];
          if (last === undefined) return 0;
          await runner.all(this.#sql.raiseFloor, [last.version, bucket]);
          await runner.all(this.#sql.bury, [bucket, last.version]);
          return some.length;
        });
      }
    }
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
    const nowMs = this.#clock.now();
    const mark = this.#clock.mark();
    const { ends, moved, epoch } = await this.engine.write(queue, async (runner) => {
      const committed = this.#committed(runner);
      const batch = new PendingWrites(committed);
      const told: (() => void)[] = [];
      for (const job of jobs) told.push(await job.run(batch));
      if (batch.isEmpty) return { ends: told, moved: [], epoch: undefined };
      if (mark !== null) batch.setMeta('clock', mark);
      if (this.engine.peers !== null) await refuseOvertaken(runner, this.#sql, this.#list, committed, batch);
      const rows = await flush(runner, this.#sql, this.#list, committed, batch, nowMs);
      const fresh = batch.metaWritten.get('epoch');
      const notes = notesOf(this.#name, rows, fresh).map((note) => JSON.stringify(note));
      if (notes.length > 0) await this.engine.peers?.announce(runner, notes);
      return { ends: told, moved: rows, epoch: fresh };
    });
    for (const end of ends) end();
    if (epoch !== undefined) this.#tell((listener) => listener.epoch(epoch));
    for (const one of moved) this.#tell((listener) => listener.moved(one));
  }

  /** What another process on the same database has done. */
  #hear(text: string): void {
    const note = parseNote(text);
    if (note.by === this.#name) return;
    if (note.type === 'epoch') this.#tell((listener) => listener.epoch(note.epoch));
    else this.#tell((listener) => listener.moved({ ...note, count: 0, rows: null }));
  }

  #tell(tell: (listener: DatabaseListener) => void): void {
    for (const listener of this.#listeners) tell(listener);
  }

  #committed(runner: Runner): Committed {
    return new Committed(runner, this.#sql, this.#list, this.forms);
  }

  readonly #list = (values: readonly string[]): string | readonly string[] =>
    this.engine.name === 'sqlite' ? JSON.stringify(values) : values;
}
