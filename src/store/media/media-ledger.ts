import { type DBSchema, type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { openDatabase, type DatabaseShape } from '../storage/open-database.ts';

/** What is known of one media file on this device. Files are shared by all devices of the browser profile. */
export interface HeldFile {
  readonly hash: string;
  readonly sizeBytes: number;
  /** Chunks that have come and been verified, from the first on. */
  readonly chunksDone: number;
  /** True once the whole file is in the cache under its own address; set last. */
  readonly ready: boolean;
  readonly lastUsedMs: number;
  /** It is scheduled until then, and not evicted before. */
  readonly neededUntilMs: number;
  /** By which device of the profile, and until when each; absent in what an older build has written. */
  readonly neededBy?: Readonly<Record<string, number>>;
}

interface Schema extends DBSchema {
  files: { key: string; value: HeldFile };
}

const ours: DatabaseShape = {
  stores: ['files'],
  steps: [(database) => database.createObjectStore('files')],
};
/** Another tab may hold the list while this build changes it. */
const PATIENCE_MS = 20_000;

/** A note that differs by less is not worth a write to the disk. */
const NEARLY_MS = 3_600_000;

const isNearly = (one: number, other: number): boolean =>
  one === other || (one > 0 && other > 0 && Math.abs(one - other) < NEARLY_MS);

/** The list of media files on this device, in a database of its own. */
export class MediaLedger {
  #db: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(
    private readonly name = 'leling:media',
    private readonly shape = ours,
  ) {}

  async get(hash: string): Promise<HeldFile | undefined> {
    return (await this.#begin('readonly')).store.get(hash);
  }

  async list(): Promise<readonly HeldFile[]> {
    return (await this.#begin('readonly')).store.getAll();
  }

  /** Changes what is known of a file; what was not known starts as nothing held. Durable when it resolves. */
  async change(hash: string, sizeBytes: number, changes: Partial<HeldFile>): Promise<HeldFile> {
    const tx = await this.#begin('readwrite');
    const before = await tx.store.get(hash);
    const none = { hash, sizeBytes, chunksDone: 0, ready: false, lastUsedMs: 0, neededUntilMs: 0 };
    const after = { ...none, ...before, ...changes };
    await Promise.all([tx.store.put(after, hash), tx.done]);
    return after;
  }

  /**
   * A device of the profile needs a file until then, or no more (0). It is asked at each change of what a screen shows:
   * what is noted already, but for an hour, is not written again.
   */
  async need(hash: string, sizeBytes: number, device: string, untilMs: number): Promise<HeldFile> {
    const held = await this.get(hash);
    const { neededBy: { [device]: noted = 0, ...others } = {} } = held ?? {};
    const neededBy = untilMs > 0 ? { ...others, [device]: untilMs } : others;
    const neededUntilMs = Math.max(0, ...Object.values(neededBy));
    if (held !== undefined && isNearly(noted, untilMs) && isNearly(held.neededUntilMs, neededUntilMs))
      return held;
    return this.change(hash, sizeBytes, { neededBy, neededUntilMs });
  }

  /** It has been shown just now; noted once an hour. */
  async used(held: HeldFile): Promise<void> {
    const nowMs = Date.now();
    if (!isNearly(held.lastUsedMs, nowMs))
      await this.change(held.hash, held.sizeBytes, { lastUsedMs: nowMs });
  }

  async remove(hash: string): Promise<void> {
    const tx = await this.#begin('readwrite');
    await Promise.all([tx.store.delete(hash), tx.done]);
  }

  async close(): Promise<void> {
    (await this.#db)?.close();
    this.#db = undefined;
  }

  /**
   * A transaction over the list. The browser may cut it off at any moment, and whoever waits for an answer is told: that its
   * end was not waited for besides is nobody's fault.
   */
  async #begin<M extends 'readonly' | 'readwrite'>(mode: M): Promise<IDBPTransaction<Schema, ['files'], M>> {
    const tx = (await this.#open()).transaction('files', mode, { durability: 'strict' });
    tx.done.catch(() => undefined);
    return tx;
  }

  /** Opened at the next use again when it did not open, was closed by the browser, or gave way to a newer build. */
  #open(): Promise<IDBPDatabase<Schema>> {
    if (this.#db !== undefined) return this.#db;
    const opening = openDatabase(indexedDB, this.name, this.shape, PATIENCE_MS).then((database) => {
      const over = (): void => {
        if (this.#db === opening) this.#db = undefined;
      };
      database.addEventListener('versionchange', () => {
        database.close();
        over();
      });
      database.addEventListener('close', over);
      return wrapped(database);
    });
    this.#db = opening;
    opening.catch(() => {
      if (this.#db === opening) this.#db = undefined;
    });
    return opening;
  }
}

/** The shape says that the stores of the schema are there. */
const wrapped = (database: IDBDatabase): IDBPDatabase<Schema> => wrap(database) as IDBPDatabase<Schema>;
