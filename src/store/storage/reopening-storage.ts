import type { ClientStorage, StoreTx, WriteOptions } from '../../protocol/client/ports.ts';
import type { IndexedDbStorage } from './indexed-db-storage.ts';

/** Work on the store waits so long for it to be open again; then it fails, and whoever asked is told. */
const PATIENCE_MS = 10_000;
/**
 * An open store that answers a transaction with nothing for so long will not answer: an engine may lose a connection
 * without a word. After each time it is given longer, for a machine that is only slow.
 */
const FIRST_SILENCE_MS = 20_000;
const LONGEST_SILENCE_MS = 320_000;
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 5000;
/** A store that closes under the same work again and again is broken. */
const MOST_TRIES = 3;

interface Options {
  /** Opens the database; `lost` is called when the browser closes it. */
  readonly open: (lost: () => void, attempt: number) => Promise<IndexedDbStorage>;
  /** An attempt to open failed; the next one follows. */
  readonly failed: (error: unknown) => void;
}

/**
 * The store of a page that runs for months. The browser may close the database under it (its storage process died, its
 * data was cleared, another page deleted it), or answer nothing more: it is opened again by itself, for as long as it takes. What had not begun
 * begins anew on the opened one; what was cut off has changed nothing and is run again where that does no harm.
 */
export class ReopeningStorage implements ClientStorage {
  readonly #options: Options;
  #storage: IndexedDbStorage | null = null;
  #opening: Promise<void> | null = null;
  #why: unknown = null;
  #silenceMs = FIRST_SILENCE_MS;
  #ended = false;
  #reopened: () => void = () => undefined;

  constructor(options: Options) {
    this.#options = options;
    void this.#reopen();
  }

  /** Resolves when the store is open and answers for the first time, however long that takes. */
  async opened(): Promise<void> {
    while (this.#storage === null && !this.#ended) await this.#reopen();
  }

  /** Told each time the store was closed under the page and is open again; it may have been emptied meanwhile. */
  onReopened(listener: () => void): void {
    this.#reopened = listener;
  }

  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T> {
    return this.#onOpen(
      (storage) => storage.read(work),
      () => true,
    );
  }

  write<T>(work: (tx: StoreTx) => Promise<T>, options: WriteOptions = {}): Promise<T> {
    let begun = false;
    return this.#onOpen(
      (storage) =>
        storage.write((tx) => {
          begun = true;
          return work(tx);
        }, options),
      () => !begun || options.repeatable === true,
    );
  }

  close(): void {
    this.#ended = true;
    this.#storage?.close();
    this.#storage = null;
  }

  async #onOpen<T>(run: (storage: IndexedDbStorage) => Promise<T>, mayRepeat: () => boolean): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const storage = this.#storage ?? (await this.#reopenInTime());
      try {
        return await this.#answered(storage, run(storage));
      } catch (error) {
        if (storage.isOpen()) throw error;
        this.#lost(storage);
        if (tries === MOST_TRIES || !mayRepeat()) throw error;
      }
    }
  }

  #lost(storage: IndexedDbStorage): void {
    if (storage !== this.#storage) return;
    this.#storage = null;
    if (!this.#ended) void this.#reopen().then(() => this.#reopened());
  }

  /** Tries until it is open. */
  #reopen(): Promise<void> {
    this.#opening ??= this.#try().finally(() => {
      this.#opening = null;
    });
    return this.#opening;
  }

  async #try(): Promise<void> {
    for (let attempt = 1; !this.#ended; attempt += 1) {
      try {
        const storage: IndexedDbStorage = await this.#options.open(() => this.#lost(storage), attempt);
        await this.#proven(storage);
        if (this.#ended) return storage.close();
        this.#storage = storage;
        return;
      } catch (error) {
        this.#why = error;
        this.#options.failed(error);
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** The open store; fails when that takes longer than anybody who waits for it has patience. */
  async #reopenInTime(): Promise<IndexedDbStorage> {
    await inTime(
      this.#reopen(),
      PATIENCE_MS,
      () => this.#why ?? new Error('the local database does not open'),
    );
    if (this.#storage === null) throw new Error('the local database is closed');
    return this.#storage;
  }

  /** One that opens may answer nothing all the same. */
  async #proven(storage: IndexedDbStorage): Promise<void> {
    try {
      await this.#answered(
        storage,
        storage.read((tx) => tx.get('meta', [])),
      );
    } catch (error) {
      storage.giveUp();
      throw error;
    }
  }

  #answered<T>(storage: IndexedDbStorage, answer: Promise<T>): Promise<T> {
    return inTime(answer, this.#silenceMs, () => {
      if (storage.isOpen()) {
        storage.giveUp();
        this.#silenceMs = Math.min(this.#silenceMs * 2, LONGEST_SILENCE_MS);
      }
      this.#why = new Error('the local database does not answer');
      return this.#why;
    });
  }
}

/** Fails with what `late` says when something takes too long. */
async function inTime<T>(work: Promise<T>, ms: number, late: () => unknown): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
