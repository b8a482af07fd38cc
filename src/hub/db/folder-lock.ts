import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { makeFolder } from './data-folder.ts';
import { inWords } from './sqlite-trouble.ts';
import { FolderInUse } from './trouble.ts';

export { FolderInUse };

/**
 * Keeps a data folder for one process. The lock is the operating system's, held through an open transaction on a
 * file of its own, so it ends with the process however that ends, and nothing stale is ever left to clear away.
 * Returns what lets go of it.
 */
export function lockFolder(dataDir: string): () => void {
  makeFolder(dataDir);
  const noteFile = join(dataDir, 'hub.pid');
  const lockFile = join(dataDir, 'hub.lock');
  const lock = openLock(lockFile);
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_BUSY')
      throw inWords(error, lockFile);
    throw new FolderInUse(
      `Another hub is running on the data folder ${dataDir}${holder(noteFile)}. ` +
        `Stop it first, or give this one a folder of its own with LELING_DATA.`,
    );
  }
  writeFileSync(noteFile, `${process.pid}\n`);
  return () => lock.close();
}

function openLock(file: string): Database.Database {
  try {
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw inWords(error, file);
  }
}

function holder(noteFile: string): string {
  try {
    return ` (process ${readFileSync(noteFile, 'utf8').trim()})`;
  } catch {
    return '';
  }
}
