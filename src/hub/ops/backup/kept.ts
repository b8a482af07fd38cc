import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isNumber, shape } from '../../../kernel/guards.ts';
import { isCome, type Come } from '../data/standing-note.ts';
import { writeSynced } from './synced-files.ts';

/** How many backups are kept. */
export const KEPT = 7;

/** A backup: the file, and what is said of it in the note beside it. */
interface Backup {
  readonly file: string;
  readonly madeAtMs: number;
  readonly epoch: string;
  /** The newest seq of every client inside it. */
  readonly clients: { readonly [clientId: string]: number };
  /** How far its database had come; an earlier build noted none. */
  readonly come?: Come | undefined;
}

/** What a backup holds, as its maker found inside it. */
export type Inside = Pick<Backup, 'epoch' | 'clients' | 'come'>;

/** Where a data folder keeps its backups. */
export const backupsIn = (dataDir: string): string => join(dataDir, 'backups');

const NOTE = '.note.json';

/** The backups in a folder, oldest first. One without a readable note holds nothing that could be called safe. */
export async function keptBackups(dir: string): Promise<Backup[]> {
  const files = await readdir(dir).catch((): string[] => []);
  const backups = files.filter((file) => /^hub-.*\.(sqlite|dump)$/.test(file)).sort();
  return Promise.all(backups.map((file) => readNote(dir, file)));
}

async function readNote(dir: string, file: string): Promise<Backup> {
  try {
    const note: unknown = JSON.parse(await readFile(join(dir, file + NOTE), 'utf8'));
    return isNote(note) ? { ...note, file } : { file, ...UNREADABLE };
  } catch {
    return { file, ...UNREADABLE };
  }
}

const UNREADABLE = { madeAtMs: 0, epoch: '', clients: {} };
const isLasts = (value: unknown): value is Backup['clients'] =>
  typeof value === 'object' && value !== null && Object.values(value).every((one) => isNumber(one));
const isNote = shape<Omit<Backup, 'file'>>({
  madeAtMs: isNumber,
  epoch: (value): value is string => typeof value === 'string',
  clients: isLasts,
  come: (value): value is Come | undefined => value === undefined || isCome(value),
});

export async function writeNote(dir: string, { file, ...note }: Backup): Promise<void> {
  await writeSynced(join(dir, file + NOTE), JSON.stringify(note));
}

/** Removes all but the newest. */
export async function forgetOld(dir: string): Promise<void> {
  const backups = await keptBackups(dir);
  for (const { file } of backups.slice(0, -KEPT)) await forget(dir, file);
}

/** Removes a backup with its note, also one that was never finished. */
export async function forget(dir: string, file: string): Promise<void> {
  for (const name of [file, file + NOTE])
    for (const ending of ['', '.part']) await rm(join(dir, name + ending), { force: true });
}

/**
 * What every kept backup holds of every client: it may be forgotten by who made it, whichever backup is restored.
 * After a restore the oldest file need not be the one that holds least, so it is the least of all.
 */
export function safeSeqs(backups: readonly Backup[]): Map<string, number> {
  const safe = new Map<string, number>();
  const [first, ...others] = backups;
  for (const [clientId, last] of Object.entries(first?.clients ?? {})) {
    // A client names itself: `constructor` is in every object, and in no backup.
    const inOther = others.map(({ clients }) => (Object.hasOwn(clients, clientId) ? clients[clientId] : 0));
    safe.set(clientId, Math.min(last, ...inOther.map((seq) => seq ?? 0)));
  }
  return safe;
}

/** A backup's file name: by its time, so that names sort as times do. */
export const backupName = (nowMs: number, ending: 'sqlite' | 'dump'): string =>
  `hub-${stampOf(nowMs)}.${ending}`;

/** A time as file names have it. */
export const stampOf = (nowMs: number): string => new Date(nowMs).toISOString().replace(/[:.]/g, '-');
