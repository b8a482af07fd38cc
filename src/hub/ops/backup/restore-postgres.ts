import { join } from 'node:path';
import { makeFolder } from '../../db/data-folder.ts';
import { openAsItIs, openDatabase } from '../../db/open.ts';
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
  const inside = tablesIn(await runTool('pg_restore', ['--list', dump], ''));
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
  await dropLater(databaseUrl, inside);
  const restored = await openDatabase({ databaseUrl });
  try {
    await newEpoch(restored);
    await restored.setSafe(safeSeqs(await keptBackups(backupsIn(dataDir))));
  } finally {
    await restored.close();
  }
  return { aside };
}

/** The tables of a dump, from its list: `217; 1259 16385 TABLE public row hub`. */
const tablesIn = (list: string): ReadonlySet<string> =>
  new Set([...list.matchAll(/^\d+; \d+ \d+ TABLE \S+ (\S+) /gm)].map(([, table]) => table ?? ''));

/**
 * Tables that a newer program has made since the dump, in this database of the hub's own, stand in the way of the steps
 * that make them. What they held is in what was put aside.
 */
async function dropLater(databaseUrl: string, inside: ReadonlySet<string>): Promise<void> {
  const database = await openAsItIs({ databaseUrl });
  try {
    await database.engine.write('', async (runner) => {
      for (const { name } of await runner.all<{ name: string }>({ sql: OWN_TABLES }, [])) {
        if (!inside.has(name)) await runner.all({ sql: `drop table "${name.replaceAll('"', '""')}"` }, []);
      }
    });
  } finally {
    await database.close();
  }
}

/** What an extension has brought is not the hub's. */
const OWN_TABLES = `select c.relname as name from pg_class c
  where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
  and pg_get_userbyid(c.relowner) = current_user
  and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')`;

async function dumpStanding(databaseUrl: string, dataDir: string, nowMs: number): Promise<string> {
  // As it is: what is put aside is to be what stood, whichever program made it.
  const database = await openAsItIs({ databaseUrl });
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
