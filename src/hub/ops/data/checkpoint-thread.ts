import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import { comeOf, writeStandingNote } from './standing-note.ts';

/**
 * A thread of its own: carries what is new over from the log into the database's file every little while, so that the
 * file alone is worth copying, and notes how far it has come. Passive: whoever writes or reads waits for none of it.
 */
const EVERY_MS = 30_000;

const path = String(workerData);
const file = new Database(path, { fileMustExist: true });
/** Moves with every commit of another connection. */
const version = (): unknown => file.pragma('data_version', { simple: true });
let seen: unknown = null;

async function turn(): Promise<void> {
  const now = version();
  if (now === seen) return;
  const come = comeOf(file);
  file.pragma('wal_checkpoint(passive)');
  if (come !== null) await writeStandingNote(dirname(path), come);
  seen = now;
}

/** One after the other; a turn that fails (a full disk) is made up for by the next. */
let underWay: Promise<void> = Promise.resolve();
const next = (): void => void (underWay = underWay.then(turn).catch(() => undefined));

const timer = setInterval(next, EVERY_MS);
next();
parentPort?.once('message', () => {
  clearInterval(timer);
  void underWay.then(() => {
    file.close();
    parentPort?.close();
  });
});
