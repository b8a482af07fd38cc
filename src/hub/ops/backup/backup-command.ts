import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SqlHubDatabase } from '../../db/hub-database.ts';
import { databaseFile, openAsItIs } from '../../db/open.ts';
import { openSqlite, SqliteEngine } from '../../db/sqlite.ts';
import { backUp } from './back-up.ts';
import { backupsIn } from './kept.ts';
import { setting } from '../../setting.ts';
import { runCommand, Unfit } from './run-command.ts';

/** `npm run backup`: a backup now, whether the hub runs or not. */
await runCommand(async () => {
  const dataDir = resolve(setting('LELING_DATA') ?? 'data');
  const database = await openBeside(dataDir, setting('DATABASE_URL'));
  try {
    const { path, bytes, kept } = await backUp(database, backupsIn(dataDir), Date.now());
    return [
      `备份完成 Backed up: ${path} (${(bytes / 1e6).toFixed(1)} MB, ${kept} kept)`,
      `恢复时 To restore it: stop the hub, then npm run restore -- ${path}`,
    ];
  } finally {
    await database.close();
  }
});

/** Opens the database as it is and without taking its folder: a hub may be at work on it, an older one too. */
async function openBeside(dataDir: string, databaseUrl: string | undefined): Promise<SqlHubDatabase> {
  if (databaseUrl !== undefined) return openAsItIs({ databaseUrl });
  const file = databaseFile(dataDir);
  if (!existsSync(file)) {
    throw new Unfit(
      `There is no hub in ${dataDir}. Set LELING_DATA to the folder of the hub, or start it once.`,
    );
  }
  return new SqlHubDatabase(new SqliteEngine(openSqlite(file), () => undefined), { defer: queueMicrotask });
}
