import { join } from 'node:path';
import { DatabaseTrouble } from '../../db/trouble.ts';
import { backupsBefore } from '../backup/before-migrating.ts';
import { backupsIn, keptBackups } from '../backup/kept.ts';
import { inspectSqlite } from '../backup/sqlite-copy.ts';
import type { DataFault, Finding } from './examine.ts';

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
  const lines = [
    '数据有问题，主机没有启动，什么也没有改动。',
    'Something is wrong with the data. The hub has not started, and has changed nothing.',
    '',
    `  数据 Data: ${dataDir}`,
    `  ${zh}`,
    `  ${en}`,
    '',
    ...(await wayBack(dataDir, databaseUrl)),
    '',
    '  不恢复，就这样运行（缺的数据不会回来；工作台会一直提醒，直到有人确认）：',
    '  To go on without it (what is lacking stays lost; the console says so until somebody confirms it):',
    '',
    `    ${setting(dataDir)}npm start -- --go-on`,
  ];
  return new FaultyData(lines.join('\n'));
}

async function wayBack(dataDir: string, databaseUrl: string | undefined): Promise<readonly string[]> {
  const backup = await newestGood(dataDir, databaseUrl === undefined ? 'sqlite' : 'dump');
  if (backup === null) {
    return [
      '  这里没有完好的备份。如果别处有，先放回来：npm run restore -- 文件',
      '  There is no good backup here. If there is one elsewhere, put it back: npm run restore -- FILE',
    ];
  }
  return [
    '  恢复最新的完好备份（备份之后的改动，各设备会自动补发；现在的文件会留在 damaged-… 或 replaced 里）：',
    '  To put the newest good backup back (devices send again what they have made since; what stands now is kept in damaged-… or replaced):',
    '',
    `    ${setting(dataDir)}npm run restore -- ${quoted(backup)}`,
    '',
    `  然后 Then: ${setting(dataDir)}npm start`,
  ];
}

/** The newest backup that is whole; of a dump only that it is there, as PostgreSQL's own tools read it. */
async function newestGood(dataDir: string, ending: 'sqlite' | 'dump'): Promise<string | null> {
  const dir = backupsIn(dataDir);
  const nightly = (await keptBackups(dir)).map(({ file }) => file).reverse();
  const candidates = [...nightly, ...(await backupsBefore(dir)).reverse()];
  for (const file of candidates.filter((one) => one.endsWith(ending))) {
    const path = join(dir, file);
    if (ending === 'dump' || isWhole(path)) return path;
  }
  return null;
}

function isWhole(path: string): boolean {
  try {
    inspectSqlite(path);
    return true;
  } catch {
    return false;
  }
}

const setting = (dataDir: string): string => `LELING_DATA=${quoted(dataDir)} `;
const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replace(/'/g, `'\\''`)}'`);
