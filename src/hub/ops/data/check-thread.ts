import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** A thread of its own: reads a whole database and says what SQLite finds wrong in it, `ok` when nothing is. */
function finds(path: string): string {
  try {
    const file = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const [first] = file.prepare<[], { quick_check: string }>('pragma quick_check(1)').all();
      return first?.quick_check ?? 'nothing';
    } finally {
      file.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

parentPort?.postMessage(finds(String(workerData)));
