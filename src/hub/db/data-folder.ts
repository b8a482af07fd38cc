import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseTrouble } from './trouble.ts';

/** A folder for data cannot be made, or nothing can be written in it. */
class UnfitFolder extends DatabaseTrouble {}

/**
 * Makes a folder and those above it that are missing, for this account alone, and sees that it can be written in.
 * It goes one folder at a time from the nearest that stands: where nothing can be made (`/proc/nope`), Node's own
 * recursive mkdir tries for ever. Throws `UnfitFolder`, in words.
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
    rmdirSync(mkdtempSync(join(path, '.writable-')));
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

function unfit(path: string, zh: string, en: string, cause?: unknown): UnfitFolder {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new UnfitFolder(
    `数据不能放在 ${path}：${zh}。请把 LELING_DATA 设成本账号能写入的文件夹。 ` +
      `The data folder ${path} cannot be used: ${en}${code}. ` +
      `Set LELING_DATA to a folder that this account may write in.`,
    { cause },
  );
}
