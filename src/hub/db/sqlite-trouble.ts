import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { givingTo } from './account.ts';
import { takesChanges } from './data-folder.ts';
import { Damaged, DiskTrouble } from './trouble.ts';

/** What SQLite throws, in words where a person can do something about it; a bug stays as it is. */
export function inWords(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const [code] = /^SQLITE_[A-Z]+/.exec(error.code) ?? [];
  switch (code) {
    case 'SQLITE_NOTADB':
    case 'SQLITE_CORRUPT':
      return new Damaged(
        `数据库损坏了。 The database ${file} is damaged (${error.message}). Put a backup back: npm run restore says which there are.`,
        { cause: error },
      );
    case 'SQLITE_FULL':
      return new DiskTrouble(
        'disk-full',
        `磁盘满了，请腾出空间；已经存下的都还在。 The disk is full: ${file} cannot grow. Make room on it; nothing that was saved is lost.`,
        { cause: error },
      );
    case 'SQLITE_CANTOPEN':
    case 'SQLITE_READONLY':
    case 'SQLITE_PERM':
      return new DiskTrouble(
        'read-only',
        // Another folder would be another, empty centre.
        `数据库写不进去，已经存下的都还在；请让本账号能写入它和它的文件夹。 The database ${file} cannot be written (${error.message}). ` +
          `What was saved is there: give this account the right to write it, and in its folder (${givingTo(dirname(file))}).`,
        { cause: error },
      );
    case 'SQLITE_IOERR':
      // SQLite says of a file system that takes nothing, only that writing has failed.
      if (!takesChanges(dirname(file))) {
        return new DiskTrouble(
          'read-only',
          `磁盘变成只读了，多半是它出了错；已经存下的都还在。 The disk under ${file} has become read-only, as a system makes one that ` +
            `fails. Nothing that was saved is lost. Have it checked, or put its data on another.`,
          { cause: error },
        );
      }
      return new DiskTrouble(
        'disk-failing',
        `磁盘读写出错，可能要坏了。 The disk fails under ${file} (${error.message}). Copy the data folder to another disk while it can be read.`,
        { cause: error },
      );
    default:
      return error;
  }
}
