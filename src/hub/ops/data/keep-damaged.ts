import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { databaseFile } from '../../db/open.ts';
import { stampOf } from '../backup/kept.ts';
import { sync } from '../backup/synced-files.ts';

/** Where the files of a damaged database are kept: who knows how may save more from them. */
export const damagedFolder = (dataDir: string, nowMs: number): string =>
  join(dataDir, `damaged-${stampOf(nowMs)}`);

/** Puts a damaged database aside with its log, whole: moved away, or copied where it is to be gone on with. */
export async function keepDamaged(dataDir: string, nowMs: number, how: 'move' | 'copy'): Promise<void> {
  const file = databaseFile(dataDir);
  const files = [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one));
  if (files.length === 0) return;
  const dir = damagedFolder(dataDir, nowMs);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  for (const one of files) {
    const aside = join(dir, basename(one));
    await (how === 'move' ? rename(one, aside) : copyFile(one, aside));
  }
  await sync(dir);
  await sync(dataDir);
}
