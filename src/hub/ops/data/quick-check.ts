import { Worker } from 'node:worker_threads';

/**
 * What SQLite finds wrong in a database file, null when it finds it whole. In a thread, as a large one takes a while; one
 * that cannot be looked at at all (no memory for the thread) is not called damaged for it.
 */
export function quickCheck(file: string): Promise<string | null> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL('./check-thread.ts', import.meta.url), { workerData: file });
    thread.unref();
    thread.once('message', (found: unknown) => resolve(found === 'ok' ? null : String(found)));
    thread.once('error', () => resolve(null));
    thread.once('exit', () => resolve(null));
  });
}
