import { sql } from 'kysely';
import type { Step } from './migration.ts';

/** How long the people's bucket keeps attendances, in days past their own. */
const ATTENDANCE_DAYS = 35;

/**
 * The archive, with what is over long since. Only attendances are many; they go over in one statement, without a
 * tombstone each: devices begin afresh with the step before. The others go as their days come.
 */
export const archive: Step = {
  id: '0003-archive',
  async take({ db, engine, nowMs }) {
    const end = engine === 'sqlite' ? sql`without rowid` : sql``;
    // In the order of characters: a day or an id is told from another by it.
    const ordered = engine === 'sqlite' ? sql`text` : sql`text collate "C"`;
    await db.schema
      .createTable('archive')
      .addColumn('bucket', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('day', ordered, (c) => c.notNull())
      .addColumn('id', ordered, (c) => c.notNull())
      .addColumn('about', 'text')
      .addColumn('v', 'bigint', (c) => c.notNull())
      .addColumn('data', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('archive_key', ['bucket', 'kind', 'day', 'id'])
      .modifyEnd(end)
      .execute();
    await db.schema
      .createIndex('archive_id')
      .unique()
      .on('archive')
      .columns(['bucket', 'kind', 'id'])
      .execute();
    await db.schema
      .createIndex('archive_about')
      .on('archive')
      .columns(['bucket', 'kind', 'about', 'day'])
      .where('about', 'is not', null)
      .execute();

    const over = await lastOver(db, nowMs);
    if (over === null) return;
    const member =
      engine === 'sqlite' ? sql`json_extract(data, '$.memberId')` : sql`(data::json ->> 'memberId')`;
    const past = sql`kind = 'attendance' and bucket like 'people:%' and id < ${over} and data is not null`;
    await sql`insert into archive (bucket, kind, day, id, about, v, data)
      select bucket, kind, substr(id, 1, 10), id, ${member}, 2, data from "row" where ${past}`.execute(db);
    await sql`delete from "row" where ${past}`.execute(db);
  },
};

/**
 * The first day that stays; null where there is nothing to go. The clock may be wrong, so it is believed only as far
 * as the newest attendance bears it out.
 */
async function lastOver(db: Parameters<Step['take']>[0]['db'], nowMs: number): Promise<string | null> {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const { rows } = await sql<{ newest: string | null }>`
    select max(substr(id, 1, 10)) as newest from "row"
    where kind = 'attendance' and bucket like 'people:%' and data is not null and id < ${`${today}~`}`.execute(
    db,
  );
  const newest = rows[0]?.newest ?? null;
  if (newest === null) return null;
  const day = new Date(Date.parse(newest) - ATTENDANCE_DAYS * 86_400_000);
  return day.toISOString().slice(0, 10);
}
