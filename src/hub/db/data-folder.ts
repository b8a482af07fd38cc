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
    tryIn(path);
  } catch (error) {
    throw isReadOnly(error)
      ? readOnly(path, error)
      : unfit(path, '这里不能写入', 'it cannot be written in', error);
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

const isReadOnly = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EROFS';

/** Another folder would be another, empty centre: it is the disk that needs somebody. */
const readOnly = (path: string, cause: unknown): UnfitFolder =>
  new UnfitFolder(
    `磁盘是只读的，主机没有启动：${path}。数据没有动过。磁盘出错时系统会这样做：请检查或更换磁盘，能写入以后再启动。 ` +
      `The disk under ${path} is read-only, and the hub has not started; its data is as it was. A system does this to a disk ` +
      `that fails: have it checked or put its data on another, and start the hub when it can be written.`,
    { cause },
  );

function unfit(path: string, zh: string, en: string, cause?: unknown): UnfitFolder {
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return new UnfitFolder(
    `数据不能放在 ${path}：${zh}。请把 LELING_DATA 设成本账号能写入的文件夹。 ` +
      `The data folder ${path} cannot be used: ${en}${code}. ` +
      `Set LELING_DATA to a folder that this account may write in.`,
    { cause },
  );
}
