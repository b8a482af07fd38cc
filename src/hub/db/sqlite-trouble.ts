import Database from 'better-sqlite3';
import { Damaged, DatabaseTrouble } from './trouble.ts';

/** What SQLite throws, in words where a person can do something about it; a bug stays as it is. */
export function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const [code] = /^SQLITE_[A-Z]+/.exec(error.code) ?? [];
  switch (code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new Damaged(
        `The database ${file} is damaged (${error.message}). Put a backup back: npm run restore says which there are.`,
        { cause: error },
      );
    case 'SQLITE_FULL':
      return new DatabaseTrouble(
        `The disk is full: ${file} cannot grow. Make room on it; nothing that was saved is lost.`,
        { cause: error },
      );
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return new DatabaseTrouble(
        `The database ${file} cannot be written (${error.message}). Give this account the right to write in its folder, ` +
          `or another folder with LELING_DATA.`,
        { cause: error },
      );
    case 'SQLITE_IOERR':
      return new DatabaseTrouble(
        `The disk fails under ${file} (${error.message}). Copy the data folder to another disk while it can be read.`,
        { cause: error },
      );
    default:
      return error;
  }
}
