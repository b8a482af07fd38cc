import type Database from 'better-sqlite3';

/**
 * Whether a hub is, or was when it was cut off, at work on a database: then part of its newest changes stands in the log
 * beside it. The mark is in the file itself, so that a file that was copied without its log is found out anywhere.
 */
const KEY = 'shutdown';
type Mark = 'open' | 'clean';

export const markSql = {
  sql: `insert into meta (key, value) values ('${KEY}', ?) on conflict (key) do update set value = excluded.value`,
};

export function setShutdownMark(file: Database.Database, mark: Mark): void {
  file.prepare(markSql.sql).run(mark);
}

export function wasCutOff(file: Database.Database): boolean {
  const mark = file.prepare<[], { value: string }>(`select value from meta where key = '${KEY}'`).get();
  return mark?.value === 'open';
}
