import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile, openAsItIs } from '../../db/open.ts';
import { actForOwner } from '../account/act-for-owner.ts';
import { mayNotRead, mayRead } from '../account/may-read.ts';
import { openBeside } from '../data/open-beside.ts';
import { backUp } from './back-up.ts';
import { backupsIn } from './kept.ts';
import { setting } from '../../setting.ts';
import { runCommand, Unfit } from './run-command.ts';

/** `npm run backup`: a backup now, whether the hub runs or not. */
await runCommand(async () => {
  const dataDir = resolve(setting('LELING_DATA') ?? 'data');
  actForOwner(dataDir);
  const { database, close } = await open(dataDir, setting('DATABASE_URL'));
  try {
    const { path, bytes, kept } = await backUp(database, backupsIn(dataDir), Date.now());
    return [
      `备份完成 Backed up: ${path} (${(bytes / 1e6).toFixed(1)} MB, ${kept} kept)`,
      `恢复时 To restore it: stop the hub, then npm run restore -- ${path}`,
    ];
  } finally {
    await close();
  }
});

async function open(
  dataDir: string,
  databaseUrl: string | undefined,
): Promise<ReturnType<typeof openBeside>> {
  if (databaseUrl !== undefined) {
    const database = await openAsItIs({ databaseUrl });
    return { database, close: () => database.close() };
  }
  if (!mayRead(databaseFile(dataDir))) {
    throw new Unfit(mayNotRead(databaseFile(dataDir), dataDir));
  }
  if (!existsSync(databaseFile(dataDir))) {
    throw new Unfit(
      `There is no hub in ${dataDir}. Set LELING_DATA to the folder of the hub, or start it once.`,
    );
  }
  return openBeside(dataDir);
}
