import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupsBefore } from './before-migrating.ts';
import { backupsIn, keptBackups } from './kept.ts';
import { restorePostgres } from './restore-postgres.ts';
import { restoreSqlite } from './restore-sqlite.ts';
import { setting } from '../../setting.ts';
import { runCommand, Unfit } from './run-command.ts';

/** `npm run restore -- FILE`: puts the hub back to a backup. */
await runCommand(async () => {
  const dataDir = resolve(setting('LELING_DATA') ?? 'data');
  const asked = process.argv[2];
  if (asked === undefined) throw new Unfit(await whatThereIs(dataDir));
  const file = [resolve(asked), join(backupsIn(dataDir), asked)].find((path) => existsSync(path));
  if (file === undefined) throw new Unfit(`There is no file ${asked}.\n${await whatThereIs(dataDir)}`);
  const databaseUrl = setting('DATABASE_URL');
  const { aside } =
    databaseUrl === undefined
      ? await restoreSqlite(dataDir, file, Date.now())
      : await restorePostgres(databaseUrl, dataDir, file, Date.now());
  return [
    `已恢复 Restored: ${file}`,
    ...(aside === null ? [] : [`原来的数据 What stood before is kept: ${aside}`]),
    '下一步 Next: npm start. Devices send again what they have made since the backup; those paired since pair once more.',
  ];
});

async function whatThereIs(dataDir: string): Promise<string> {
  const dir = backupsIn(dataDir);
  const backups = [...(await backupsBefore(dir)), ...(await keptBackups(dir)).map(({ file }) => file)];
  if (backups.length === 0) return `Say which backup: npm run restore -- FILE. There are none in ${dir}.`;
  const list = backups.map((file) => `  npm run restore -- ${join(dir, file)}`).reverse();
  return `Say which backup, the newest first:\n${list.join('\n')}`;
}
