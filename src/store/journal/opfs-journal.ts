import type { Journal } from '../../protocol/client/ports.ts';
import type { WireMutation } from '../../protocol/wire/wire.ts';
import type { JournalAnswer, JournalQuestion } from './messages.ts';
import { parseMutation } from './parse-mutation.ts';

interface Waiting {
  resolve(texts: readonly string[]): void;
  reject(error: Error): void;
}

/** The journal in a file of OPFS, written and flushed by a worker of its own: another failure domain than IndexedDB. */
export class OpfsJournal implements Journal {
  readonly #worker = new Worker(new URL('./journal-worker.ts', import.meta.url), {
    type: 'module',
    name: 'leling-journal',
  });
  readonly #waiting = new Map<number, Waiting>();
  readonly #others: BroadcastChannel;
  #asked = 0;

  private constructor(name: string) {
    this.#worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => this.#settle(data);
    this.#worker.onerror = () => this.#fail(new Error('the journal worker failed'));
    // What the hub has made safe is forgotten by whichever tab wrote it.
    this.#others = new BroadcastChannel(`${name}:journal`);
    this.#others.onmessage = ({ data }: MessageEvent<readonly string[]>) =>
      void this.#ask({ type: 'forget', mids: data });
  }

  /** Rejects where the engine gives no handle; the caller then falls back. */
  static async open(name: string): Promise<OpfsJournal> {
    const journal = new OpfsJournal(name);
    try {
      await journal.#ask({ type: 'open', name });
      return journal;
    } catch (error) {
      journal.close();
      throw error;
    }
  }

  async append(mutations: readonly WireMutation[]): Promise<void> {
    const entries = mutations.map((one) => ({ mid: one.mid, text: JSON.stringify(one) }));
    await this.#ask({ type: 'append', entries });
  }

  async readAll(): Promise<readonly WireMutation[]> {
    const texts = await this.#ask({ type: 'readAll' });
    return texts.map(parseMutation).filter((one) => one !== null);
  }

  async forget(mids: readonly string[]): Promise<void> {
    if (mids.length === 0) return;
    this.#others.postMessage(mids);
    await this.#ask({ type: 'forget', mids });
  }

  /** Gives up the file for another tab to take over. */
  close(): void {
    this.#others.close();
    this.#worker.terminate();
  }

  #ask(question: JournalQuestion): Promise<readonly string[]> {
    this.#asked += 1;
    const id = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, ...question });
    });
  }

  #settle(answer: JournalAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.texts);
    else waiting?.reject(new Error(answer.reason));
  }

  #fail(error: Error): void {
    for (const waiting of this.#waiting.values()) waiting.reject(error);
    this.#waiting.clear();
  }
}
