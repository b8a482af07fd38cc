import { statSync } from 'node:fs';
import { FolderInUse, lockFolder } from '../../db/folder-lock.ts';
import { SqlHubDatabase } from '../../db/hub-database.ts';
import { databaseFile } from '../../db/open.ts';
import { openSqlite, SqliteEngine } from '../../db/sqlite.ts';
import { setShutdownMark, wasCutOff } from './shutdown-mark.ts';

/** A database that is used beside its hub, and how to let go of it. */
interface Beside {
  readonly database: SqlHubDatabase;
  close(): Promise<void>;
}

/**
 * Opens an embedded database as it is and without taking its folder: a hub may be at work on it, an older one too.
 * Where none is, closing carries the log over and removes it. A hub that was cut off would miss it at its next start, so
 * the file is marked as whole first; not where the log was missing before: then newest changes are.
 */
export function openBeside(dataDir: string): Beside {
  const path = databaseFile(dataDir);
  const hadLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const file = openSqlite(path);
  const database = new SqlHubDatabase(new SqliteEngine(file, () => undefined), { defer: queueMicrotask });
  return {
    database,
    async close() {
      const unlock = hadLog && wasCutOff(file) ? lockedUnlessInUse(dataDir) : null;
      if (unlock !== null) setShutdownMark(file, 'clean');
      await database.close();
      unlock?.();
    },
  };
}

/** Null where a hub is at work: it closes the file itself, later. */
function lockedUnlessInUse(dataDir: string): (() => void) | null {
  try {
    return lockFolder(dataDir);
  } catch (error) {
    if (error instanceof FolderInUse) return null;
    throw error;
  }
}
