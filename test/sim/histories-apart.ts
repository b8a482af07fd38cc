import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Ending } from './history.ts';

/** One history that is wanted. */
export interface Wanted {
  readonly seed: number;
  /** The mechanism it goes without. */
  readonly without?: string;
  /** Whether its devices seal what the hub has. */
  readonly seals?: boolean;
  readonly tracing?: boolean;
}

/**
 * Histories lived in a thread of their own: the test runner looks after every promise of its own thread, of which a history makes
 * hundreds of thousands, and a third of the processor went there.
 */
export class HistoriesApart {
  readonly #thread = new Worker(new URL('./history-thread.ts', import.meta.url));

  /** One at a time. */
  async live(wanted: Wanted): Promise<Ending> {
    this.#thread.postMessage(wanted);
    const [ending]: Ending[] = await once(this.#thread, 'message');
    if (ending === undefined) throw new Error('a history ended without an ending');
    return ending;
  }

  async end(): Promise<void> {
    await this.#thread.terminate();
  }
}
