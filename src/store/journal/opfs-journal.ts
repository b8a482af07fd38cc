import type { Journal } from '../../protocol/client/ports.ts';
import type { WireMutation } from '../../protocol/wire/wire.ts';
import { parseMutation } from './parse-mutation.ts';
import { ReplacedWorker } from './replaced-worker.ts';

/** How its worker is made and how long it may say nothing; the journal's own unless said otherwise. */
export interface WorkerChoice {
  readonly make?: () => Worker;
  readonly patienceMs?: number;
}

const journalWorker = (): Worker =>
  new Worker(new URL('./journal-worker.ts', import.meta.url), { type: 'module', name: 'leling-journal' });

/** The journal in files of OPFS, written and flushed by a worker of its own: another failure domain than IndexedDB. */
export class OpfsJournal implements Journal {
  readonly #worker: ReplacedWorker;

  private constructor(worker: ReplacedWorker) {
    this.#worker = worker;
  }

  /** Rejects where the engine gives no handle; the caller then falls back. */
  static async open(
    name: string,
    { make = journalWorker, patienceMs }: WorkerChoice = {},
  ): Promise<OpfsJournal> {
    const worker = new ReplacedWorker(make, name, patienceMs);
    const journal = new OpfsJournal(worker);
    try {
      // Nothing to append: it answers once the journal is open.
      await journal.append([]);
      return journal;
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    const entries = mutations.map((one) => ({ mid: one.mid, text: JSON.stringify(one) }));
    await this.#worker.ask({ type: 'append', entries });
  }

  async readAll(): Promise<readonly WireMutation[]> {
    const { texts } = await this.#worker.ask({ type: 'readAll' });
    return texts.map(parseMutation).filter((one) => one !== null);
  }

  async forget(mids: readonly string[]): Promise<void> {
    if (mids.length > 0) await this.#worker.ask({ type: 'forget', mids });
  }

  /** Leaves of what is forgotten no argument readable. True once that is so in the files of all pages that are open. */
  async tidy(): Promise<boolean> {
    return (await this.#worker.ask({ type: 'tidy' })).clean;
  }

  /** Gives up the file for another page to take over. */
  close(): void {
    this.#worker.close();
  }
}
