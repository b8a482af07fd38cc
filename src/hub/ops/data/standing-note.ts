import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { isNumber, isText, shape } from '../../../kernel/guards.ts';
import { writeSynced } from '../backup/synced-files.ts';

/** How far a database had come at some moment: what it holds later is at least this, unless something was lost. */
export interface Come {
  readonly epoch: string;
  /** The newest start of a hub that it knows. */
  readonly run: string;
  /** The version of every bucket. */
  readonly versions: Readonly<Record<string, number>>;
}

const isVersions = (value: unknown): value is Come['versions'] =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => isNumber(one));
export const isCome = shape<Come>({ epoch: isText, run: isText, versions: isVersions });

/** The note beside the database that says how far it had come, so that one put back or lost is found out. */
const noteFile = (dataDir: string): string => join(dataDir, 'hub.json');

export function readStandingNote(dataDir: string): Come | null {
  try {
    const note: unknown = JSON.parse(readFileSync(noteFile(dataDir), 'utf8'));
    return isCome(note) ? note : null;
  } catch {
    return null;
  }
}

export async function writeStandingNote(dataDir: string, come: Come): Promise<void> {
  await writeSynced(noteFile(dataDir), `${JSON.stringify(come)}\n`);
}

/** How far a database has come by what is in it; null for one on which no hub has run. */
export function comeOf(file: Database.Database): Come | null {
  const epoch = file.prepare<[], { value: string }>(`select value from meta where key = 'epoch'`).get();
  const run = file.prepare<[], { id: string }>('select id from run order by "startedAtMs" desc, id desc').get();
  if (epoch === undefined || run === undefined) return null;
  const buckets = file.prepare<[], { name: string; version: number }>('select name, version from bucket').all();
  return {
    epoch: epoch.value,
    run: run.id,
    versions: Object.fromEntries(buckets.map(({ name, version }) => [name, version])),
  };
}

/** Whether a database has come at least as far as was noted: it knows that start of a hub, and no bucket is behind. */
export function hasReached(file: Database.Database, { run, versions }: Come): boolean {
  if (file.prepare('select 1 from run where id = ?').get(run) === undefined) return false;
  const at = file.prepare<[string], { version: number }>('select version from bucket where name = ?');
  return Object.entries(versions).every(([name, version]) => (at.get(name)?.version ?? 0) >= version);
}
