import { join } from 'node:path';
import { makeFolder } from '../../db/data-folder.ts';
import { openDatabase } from '../../db/open.ts';
import { PostgresEngine } from '../../db/postgres.ts';
import { backupName, backupsIn, keptBackups, safeSeqs } from './kept.ts';
import { newEpoch } from './new-epoch.ts';
import { dumpPostgres, runTool } from './postgres-dump.ts';
import type { Restored } from './restore-sqlite.ts';
import { Unfit } from './run-command.ts';

/** Makes a dump the truth, in one transaction, under a new epoch. What stood before is dumped first. */
export async function restorePostgres(
  databaseUrl: string,
  dataDir: string,
  dump: string,
  nowMs: number,
): Promise<Restored> {
  // What cannot be listed is no whole dump; nothing has been touched yet.
  await runTool('pg_restore', ['--list', dump], '');
  const aside = await dumpStanding(databaseUrl, dataDir, nowMs);
  await runTool(
    'pg_restore',
    [
      '--clean',
      '--if-exists',
      '--no-owner',
      '--no-privileges',
      '--single-transaction',
      '--exit-on-error',
      '--no-password',
      '--dbname=',
      dump,
    ],
    databaseUrl,
  );
  const restored = await openDatabase({ databaseUrl });
  try {
    await newEpoch(restored);
    await restored.setSafe(safeSeqs(await keptBackups(backupsIn(dataDir))));
  } finally {
    await restored.close();
  }
  return { aside };
}

async function dumpStanding(databaseUrl: string, dataDir: string, nowMs: number): Promise<string> {
  const database = await openDatabase({ databaseUrl });
  try {
    if (await database.isInUse()) {
      throw new Unfit(
        'A hub is running on this database. Stop every hub process of it first, and try again.',
      );
    }
    if (!(database.engine instanceof PostgresEngine)) throw new Unfit(`${databaseUrl} is no PostgreSQL.`);
    const dir = join(dataDir, 'replaced');
    makeFolder(dir);
    const aside = join(dir, backupName(nowMs, 'dump'));
    await dumpPostgres(database.engine.pool, aside);
    return aside;
  } finally {
    await database.close();
  }
}
