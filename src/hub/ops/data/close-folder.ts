import { chmod, lstat, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isOwnName } from './own-names.ts';

/** What belongs to this account alone. */
const FOLDER = 0o700;
const FILE = 0o600;
const OF_OTHERS = 0o077;

/**
 * Closes a data folder and what is in it to every other account: it holds elders' names and phones, and may have been made
 * by hand. A folder in which others keep things too stays as it is, and what is the hub's in it is closed one by one.
 * Returns what could not be closed.
 */
export async function closeFolder(dataDir: string): Promise<readonly string[]> {
  const left: string[] = [];
  const names = await readdir(dataDir);
  if (names.every(isOwnName) && !(await close(dataDir, await stat(dataDir)))) left.push(dataDir);
  for (const name of names.filter(isOwnName)) left.push(...(await closeTree(join(dataDir, name))));
  return left;
}

async function closeTree(path: string): Promise<readonly string[]> {
  const found = await lstat(path).catch(() => null);
  // Another disk's folder is its owner's to close.
  if (found === null || !(found.isFile() || found.isDirectory())) return [];
  const left = (await close(path, found)) ? [] : [path];
  // Films and sounds are no secret, and there may be thousands: behind a closed folder they are closed enough.
  if (found.isFile() || /\/(media|speech)$/.test(path)) return left;
  for (const name of await readdir(path).catch(() => [])) left.push(...(await closeTree(join(path, name))));
  return left;
}

/** Whether it is closed now. */
async function close(
  path: string,
  found: { readonly mode: number; isDirectory(): boolean },
): Promise<boolean> {
  if ((found.mode & OF_OTHERS) === 0) return true;
  try {
    await chmod(path, found.isDirectory() ? FOLDER : FILE);
    // Some file systems (a USB stick's) take it and do nothing.
    return ((await stat(path)).mode & OF_OTHERS) === 0;
  } catch {
    return false;
  }
}
