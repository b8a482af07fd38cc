import type { IdBounds } from '../../kernel/row-range.ts';
import type { Key, StoreName, StoreTx, WriteOptions } from '../../protocol/client/ports.ts';
import type { OpenedStorage } from './reopening-storage.ts';

export const storeNames: readonly StoreName[] = ['meta', 'outbox', 'kept', 'base', 'overlay', 'staged'];

/**
 * The client's store in one IndexedDB database: an object store a name, keys outside the values.
 *
 * Writes ask for strict durability, so that a transaction that is done has reached the disk: Chrome's default flushes
 * nothing. Engines before 83 do not know the option and flush by themselves. The engine is spoken to directly: a library
 * around it would weigh a kilobyte on a television's first paint.
 */
export class IndexedDbStorage implements OpenedStorage {
  readonly #running = new Set<IDBTransaction>();

  constructor(
    private readonly db: IDBDatabase,
    readonly generation = 1,
  ) {}

  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.#run('readonly', 'default', work);
  }

  // Read-write transactions over the same stores run one after the other, in every tab.
  write<T>(work: (tx: StoreTx) => Promise<T>, { durability = 'strict' }: WriteOptions = {}): Promise<T> {
    return this.#run('readwrite', durability, work);
  }

  close(): void {
    this.db.close();
  }

  /** Closes it and cuts off what waits for an answer: what has been given up must not be kept later. */
  giveUp(): void {
    this.#running.forEach(abort);
    this.db.close();
  }

  /** False once the database is closed: nothing can be begun on it any more. */
  isOpen(): boolean {
    try {
      this.db.transaction('meta').abort();
      return true;
    } catch {
      return false;
    }
  }

  async #run<T>(
    mode: IDBTransactionMode,
    durability: IDBTransactionDurability,
    work: (tx: StoreTx) => Promise<T>,
  ): Promise<T> {
    const tx = this.db.transaction([...storeNames], mode, { durability });
    this.#running.add(tx);
    // Watched from the start: a transaction that fails before `work` ends must not become an unhandled rejection.
    const done = endOf(tx);
    try {
      const value = await work(new IndexedDbTx(tx));
      tx.commit();
      const failed = await done;
      if (failed !== null) throw failed;
      return value;
    } catch (error) {
      abort(tx);
      const failed = await done;
      // The engine's own reason (no room, a damaged file) says more than what followed from it.
      throw failed !== null && failed.name !== 'AbortError' ? failed : error;
    } finally {
      this.#running.delete(tx);
    }
  }
}

/** Resolves when a transaction has ended: to null when it is kept, else to why it is not. */
const endOf = (tx: IDBTransaction): Promise<DOMException | null> =>
  new Promise((resolve) => {
    tx.oncomplete = () => resolve(null);
    tx.onabort = () => resolve(tx.error ?? new DOMException('it was cut off', 'AbortError'));
  });

/** What a request is answered with. */
export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

class IndexedDbTx implements StoreTx {
  constructor(private readonly tx: IDBTransaction) {}

  get(store: StoreName, key: Key): Promise<unknown> {
    return answerOf(this.tx.objectStore(store).get([...key]));
  }

  list(store: StoreName, prefix: Key, ids?: IdBounds): Promise<readonly unknown[]> {
    return answerOf(
      this.tx.objectStore(store).getAll(ids === undefined ? rangeOf(prefix) : rangeWithin(prefix, ids)),
    );
  }

  // Writes go to the engine's own object store: nobody waits for a single one, and ten thousand promises would be
  // made for nothing. One that fails fails the transaction.
  put(store: StoreName, key: Key, value: unknown): void {
    this.tx.objectStore(store).put(value, [...key]);
  }

  delete(store: StoreName, key: Key): void {
    this.tx.objectStore(store).delete([...key]);
  }

  deletePrefix(store: StoreName, prefix: Key): void {
    const range = rangeOf(prefix);
    const all = this.tx.objectStore(store);
    if (range === undefined) all.clear();
    else all.delete(range);
  }

  deleteRange(store: StoreName, first: Key, last: Key): void {
    this.tx.objectStore(store).delete(IDBKeyRange.bound([...first], [...last]));
  }
}

/** All keys that begin with a prefix: an empty array comes after every string and number in IndexedDB's order. */
function rangeOf(prefix: Key): IDBKeyRange | undefined {
  return prefix.length === 0 ? undefined : IDBKeyRange.bound([...prefix], [...prefix, []]);
}

const rangeWithin = (prefix: Key, { from, to }: IdBounds): IDBKeyRange =>
  IDBKeyRange.bound([...prefix, from], [...prefix, to], false, true);

function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It had ended already.
  }
}
