import type { SheetsAnswer, SheetsAsk } from './messages.ts';

/** How the worker is made, and how long it may take in milliseconds. */
export interface SheetsWorker {
  readonly make?: () => Worker;
  readonly patienceMs: number;
}

const sheetsWorker = (): Worker =>
  new Worker(new URL('./sheets-worker.ts', import.meta.url), { type: 'module', name: 'leling-sheets' });

/**
 * Asks a worker of its own, which is ended with its answer: a large workbook leaves no memory behind. What it answers
 * instead where it does not: `stopped`, `too-slow`, or `no-reader` where it cannot be started or breaks.
 */
export function askSheets(
  ask: SheetsAsk,
  { make = sheetsWorker, patienceMs }: SheetsWorker,
  signal?: AbortSignal,
): Promise<SheetsAnswer | 'stopped' | 'too-slow' | 'no-reader'> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve('stopped');
    const worker = make();
    const end = (answer: SheetsAnswer | 'stopped' | 'too-slow' | 'no-reader'): void => {
      worker.terminate();
      clearTimeout(patience);
      signal?.removeEventListener('abort', stop);
      resolve(answer);
    };
    const stop = (): void => end('stopped');
    const patience = setTimeout(() => end('too-slow'), patienceMs);
    signal?.addEventListener('abort', stop);
    worker.addEventListener('message', ({ data }: MessageEvent<SheetsAnswer>) => end(data));
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      console.error(event.message);
      end('no-reader');
    });
    worker.addEventListener('messageerror', () => end('no-reader'));
    worker.postMessage(ask);
  });
}
