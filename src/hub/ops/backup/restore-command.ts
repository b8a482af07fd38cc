import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupsBefore } from './before-migrating.ts';
import { backupsIn, keptBackups } from './kept.ts';
import { restorePostgres } from './restore-postgres.ts';
import { restoreSqlite } from './restore-sqlite.ts';
import { setting } from '../../setting.ts';
import { serviceData, START_SERVICE } from '../account/hub-service.ts';
import { mayNotRead, mayRead } from '../account/may-read.ts';
import { readForOwner } from '../account/read-for-owner.ts';
import { runCommand, Unfit } from './run-command.ts';

/** `npm run restore -- FILE`: puts the hub back to a backup. */
await runCommand(async () => {
  const dataDir = resolve(setting('LELING_DATA') ?? 'data');
  const asked = process.argv[2];
  if (asked === undefined) throw new Unfit(await whatThereIs(dataDir));
  const paths = [resolve(asked), join(backupsIn(dataDir), asked)];
  const file = paths.find((path) => existsSync(path));
  if (file === undefined) {
    const closed = paths.find((path) => !mayRead(path));
    throw new Unfit(
      closed === undefined
        ? `没有这个文件。 There is no file ${asked}.\n${await whatThereIs(dataDir)}`
        : mayNotRead(closed, dataDir),
    );
  }
  const next = serviceData() === dataDir ? START_SERVICE : 'npm start';
  const { aside } = await readForOwner(file, dataDir, (readable) => restore(dataDir, readable));
  return [
    `已恢复 Restored: ${file}`,
    ...(aside === null ? [] : [`原来的数据 What stood before is kept: ${aside}`]),
    `下一步 Next: ${next}. Devices send again what they have made since the backup; those paired since pair once more.`,
  ];
});

function restore(dataDir: string, file: string): Promise<{ readonly aside: string | null }> {
  const databaseUrl = setting('DATABASE_URL');
  return databaseUrl === undefined
    ? restoreSqlite(dataDir, file, Date.now())
    : restorePostgres(databaseUrl, dataDir, file, Date.now());
}

async function whatThereIs(dataDir: string): Promise<string> {
  const dir = backupsIn(dataDir);
  const backups = [...(await backupsBefore(dir)), ...(await keptBackups(dir)).map(({ file }) => file)];
  if (backups.length === 0) {
    if (!mayRead(dir)) return mayNotRead(dir, dataDir);
    const service = serviceData();
    return (
      `Say which backup: npm run restore -- FILE. There are none in ${dir}.` +
      (service === null || service === dataDir
        ? ''
        : `\n服务的备份 Those of the service: sudo env LELING_DATA=${service} npm run restore`)
    );
  }
  const list = backups.map((file) => `  npm run restore -- ${join(dir, file)}`).reverse();
  return `Say which backup, the newest first:\n${list.join('\n')}`;
}
