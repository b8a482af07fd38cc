import { join } from 'node:path';
import { givingTo, ownAccount } from '../../db/account.ts';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { mayRead } from '../account/may-read.ts';
import { backupsBefore } from '../backup/before-migrating.ts';
import { backupsIn, keptBackups } from '../backup/kept.ts';
import { inspectSqlite } from '../backup/sqlite-copy.ts';
import type { DataFault, Finding } from './examine.ts';
import { waysOn, type WaysOn } from './ways-on.ts';

/** A centre's data is not what it should be: the hub has not started, and the message says the ways on. */
export class FaultyData extends DatabaseTrouble {}

const WORDS: Readonly<Record<DataFault, (detail: string) => readonly [zh: string, en: string]>> = {
  missing: (detail) => [
    `数据库 hub.sqlite 不见了，但这里有过一个中心（${detail}）。`,
    `The database hub.sqlite is missing, though a centre has lived here (${detail}).`,
  ],
  empty: (detail) => [
    `数据库 hub.sqlite 是空的，但这里有过一个中心（${detail}）。`,
    `The database hub.sqlite is empty, though a centre has lived here (${detail}).`,
  ],
  'not-a-database': () => ['hub.sqlite 不是数据库文件。', 'The file hub.sqlite is no database.'],
  foreign: (detail) => [
    `hub.sqlite 是别的程序的数据库（表：${detail}）。`,
    `The file hub.sqlite is another program's database (tables: ${detail}).`,
  ],
  damaged: (detail) => [
    `数据库 hub.sqlite 损坏了（${detail}）。`,
    `The database hub.sqlite is damaged (${detail}).`,
  ],
  'log-lost': () => [
    '主机上次没有正常停止，装着最新改动的 hub.sqlite-wal 又不见了，或者只拷贝了 hub.sqlite 一个文件。',
    'The hub was cut off, and hub.sqlite-wal with its newest changes is gone, or hub.sqlite alone was copied here.',
  ],
  behind: (detail) => [
    `数据库 hub.sqlite 比记录的旧（见 ${detail}）：后来的改动不在里面。`,
    `The database hub.sqlite is older than what was noted of it (${detail}): later changes are not in it.`,
  ],
};

interface Place {
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
}

/** What was found, and each way on with its one command. */
export async function faultyData(place: Place, { fault, detail }: Finding): Promise<FaultyData> {
  const { dataDir, databaseUrl } = place;
  const [zh, en] = WORDS[fault](detail.replace(/\s+/g, ' '));
  const ways = waysOn(dataDir, databaseUrl);
  const lines = [
    '数据有问题，主机没有启动，什么也没有改动。',
    'Something is wrong with the data. The hub has not started, and has changed nothing.',
    '',
    `  数据 Data: ${dataDir}`,
    `  ${zh}`,
    `  ${en}`,
    '',
    ...(await wayBack(dataDir, databaseUrl, ways)),
    '',
    '  不恢复，就这样运行（缺的数据不会回来；工作台会一直提醒，直到有人确认）：',
    '  To go on without it (what is lacking stays lost; the console says so until somebody confirms it):',
    '',
    `    ${ways.goOn}`,
    ...(ways.afterGoOn === null
      ? []
      : ['', `  运行起来以后按 Ctrl-C 停下，然后 Once it runs, stop it by Ctrl-C, then: ${ways.afterGoOn}`]),
  ];
  return new FaultyData(lines.join('\n'));
}

async function wayBack(
  dataDir: string,
  databaseUrl: string | undefined,
  ways: WaysOn,
): Promise<readonly string[]> {
  const { good, closed } = await newestGood(dataDir, databaseUrl === undefined ? 'sqlite' : 'dump');
  const unread = closed === null ? [] : cannotRead(dataDir, closed);
  if (good === null) {
    if (closed !== null) return unread;
    return [
      `  这里没有完好的备份。如果别处有，先放回来：${ways.restore('文件')}`,
      `  There is no good backup here. If there is one elsewhere, put it back: ${ways.restore('FILE')}`,
    ];
  }
  return [
    ...unread,
    '  恢复最新的完好备份（备份之后的改动，各设备会自动补发；现在的文件会留在 damaged-… 或 replaced 里）：',
    '  To put the newest good backup back (devices send again what they have made since; what stands now is kept in damaged-… or replaced):',
    '',
    `    ${ways.restore(good)}`,
    '',
    `  然后 Then: ${ways.start}`,
  ];
}

const cannotRead = (dataDir: string, path: string): readonly string[] => [
  `  备份要先让账号 ${ownAccount()} 能读（${path}），再启动一次：`,
  `  The account ${ownAccount()} may not read the backups (${path}). Let it, and start again:`,
  '',
  `    ${givingTo(dataDir)}`,
  '',
];

interface Newest {
  /** The newest backup that is whole; of a dump only that it is there, as PostgreSQL's own tools read it. */
  readonly good: string | null;
  /** The newest that may be one, and that this account may not read. */
  readonly closed: string | null;
}

async function newestGood(dataDir: string, ending: 'sqlite' | 'dump'): Promise<Newest> {
  const dir = backupsIn(dataDir);
  const nightly = (await keptBackups(dir)).map(({ file }) => file).reverse();
  const candidates = [...nightly, ...(await backupsBefore(dir)).reverse()];
  let closed = mayRead(dir) ? null : dir;
  for (const file of candidates.filter((one) => one.endsWith(ending))) {
    const path = join(dir, file);
    if (!mayRead(path)) closed ??= path;
    else if (ending === 'dump' || isWhole(path)) return { good: path, closed };
  }
  return { good: null, closed };
}

function isWhole(path: string): boolean {
  try {
    inspectSqlite(path);
    return true;
  } catch {
    return false;
  }
}
