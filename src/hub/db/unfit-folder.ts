import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { givingTo, ownAccount, ownerOf } from './account.ts';
import { DatabaseTrouble, DiskTrouble } from './trouble.ts';

/** A folder for data cannot be made, or nothing can be written in it. */
class UnfitFolder extends DatabaseTrouble {}

/**
 * Why a folder cannot be used, and what to do. Where a centre lives in it, or may, never that another folder be set: that
 * would be another, empty centre.
 */
export function unfit(path: string, zh: string, en: string, cause?: unknown): DatabaseTrouble {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  switch (code) {
    case 'EROFS':
      return readOnly(path, cause);
    case 'ENOSPC':
    case 'EDQUOT':
      return full(path, cause);
  }
  if (mayHoldCentre(path))
    return code === 'EACCES' || code === 'EPERM' ? notOurs(path, cause) : failing(path, code, cause);
  return new UnfitFolder(
    `数据不能放在 ${path}：${zh}。请把 LELING_DATA 设成本账号能写入的文件夹。 ` +
      `The data folder ${path} cannot be used: ${en}${code === '' ? '' : ` (${code})`}. ` +
      `Set LELING_DATA to a folder that this account may write in.`,
    { cause },
  );
}

/** Backups lie one folder deeper. What this account may not look for may be there. */
const mayHoldCentre = (path: string): boolean =>
  [path, dirname(path)].some((folder) =>
    ['hub.sqlite', 'hub-id'].some((name) => isThere(join(folder, name))),
  );

function isThere(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES';
  }
}

const readOnly = (path: string, cause: unknown): DatabaseTrouble =>
  new DiskTrouble(
    'read-only',
    `磁盘是只读的，主机没有启动：${path}。数据没有动过。磁盘出错时系统会这样做：请检查或更换磁盘，能写入以后再启动。 ` +
      `The disk under ${path} is read-only, and the hub has not started; its data is as it was. A system does this to a disk ` +
      `that fails: have it checked or put its data on another, and start the hub when it can be written.`,
    { cause },
  );

const full = (path: string, cause: unknown): DatabaseTrouble =>
  new DiskTrouble(
    'disk-full',
    `磁盘满了：${path}。已经存下的都还在，请在这个磁盘上腾出空间，再来一次。 ` +
      `The disk under ${path} is full. What was saved is there: make room on this disk, and try again.`,
    { cause },
  );

const failing = (path: string, code: string, cause: unknown): DatabaseTrouble =>
  new UnfitFolder(
    `${path} 里写不进去（${code}）；已经存下的没有动过，请检查磁盘。 ` +
      `Nothing can be written in ${path} (${code}). What was saved is as it was: have the disk checked.`,
    { cause },
  );

function notOurs(path: string, cause: unknown): DatabaseTrouble {
  const account = ownAccount();
  const [zh, en] = remedy(path);
  return new UnfitFolder(
    `账号 ${account} 不能使用 ${path}，那里可能有中心的数据，没有动过。${zh} ` +
      `The account ${account} may not use ${path}, where a centre's data may be; it is as it was. ${en}`,
    { cause },
  );
}

function remedy(path: string): readonly [zh: string, en: string] {
  const owner = ownerOf(path);
  if (owner === null)
    return [
      '请让它进得去，或换能进去的账号启动。',
      'Let it in there, or start the hub as an account that may go in.',
    ];
  if (owner === process.getuid?.()) return [`请运行：chmod -R u+rwX ${path}`, `Run: chmod -R u+rwX ${path}`];
  if (owner === 0) return [`请交还给它：${givingTo(path)}`, `Give it back: ${givingTo(path)}`];
  return [
    `它归另一个账号（${owner}），请用那个账号运行，或在前面加 sudo。`,
    `It belongs to another account (${owner}): run this as that one, or with sudo.`,
  ];
}
