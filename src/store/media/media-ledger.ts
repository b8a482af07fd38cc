import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

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
}

interface Schema extends DBSchema {
  files: { key: string; value: HeldFile };
}

/** The list of media files on this device, in a database of its own. */
export class MediaLedger {
  #db: Promise<IDBPDatabase<Schema>> | undefined;

  constructor(private readonly name = 'leling:media') {}

  async get(hash: string): Promise<HeldFile | undefined> {
    return (await this.#open()).transaction('files').store.get(hash);
  }

  async list(): Promise<readonly HeldFile[]> {
    return (await this.#open()).transaction('files').store.getAll();
  }

  /** Changes what is known of a file; what was not known starts as nothing held. Durable when it resolves. */
  async change(hash: string, sizeBytes: number, changes: Partial<HeldFile>): Promise<HeldFile> {
    const tx = (await this.#open()).transaction('files', 'readwrite', { durability: 'strict' });
    const before = await tx.store.get(hash);
    const none = { hash, sizeBytes, chunksDone: 0, ready: false, lastUsedMs: 0, neededUntilMs: 0 };
    const after = { ...none, ...before, ...changes };
    await Promise.all([tx.store.put(after, hash), tx.done]);
    return after;
  }

  async remove(hash: string): Promise<void> {
    const tx = (await this.#open()).transaction('files', 'readwrite', { durability: 'strict' });
    await Promise.all([tx.store.delete(hash), tx.done]);
  }

  async close(): Promise<void> {
    (await this.#db)?.close();
    this.#db = undefined;
  }

  #open(): Promise<IDBPDatabase<Schema>> {
    this.#db ??= openDB<Schema>(this.name, 1, {
      upgrade: (db) => {
        db.createObjectStore('files');
      },
    });
    return this.#db;
  }
}
