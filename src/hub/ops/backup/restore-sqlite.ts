import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { damagedFolder } from '../data/keep-damaged.ts';
import { comeOf, writeStandingNote } from '../data/standing-note.ts';
import { lockFolder } from '../../db/folder-lock.ts';
import { databaseFile, openSqliteDatabase } from '../../db/open.ts';
import { backupName, backupsIn, keptBackups, safeSeqs } from './kept.ts';
import { newEpoch } from './new-epoch.ts';
import { inspectSqlite } from './sqlite-copy.ts';
import { publish, sync } from './synced-files.ts';

const FILES = ['', '-wal', '-shm'];

export interface Restored {
  /** Where what stood before is kept; null when there was nothing. */
  readonly aside: string | null;
}

/**
 * Makes a backup the truth, under a new epoch. At every moment the data folder holds a whole database: the one before,
 * which is kept aside, or the restored one.
 */
export async function restoreSqlite(dataDir: string, backup: string, nowMs: number): Promise<Restored> {
  const unlock = lockFolder(dataDir);
  try {
    inspectSqlite(backup);
    const standing = databaseFile(dataDir);
    const coming = `${standing}.coming`;
    await rm(coming, { force: true });
    await copyFile(backup, coming);
    await prepare(coming, dataDir);
    const aside = FILES.some((ending) => existsSync(standing + ending))
      ? await keepAside(dataDir, standing, nowMs)
      : null;
    await publish(coming, standing);
    await noteStanding(dataDir, standing);
    return { aside };
  } finally {
    unlock();
  }
}

/** Brings the copy up to this program's shape, gives it its epoch, and folds its log into the one file. */
async function prepare(file: string, dataDir: string): Promise<void> {
  const database = await openSqliteDatabase(file);
  await newEpoch(database);
  await database.setSafe(safeSeqs(await keptBackups(backupsIn(dataDir))));
  await database.close();
  const closed = new Database(file);
  closed.pragma('journal_mode = delete');
  closed.close();
}

/**
 * A second name for the database that stood, so that it is not gone when the first name is given away: among those
 * replaced, or, where it is damaged, in a folder of its own.
 */
async function keepAside(dataDir: string, standing: string, nowMs: number): Promise<string> {
  const isWhole = foldLog(standing);
  const dir = isWhole ? join(dataDir, 'replaced') : damagedFolder(dataDir, nowMs);
  await mkdir(dir, { recursive: true });
  const aside = join(dir, isWhole ? backupName(nowMs, 'sqlite') : basename(standing));
  // A log that could not be folded in belongs to the old file alone: beside the restored one it would damage that.
  for (const ending of ['-wal', '-shm']) {
    if (existsSync(standing + ending)) await rename(standing + ending, aside + ending);
  }
  // Some file systems have no second names: then it is copied.
  if (existsSync(standing)) await link(standing, aside).catch(() => copyFile(standing, aside));
  await sync(dir);
  return isWhole ? aside : dir;
}

/** Folds the log into the file; false where that, or the file, is not whole: it is kept as it is, log and all. */
function foldLog(file: string): boolean {
  try {
    inspectSqlite(file);
    const database = new Database(file, { fileMustExist: true });
    database.pragma('wal_checkpoint(truncate)');
    database.close();
    return true;
  } catch {
    return false;
  }
}

/** The next start sees by it that this database is the truth now, however old. */
async function noteStanding(dataDir: string, standing: string): Promise<void> {
  const file = new Database(standing, { readonly: true });
  try {
    const come = comeOf(file);
    if (come !== null) await writeStandingNote(dataDir, come);
  } finally {
    file.close();
  }
}
