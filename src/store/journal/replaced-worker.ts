import type { JournalAnswer, JournalAsk, JournalQuestion, JournalValue } from './messages.ts';

/** A flush takes milliseconds, on the poorest flash a second or two: one that says nothing for so long is gone. */
const PATIENCE_MS = 10_000;
/** A question that two workers have died of is given up. */
const MAX_WORKERS = 2;

interface Waiting {
  readonly ask: JournalAsk;
  readonly resolve: (value: JournalValue) => void;
  readonly reject: (error: Error) => void;
  /** How many workers have been asked. */
  workers: number;
  silence: ReturnType<typeof setTimeout> | undefined;
}

/**
 * A journal worker that is asked and answers, with an end to patience: one that has died or says nothing is replaced by
 * a fresh one, which is asked again all that waits. Every question may be asked twice: what it does is done once.
 */
export class ReplacedWorker {
  readonly #make: () => Worker;
  readonly #name: string;
  readonly #patienceMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #asked = 0;

  constructor(make: () => Worker, name: string, patienceMs = PATIENCE_MS) {
    this.#make = make;
    this.#name = name;
    this.#patienceMs = patienceMs;
  }

  /** Rejects with the worker's reason, or once no worker has answered. */
  ask(question: JournalQuestion): Promise<JournalValue> {
    if (this.#worker === null) this.#begin();
    return this.#question(question);
  }

  close(): void {
    this.#end();
    this.#rejectAll(new Error('the journal is closed'));
  }

  #question(question: JournalQuestion): Promise<JournalValue> {
    this.#asked += 1;
    const ask: JournalAsk = { id: this.#asked, ...question };
    return new Promise((resolve, reject) => {
      const waiting: Waiting = { ask, resolve, reject, workers: 0, silence: undefined };
      this.#waiting.set(ask.id, waiting);
      this.#send(waiting);
    });
  }

  #send(waiting: Waiting): void {
    waiting.workers += 1;
    waiting.silence = setTimeout(() => this.#replace('says nothing'), this.#patienceMs);
    this.#worker?.postMessage(waiting.ask);
  }

  /** Makes a worker; it has opened the journal before it comes to the next question. */
  #begin(): void {
    const worker = this.#make();
    this.#worker = worker;
    worker.onmessage = ({ data }: MessageEvent<JournalAnswer>) => this.#settle(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#replace(`failed: ${event.message}`);
    };
    worker.onmessageerror = () => this.#replace('is not understood');
    this.#question({ type: 'open', name: this.#name }).catch((error: Error) => {
      if (this.#worker !== worker) return;
      this.#end();
      this.#rejectAll(error);
    });
  }

  #replace(how: string): void {
    this.#end();
    const again: Waiting[] = [];
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.silence);
      // The fresh worker opens the journal by itself.
      if (waiting.ask.type !== 'open' && waiting.workers < MAX_WORKERS) again.push(waiting);
      else waiting.reject(new Error(`the journal worker ${how}`));
    }
    this.#waiting.clear();
    if (again.length === 0) return;
    this.#begin();
    for (const waiting of again) {
      this.#waiting.set(waiting.ask.id, waiting);
      this.#send(waiting);
    }
  }

  #settle(answer: JournalAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    if (waiting === undefined) return;
    this.#waiting.delete(answer.id);
    clearTimeout(waiting.silence);
    if (answer.ok) waiting.resolve(answer.value);
    else waiting.reject(new Error(answer.reason));
  }

  #end(): void {
    if (this.#worker === null) return;
    this.#worker.onmessage = this.#worker.onmessageerror = null;
    // What it dies of besides is nobody's any more.
    this.#worker.onerror = (event) => event.preventDefault();
    this.#worker.terminate();
    this.#worker = null;
  }

  #rejectAll(error: Error): void {
    for (const waiting of this.#waiting.values()) {
      clearTimeout(waiting.silence);
      waiting.reject(error);
    }
    this.#waiting.clear();
  }
}
