import type { ClientStorage, StoreTx, WriteOptions } from '../../protocol/client/ports.ts';
import { inTime } from './in-time.ts';
import { NoAnswer } from './no-answer.ts';

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

/** A store that is open, until it is not. */
export interface OpenedStorage extends ClientStorage {
  /** Which of the store's generations it is. */
  readonly generation: number;
  /** False once it is closed: nothing can be begun on it any more. */
  isOpen(): boolean;
  /** Closes it and cuts off what waits for an answer: what has been given up must not be kept later. */
  giveUp(): void;
}

export type Remedy = 'reopen' | 'again' | null;

interface Options {
  /** Opens the store; `lost` is called when the browser closes it. */
  readonly open: (lost: () => void, attempt: number) => Promise<OpenedStorage>;
  /** An attempt to open failed; the next one follows once this is done. True where that will be in another place. */
  readonly failed: (error: unknown, attempt: number) => Promise<boolean>;
  /** The engine could not do what an open store was asked for: whether to open it anew, ask again, or let it be. */
  readonly broke: (error: DOMException, storage: OpenedStorage) => Promise<Remedy>;
}

/**
 * The store of a page that runs for months. The browser may close the database under it (its storage process died, its
 * data was cleared, another page deleted it), or answer nothing more: it is opened again by itself, for as long as it takes. What had not begun
 * begins anew on the opened one; what was cut off has changed nothing and is run again where that does no harm.
 */
export class ReopeningStorage implements ClientStorage {
  readonly #options: Options;
  #storage: OpenedStorage | null = null;
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

  /** Goes on in a newer generation: another page has given up the one that is open here. */
  moveTo(generation: number): void {
    const storage = this.#storage;
    if (storage === null || storage.generation >= generation) return;
    storage.giveUp();
    this.#lost(storage);
  }

  async #onOpen<T>(run: (storage: OpenedStorage) => Promise<T>, mayRepeat: () => boolean): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      const storage = this.#storage ?? (await this.#reopenInTime());
      try {
        return await this.#answered(storage, run(storage));
      } catch (error) {
        if (storage.isOpen()) {
          const remedy = error instanceof DOMException && (await this.#options.broke(error, storage));
          if (remedy === 'reopen') {
            storage.giveUp();
            // Whoever says so counts, and comes to a place where it can be done.
            tries = 0;
          } else if (remedy !== 'again') throw error;
        }
        if (!storage.isOpen()) this.#lost(storage);
        if (tries === MOST_TRIES || !mayRepeat()) throw error;
      }
    }
  }

  #lost(storage: OpenedStorage): void {
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
        const storage: OpenedStorage = await this.#options.open(() => this.#lost(storage), attempt);
        await this.#proven(storage);
        if (this.#ended) return storage.close();
        this.#storage = storage;
        return;
      } catch (error) {
        this.#why = error;
        if (await this.#options.failed(error, attempt)) {
          attempt = 0;
          continue;
        }
        const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  /** The open store; fails when that takes longer than anybody who waits for it has patience. */
  async #reopenInTime(): Promise<OpenedStorage> {
    await inTime(
      this.#reopen(),
      PATIENCE_MS,
      () => this.#why ?? new Error('the local database does not open'),
    );
    if (this.#storage === null) throw new Error('the local database is closed');
    return this.#storage;
  }

  /** One that opens may answer nothing all the same. */
  async #proven(storage: OpenedStorage): Promise<void> {
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

  #answered<T>(storage: OpenedStorage, answer: Promise<T>): Promise<T> {
    return inTime(answer, this.#silenceMs, () => {
      if (storage.isOpen()) {
        storage.giveUp();
        this.#silenceMs = Math.min(this.#silenceMs * 2, LONGEST_SILENCE_MS);
      }
      this.#why = new NoAnswer('the local database does not answer');
      return this.#why;
    });
  }
}
