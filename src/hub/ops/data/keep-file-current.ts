import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SqlHubDatabase } from '../../db/hub-database.ts';
import { SqliteEngine } from '../../db/sqlite.ts';
import { markSql } from './shutdown-mark.ts';
import { comeOf, writeStandingNote } from './standing-note.ts';

/**
 * Marks the database as being at work on, and keeps its file near what the log holds. Returns what ends that, before the
 * database is closed: it is marked as whole in itself then. PostgreSQL sees to all this itself.
 */
export async function keepFileCurrent(database: SqlHubDatabase): Promise<() => Promise<void>> {
  const { engine } = database;
  if (!(engine instanceof SqliteEngine)) return async () => undefined;
  const path = engine.file.name;
  await engine.write('', (runner) => runner.all(markSql, ['open']));
  const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), {
    workerData: path,
    // It holds a list of versions, and nothing more.
    resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 2 },
  });
  thread.unref();
  const gone = new Promise<void>((resolve) => {
    thread.once('exit', () => resolve());
    // One that could not be begun leaves the log to SQLite's own rules.
    thread.once('error', () => resolve());
  });
  return async () => {
    thread.ref();
    thread.postMessage('end');
    await gone;
    await engine.write('', (runner) => runner.all(markSql, ['clean']));
    const come = comeOf(engine.file);
    if (come !== null) await writeStandingNote(dirname(path), come);
  };
}
