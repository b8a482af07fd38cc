import Database from 'better-sqlite3';
import { Damaged } from '../../db/trouble.ts';
import { setShutdownMark } from '../data/shutdown-mark.ts';
import { comeOf } from '../data/standing-note.ts';
import type { Inside } from './kept.ts';

/** Copies a database that is in use, page by page, into one self-contained file, and looks whether it is whole. */
export async function copySqlite(source: Database.Database, path: string): Promise<Inside> {
  await source.backup(path);
  const copy = new Database(path, { fileMustExist: true });
  try {
    // Without a log beside it, so that the one file is all there is.
    copy.pragma('journal_mode = delete');
    const inside = lookInside(copy);
    // Nothing of it stands in a log.
    setShutdownMark(copy, 'clean');
    return inside;
  } finally {
    copy.close();
  }
}

/** Checks a database file as a whole, and says what it holds. */
export function inspectSqlite(path: string): Inside {
  const file = openChecked(path);
  try {
    return lookInside(file);
  } finally {
    file.close();
  }
}

function openChecked(path: string): Database.Database {
  try {
    return new Database(path, { readonly: true, fileMustExist: true });
  } catch (error) {
    throw new Damaged(`${path} cannot be opened: ${String(error)}`, { cause: error });
  }
}

function lookInside(file: Database.Database): Inside {
  try {
    const [health] = file.prepare<[], { integrity_check: string }>('pragma integrity_check').all();
    if (health?.integrity_check !== 'ok')
      throw new Damaged(`SQLite finds: ${health?.integrity_check ?? 'nothing'}`);
    const epoch = file.prepare<[], { value: string }>(`select value from meta where key = 'epoch'`).get();
    const clients = file
      .prepare<[], { clientId: string; last: number }>('select "clientId", last from client')
      .all();
    const come = comeOf(file);
    if (epoch === undefined) throw new Damaged('it has no epoch, so no hub has ever run on it');
    return {
      epoch: epoch.value,
      clients: Object.fromEntries(clients.map((one) => [one.clientId, one.last])),
      ...(come === null ? {} : { come }),
    };
  } catch (error) {
    if (error instanceof Damaged) throw error;
    throw new Damaged(`it is no hub database: ${String(error)}`, { cause: error });
  }
}
