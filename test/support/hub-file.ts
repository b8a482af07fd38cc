import { join } from 'node:path';
import Database from 'better-sqlite3';

/** A hub that is only starting lets nobody at its file for a moment, and on a busy machine moments are long. */
const LOCKED_AT_MOST_MS = 60_000;

/**
 * Reads in a hub's database file, also beside a hub that is at work on it: all that is asked is as it stood at one moment.
 * What is counted first and what is counted then would not fit together where the hub has written between.
 */
export function inHubFile<T>(dataDir: string, look: (file: Database.Database) => T, name = 'hub.sqlite'): T {
  const file = new Database(join(dataDir, name), { readonly: true, timeout: LOCKED_AT_MOST_MS });
  try {
    return file.transaction(() => look(file))();
  } finally {
    file.close();
  }
}
