import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { unfit } from './unfit-folder.ts';

/**
 * Makes a folder and those above it that are missing, for this account alone, and sees that it can be written in.
 * It goes one folder at a time from the nearest that stands: where nothing can be made (`/proc/nope`), Node's own
 * recursive mkdir tries for ever. Throws a `DatabaseTrouble`, in words.
 */
export function makeFolder(folder: string): void {
  const path = resolve(folder);
  const missing: string[] = [];
  let standing = path;
  for (; !existsSync(standing) && dirname(standing) !== standing; standing = dirname(standing)) {
    missing.unshift(standing);
  }
  if (existsSync(standing) && !isFolder(standing)) {
    throw unfit(path, `${standing} 是文件，不是文件夹`, `${standing} is a file, not a folder`);
  }
  try {
    for (const one of missing) makeOne(one);
  } catch (error) {
    throw unfit(path, `${standing} 里不能新建文件夹`, `nothing can be made in ${standing}`, error);
  }
  try {
    tryIn(path);
  } catch (error) {
    throw unfit(path, '这里不能写入', 'it cannot be written in', error);
  }
}

/** Another hub that starts at the same moment may have made it. */
function makeOne(path: string): void {
  try {
    // It holds the names of elders: nobody else's to read.
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!isFolder(path)) throw error;
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** A file system that its errors have closed says nothing of that in its rights: only a change tells. */
const tryIn = (folder: string): void => rmdirSync(mkdtempSync(join(folder, '.writable-')));

/** Whether something can be made in a folder; one that is full may still take a little. */
export function takesChanges(folder: string): boolean {
  try {
    tryIn(folder);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && !READ_ONLY.includes(String(error.code));
  }
}

/** The file system takes nothing, or nothing from this account. */
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];
