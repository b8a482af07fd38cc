import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { databaseFile } from '../../db/open.ts';
import { inWords } from '../../db/sqlite-trouble.ts';
import { Damaged } from '../../db/trouble.ts';
import { backupsIn, keptBackups } from '../backup/kept.ts';
import { tracesIn } from './own-names.ts';
import { quickCheck } from './quick-check.ts';
import { wasCutOff } from './shutdown-mark.ts';
import { comeOf, hasReached, readStandingNote } from './standing-note.ts';

/**
 * What can be wrong with a centre's data.
 * - `missing`, `empty`: there is no database, or nothing in it, beside what a centre has left.
 * - `not-a-database`, `foreign`: the file is none, or another program's.
 * - `damaged`: SQLite finds it so.
 * - `log-lost`: a hub was cut off on it, and the log with its newest changes is not there.
 * - `behind`: it is older than what was noted of it.
 */
export type DataFault =
  'missing' | 'empty' | 'not-a-database' | 'foreign' | 'damaged' | 'log-lost' | 'behind';

export interface Finding {
  readonly fault: DataFault;
  /** What speaks for it: SQLite's words, or the names of what lies there. */
  readonly detail: string;
}

interface Examined {
  /** Null for data that is whole, and for a folder that has never held a centre. */
  readonly finding: Finding | null;
  /** The whole check, where it takes longer than a start waits for it: what SQLite finds, or null. */
  readonly later: Promise<string | null> | null;
}

/** A start waits so long for a database to be read from end to end; a centre after three busy years takes a second. */
const CHECK_WITHIN_MS = 20_000;

/** Looks at the data of a centre before it is used, and changes nothing. Only for who holds the folder's lock. */
export async function examine(dataDir: string, checkWithinMs = CHECK_WITHIN_MS): Promise<Examined> {
  const path = databaseFile(dataDir);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined || size === 0) {
    const traces = await tracesIn(dataDir);
    if (traces.length === 0) return { finding: null, later: null };
    return found(size === undefined ? 'missing' : 'empty', traces.join(', '));
  }
  if (statSync(path).isDirectory()) return { finding: null, later: null };
  if (!beginsAsSqlite(path)) return found('not-a-database', path);
  const hasLog = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const examined = await lookThrough(dataDir, hasLog, checkWithinMs);
  // Looking alone makes an empty log, which says nothing.
  if (!hasLog && examined.later === null)
    for (const ending of ['-wal', '-shm']) await rm(path + ending, { force: true });
  return examined;
}

async function lookThrough(dataDir: string, hasLog: boolean, checkWithinMs: number): Promise<Examined> {
  const path = databaseFile(dataDir);
  const checked = quickCheck(path);
  const wrong = await Promise.race([checked, after(checkWithinMs)]);
  if (typeof wrong === 'string') return found('damaged', wrong);
  return { finding: await lookInto(dataDir, path, hasLog), later: wrong === undefined ? checked : null };
}

const found = (fault: DataFault, detail: string): Examined => ({ finding: { fault, detail }, later: null });

/** Undefined, after a time. */
const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());

function beginsAsSqlite(path: string): boolean {
  const head = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return head.toString('latin1') === 'SQLite format 3\0';
}

/** What a whole database says of itself, beside what was noted of it. */
async function lookInto(dataDir: string, path: string, hasLog: boolean): Promise<Finding | null> {
  let file: Database.Database | undefined;
  try {
    file = new Database(path, { readonly: true, fileMustExist: true });
    const tables = file.prepare(`select name from sqlite_master where type = 'table'`).pluck().all();
    if (tables.length === 0) {
      const traces = await tracesIn(dataDir);
      return traces.length === 0 ? null : { fault: 'empty', detail: traces.join(', ') };
    }
    const lacks = ['migration', 'meta', 'run', 'bucket', 'client'].filter((name) => !tables.includes(name));
    if (lacks.length > 0) return { fault: 'foreign', detail: tables.slice(0, 5).join(', ') };
    if (wasCutOff(file) && !hasLog) return { fault: 'log-lost', detail: `${path}-wal` };
    const ahead = await aheadOf(dataDir, file);
    return ahead === null ? null : { fault: 'behind', detail: ahead };
  } catch (error) {
    const trouble = inWords(error, path);
    if (trouble instanceof Damaged) return { fault: 'damaged', detail: String(error) };
    throw trouble;
  } finally {
    file?.close();
  }
}

/**
 * The note that says more than the database holds, null when none does. A restore begins an epoch of its own, and writes
 * the note of it: a backup of another epoch may well be ahead.
 */
async function aheadOf(dataDir: string, file: Database.Database): Promise<string | null> {
  const noted = readStandingNote(dataDir);
  if (noted !== null && !hasReached(file, noted)) return 'hub.json';
  const come = comeOf(file);
  const lasts = file.prepare<[], { clientId: string; last: number }>('select "clientId", last from client').all();
  for (const { file: name, epoch, clients, come: then } of await keptBackups(backupsIn(dataDir))) {
    if (epoch !== come?.epoch) continue;
    if (then !== undefined && !hasReached(file, then)) return name;
    // One that has gone is no sign: browsers that have not been seen for long are forgotten.
    const isBehind = ({ clientId, last }: { clientId: string; last: number }): boolean =>
      Object.hasOwn(clients, clientId) && last < (clients[clientId] ?? 0);
    if (lasts.some(isBehind)) return name;
  }
  return null;
}
