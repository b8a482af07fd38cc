import type { Actor } from '../../kernel/mutation.ts';
import { bucketName, type BucketName, type Scope } from '../../kernel/buckets.ts';
import { grantsOf } from '../../kernel/grants.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import { boundsOf, isWithin, type IdBounds, type RowRange } from '../../kernel/row-range.ts';
import type { Query, View } from './api.ts';
import { asRow } from './apply.ts';
import type { Changes } from './changes.ts';
import type { ClientStorage, StoreTx } from './ports.ts';
import { StoredRows, type RowKinds } from './rows.ts';

/** More single reads of a kind than this are taken for all of it. */
const MOST_READS = 200;

/** What a query has read, by `SCOPE/KIND`: which ids, or null for all. */
type Read = ReadonlyMap<string, readonly IdBounds[] | null>;

/** The view inside one transaction, noting what is read. */
class TrackedView implements View {
  readonly #read = new Map<string, IdBounds[] | null>();
  readonly #rows: StoredRows;
  readonly #actor: Actor;

  constructor(tx: StoreTx, actor: Actor, kinds: RowKinds, damaged: (bucket: BucketName) => void) {
    this.#rows = new StoredRows(tx, kinds, { overlay: true, damaged });
    this.#actor = actor;
  }

  async get<K extends Kind>(scope: Scope, kind: K, id: string): Promise<RowOf<K> | undefined> {
    const data = await this.#rows.get(this.#bucket(scope, kind, { from: id, to: `${id}\0` }), kind, id);
    return data === undefined ? undefined : asRow<K>(data);
  }

  get read(): Read {
    return this.#read;
  }

  /** What the actor may not hold never comes, so nobody waits for it. */
  get held(): boolean {
    const { lacking } = this.#rows;
    return lacking.length === 0 || !grantsOf(this.#actor).some((bucket) => lacking.includes(bucket));
  }

  async list<K extends Kind>(scope: Scope, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    const bounds = range && boundsOf(range);
    const rows = await this.#rows.list(this.#bucket(scope, kind, bounds ?? null), kind, bounds);
    return rows.map((row) => asRow<K>(row.data));
  }

  /** The bucket of a scope, with what is read in it noted. */
  #bucket(scope: Scope, kind: Kind, ids: IdBounds | null): string {
    const name = `${scope}/${kind}`;
    const known = this.#read.get(name);
    if (ids === null || (known?.length ?? 0) >= MOST_READS) this.#read.set(name, null);
    else if (known === undefined) this.#read.set(name, [ids]);
    else known?.push(ids);
    return bucketName(scope, this.#actor.centreId, this.#actor.deviceId);
  }
}

/** A question that is asked again whenever what it read has changed. */
interface Watch {
  concerns(changed: Changes): boolean;
  ask(): void;
}

/** Queries over the view, and those that stand. */
export class Watches {
  readonly #storage: ClientStorage;
  readonly #kinds: RowKinds;
  readonly #actor: Actor;
  readonly #standing = new Set<Watch>();
  readonly #damaged: (bucket: BucketName) => void;

  constructor(storage: ClientStorage, actor: Actor, kinds: RowKinds, damaged: (bucket: BucketName) => void) {
    this.#damaged = damaged;
    this.#storage = storage;
    this.#actor = actor;
    this.#kinds = kinds;
  }

  query<T>(query: Query<T>): Promise<T> {
    return this.#run(query).then(({ value }) => value);
  }

  watch<T>(
    query: Query<T>,
    next: (value: T, held: boolean) => void,
    failed: (error: unknown) => void,
  ): () => void {
    let read: Read | null = null;
    let running = false;
    let stale = false;
    let over = false;
    const run = (): void => {
      running = true;
      stale = false;
      void this.#run(query).then(
        (answer) => {
          read = answer.read;
          finish(() => next(answer.value, answer.held));
        },
        (error: unknown) => finish(() => failed(error)),
      );
    };
    const finish = (tell: () => void): void => {
      running = false;
      if (over) return;
      tell();
      // Something changed while the answer was being made; the listener may also have ended the watch.
      if (stale && !over) run();
    };
    const watch: Watch = {
      // What a first answer, or one on its way, will have read is not known yet.
      concerns: (changed) => read === null || running || touches(read, changed),
      ask: () => {
        if (running) stale = true;
        else run();
      },
    };
    this.#standing.add(watch);
    run();
    return () => {
      over = true;
      this.#standing.delete(watch);
    };
  }

  /** Asks everything again that stands: nobody knows what has changed. */
  all(): void {
    for (const watch of [...this.#standing]) watch.ask();
  }

  /** Asks again whom the change concerns. */
  changed(changed: Changes): void {
    for (const watch of [...this.#standing]) if (watch.concerns(changed)) watch.ask();
  }

  #run<T>(query: Query<T>): Promise<{ readonly value: T; readonly read: Read; readonly held: boolean }> {
    return this.#storage.read(async (tx) => {
      const view = new TrackedView(tx, this.#actor, this.#kinds, this.#damaged);
      return { value: await query(view), read: view.read, held: view.held };
    });
  }
}

/** True when something read is among what changed; `SCOPE/*` stands for all of a scope. */
function touches(read: Read, changed: Changes): boolean {
  for (const [name, bounds] of read) {
    if (changed.has(`${name.slice(0, name.indexOf('/'))}/*`)) return true;
    const ids = changed.get(name);
    if (ids === undefined) continue;
    if (ids === null || bounds === null) return true;
    for (const id of ids) if (bounds.some((some) => isWithin(id, some))) return true;
  }
  return false;
}
