import type Database from 'better-sqlite3';
import { resultOf } from '../../src/hub/db/result-text.ts';
import { id } from '../../src/kernel/ids.ts';
import { inHubFile } from '../support/hub-file.ts';

/** What a hub's data folder has on record, as counts that a later program may only add to. */
export interface OnRecord {
  /** Mutations the hub has taken, by name. */
  readonly taken: Readonly<Record<string, number>>;
  /** Those by name that were applied. */
  readonly applied: Readonly<Record<string, number>>;
  /** Live rows by kind, of all buckets. */
  readonly rows: Readonly<Record<string, number>>;
  /** Heads counted, over all sessions. */
  readonly heads: number;
  readonly devices: number;
}

/** Reads it from the file, beside a hub that may be at work on it. */
export function onRecord(dataDir: string, file = 'hub.sqlite'): OnRecord {
  return inHubFile(dataDir, recordIn, file);
}

function recordIn(database: Database.Database): OnRecord {
  const counts = (sql: string): Record<string, number> =>
    Object.fromEntries(
      database
        .prepare<[], { name: string; n: number }>(sql)
        .all()
        .map(({ name, n }) => [name, n]),
    );
  const number = (sql: string): number => database.prepare<[], { n: number }>(sql).get()?.n ?? 0;
  const results = database
    .prepare<[], { mid: string; name: string; result: string }>('select mid, name, result from mutation')
    .all();
  const applied: Record<string, number> = {};
  for (const { mid, name, result } of results) {
    const { status } = resultOf(id(mid), result);
    if (status === 'applied' || status === 'merged') applied[name] = (applied[name] ?? 0) + 1;
  }
  return {
    taken: counts('select name, count(*) as n from mutation group by name'),
    applied,
    rows: counts('select kind as name, count(*) as n from "row" where data is not null group by kind'),
    heads: number(
      `select coalesce(sum(json_extract(data, '$.count')), 0) as n from "row" where kind = 'attendanceCount' and data is not null`,
    ),
    devices: number(`select count(*) as n from vault where kind = 'device-token'`),
  };
}
