import type { Actor } from '../../kernel/mutation.ts';
import { bucketName, type Scope } from '../../kernel/buckets.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { ChangedKinds, Query, View } from './api.ts';
import { asRow } from './apply.ts';
import type { ClientStorage, StoreTx } from './ports.ts';
import { StoredRows } from './rows.ts';

/** The view inside one transaction, noting what is read as `SCOPE/KIND`. */
class TrackedView implements View {
  readonly read = new Set<string>();
  readonly #rows: StoredRows;
  readonly #actor: Actor;

  constructor(tx: StoreTx, actor: Actor) {
    this.#rows = new StoredRows(tx, { overlay: true });
    this.#actor = actor;
  }

  async get<K extends Kind>(scope: Scope, kind: K, id: string): Promise<RowOf<K> | undefined> {
    const data = await this.#rows.get(this.#bucket(scope, kind), kind, id);
    return data === undefined ? undefined : asRow<K>(data);
  }

  async list<K extends Kind>(scope: Scope, kind: K): Promise<readonly RowOf<K>[]> {
    const rows = await this.#rows.list(this.#bucket(scope, kind), kind);
    return rows.map((row) => asRow<K>(row.data));
  }

  #bucket(scope: Scope, kind: Kind): string {
    this.read.add(`${scope}/${kind}`);
    return bucketName(scope, this.#actor.centreId, this.#actor.deviceId);
  }
}

/** A question that is asked again whenever what it read has changed. */
interface Watch {
  concerns(changed: ChangedKinds): boolean;
  ask(): void;
}

/** Queries over the view, and those that stand. */
export class Watches {
  readonly #storage: ClientStorage;
  readonly #actor: Actor;
  readonly #standing = new Set<Watch>();

  constructor(storage: ClientStorage, actor: Actor) {
    this.#storage = storage;
    this.#actor = actor;
  }

  query<T>(query: Query<T>): Promise<T> {
    return this.#run(query).then(({ value }) => value);
  }

  watch<T>(query: Query<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void {
    let read: ReadonlySet<string> | null = null;
    let running = false;
    let stale = false;
    let over = false;
    const run = (): void => {
      running = true;
      stale = false;
      void this.#run(query).then(
        (answer) => {
          read = answer.read;
          finish(() => next(answer.value));
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

  /** Asks again whom the change concerns. */
  changed(changed: ChangedKinds): void {
    for (const watch of [...this.#standing]) if (watch.concerns(changed)) watch.ask();
  }

  #run<T>(query: Query<T>): Promise<{ readonly value: T; readonly read: ReadonlySet<string> }> {
    return this.#storage.read(async (tx) => {
      const view = new TrackedView(tx, this.#actor);
      return { value: await query(view), read: view.read };
    });
  }
}

/** True when something read is among what changed; `SCOPE/*` stands for all of a scope. */
function touches(read: ReadonlySet<string>, changed: ChangedKinds): boolean {
  for (const part of read) {
    if (changed.has(part) || changed.has(`${part.slice(0, part.indexOf('/'))}/*`)) return true;
  }
  return false;
}
