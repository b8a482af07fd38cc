import { sql } from 'kysely';
import type { Step } from './migration.ts';

/**
 * Attendances are named by their day first (`2026-11-28/baduanjin/m001`, before `baduanjin@2026-11-28/m001`), so that a
 * day is a stretch of the key. Versions stay as they are: devices begin afresh, as the shape of these rows is another.
 *
 * On PostgreSQL ids get the order of their characters, whatever the database's language: ranges are told by it.
 */
export const dayFirst: Step = {
  id: '0002-day-first',
  async take({ db, engine }) {
    const field = (name: string) =>
      engine === 'sqlite'
        ? sql`json_extract(data, ${sql.lit(`$.${name}`)})`
        : sql`(data::json ->> ${sql.lit(name)})`;
    const course = sql`substr(${field('sessionId')}, 1, length(${field('sessionId')}) - 11)`;
    const named = sql`${field('date')} || '/' || ${course} || '/' || ${field('memberId')}`;
    if (engine === 'postgres') await sql`alter table "row" alter column id type text collate "C"`.execute(db);
    await sql`update "row" set id = ${named}, data = replace(data, '"id":"' || id || '"', '"id":"' || ${named} || '"') where kind = 'attendance' and data is not null`.execute(
      db,
    );
  },
};
