import { sql, type Kysely } from 'kysely';
import { MigratedRows } from './migrations/migrated-rows.ts';
import type { Migration } from './migrations/migration.ts';
import type { EngineName } from './tables.ts';
import { MigrationMismatch } from './trouble.ts';

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/** What a database has before it, as it stands. */
interface Ahead {
  /** Ids of the steps it has not taken. */
  readonly steps: readonly string[];
  /** True for a database that has taken none at all: there is nothing in it to lose. */
  readonly isNew: boolean;
}

/** Looks what is to be done, and does nothing. Throws `MigrationMismatch` where the database is another's. */
export async function lookAhead(
  db: Kysely<unknown>,
  engine: EngineName,
  migrations: readonly Migration[],
): Promise<Ahead> {
  const applied = (await hasHistory(db, engine)) ? await appliedTo(db) : [];
  check(applied, migrations);
  return { steps: migrations.slice(applied.length).map(({ id }) => id), isNew: applied.length === 0 };
}

/**
 * Brings a database up to date: all its steps in one transaction, or none. Its own history is checked first: a
 * database that is newer than the program, or was made by another history, is refused untouched.
 */
export async function migrate(
  db: Kysely<unknown>,
  engine: EngineName,
  migrations: readonly Migration[],
  nowMs: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // Two processes that start at once do this one after the other.
    if (engine === 'postgres')
      await sql`select pg_advisory_xact_lock(hashtextextended('leling:migrate', 0))`.execute(tx);
    await sql`create table if not exists migration (name text primary key, checksum text not null, "appliedAtMs" bigint not null)`.execute(
      tx,
    );
    const applied = await appliedTo(tx);
    check(applied, migrations);
    const steps = migrations.slice(applied.length);
    if (steps.length === 0) return;
    for (const { id, source, take } of steps) {
      await take({ db: tx, engine, nowMs, rows: new MigratedRows(tx, nowMs) });
      await sql`insert into migration values (${id}, ${source}, ${nowMs})`.execute(tx);
    }
    // The release that wrote the earlier form down cannot read what these steps leave in any case; before, it still
    // could, and a program that is put back is not to be locked out for a checksum.
    for (const { id, source, earlierChecksums } of migrations.slice(0, applied.length)) {
      if (earlierChecksums !== undefined)
        await sql`update migration set checksum = ${source} where name = ${id}`.execute(tx);
    }
  });
}

async function hasHistory(db: Kysely<unknown>, engine: EngineName): Promise<boolean> {
  const { rows } =
    engine === 'sqlite'
      ? await sql`select 1 from sqlite_master where type = 'table' and name = 'migration'`.execute(db)
      : await sql`select 1 where to_regclass('migration') is not null`.execute(db);
  return rows.length > 0;
}

async function appliedTo(db: Kysely<unknown>): Promise<readonly Applied[]> {
  const { rows } = await sql<Applied>`select name, checksum from migration order by name`.execute(db);
  return rows;
}

function check(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [place, { name, checksum }] of applied.entries()) {
    const ours = migrations[place];
    if (ours === undefined) {
      throw new MigrationMismatch(
        `这个数据库比本程序新，没有改动它：请换回较新的程序，或恢复本程序做的备份。 ` +
          `The database is newer than this program: it has step ${name}, which this program does not know. ` +
          `It was left as it is. Start the newer program again, or restore a backup that this program made.`,
      );
    }
    if (ours.id !== name || !isOf(checksum, ours)) {
      throw new MigrationMismatch(
        `The database has another history than this program: its step ${place + 1} is ${name}, ours is ${ours.id}` +
          `${ours.id === name ? ' with another source' : ''}. It was left as it is. ` +
          `Start the program that made it, or restore a backup that this program made.`,
      );
    }
  }
}

const isOf = (checksum: string, { source, earlierChecksums = [] }: Migration): boolean =>
  checksum === source || earlierChecksums.includes(checksum);
