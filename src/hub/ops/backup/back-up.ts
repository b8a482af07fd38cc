import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../db/data-folder.ts';
import type { SqlHubDatabase } from '../../db/hub-database.ts';
import { endingFor, makeCopy } from './copy.ts';
import { backupName, forget, forgetOld, keptBackups, safeSeqs, writeNote } from './kept.ts';
import { publish } from './synced-files.ts';

export interface Made {
  readonly path: string;
  readonly bytes: number;
  readonly kept: number;
}

/** No backup takes this long. */
const ABANDONED_MS = 6 * 3_600_000;

/**
 * Backs the database up while it is in use, under a temporary name until it is whole and on the disk; keeps the newest
 * seven; and writes down what has become safe, which is when devices may forget it.
 */
export async function backUp(database: SqlHubDatabase, dir: string, nowMs: number): Promise<Made> {
  makeFolder(dir);
  await removePartial(dir, nowMs);
  const { engine } = database;
  // By a clock that has lost the year it would be the oldest, and the first to be forgotten.
  const newest = (await keptBackups(dir)).at(-1)?.madeAtMs ?? 0;
  const madeAtMs = Math.max(nowMs, newest + 1);
  const file = backupName(madeAtMs, endingFor(engine));
  const path = join(dir, file);
  const partial = `${path}.part`;
  try {
    const inside = await makeCopy(engine, partial);
    // First the note: a backup without one counts as holding nothing, and would make everything unsafe.
    await writeNote(dir, { file, madeAtMs, ...inside });
    await publish(partial, path);
  } catch (error) {
    // It is tried again every hour: on a full disk what each try leaves would fill it further.
    await forget(dir, file);
    throw error;
  }
  await forgetOld(dir);
  const kept = await keptBackups(dir);
  await database.setSafe(safeSeqs(kept));
  return { path, bytes: (await stat(path)).size, kept: kept.length };
}

/** Removes what an interrupted backup has left, not what another process is making just now. */
async function removePartial(dir: string, nowMs: number): Promise<void> {
  for (const file of await readdir(dir)) {
    if (!/^(hub|before)-.*\.part$/.test(file)) continue;
    const { mtimeMs } = await stat(join(dir, file));
    if (nowMs - mtimeMs > ABANDONED_MS) await rm(join(dir, file), { force: true });
  }
}
