import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Migration } from './migrations/index.ts';
import type { EngineName } from './tables.ts';
import { MigrationMismatch } from './trouble.ts';

export { MigrationMismatch };

interface Applied {
  readonly name: string;
  readonly checksum: string;
}

/**
 * Brings a database up to date, in one transaction. Its own history is checked first: a database that is newer than
 * the program, or was made by another history, is refused untouched.
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
    const { rows: applied } = await sql<Applied>`select name, checksum from migration order by name`.execute(
      tx,
    );
    check(applied, tx, engine, migrations);
    for (const { name, statements } of migrations.slice(applied.length)) {
      for (const statement of statements(tx, engine)) await tx.executeQuery(statement.compile());
      const checksum = checksumOf(tx, engine, { name, statements });
      await sql`insert into migration values (${name}, ${checksum}, ${nowMs})`.execute(tx);
    }
  });
}

function check(
  applied: readonly Applied[],
  db: Kysely<unknown>,
  engine: EngineName,
  migrations: readonly Migration[],
): void {
  for (const [place, { name, checksum }] of applied.entries()) {
    const ours = migrations[place];
    if (ours === undefined) {
      throw new MigrationMismatch(
        `The database is newer than this program: it has step ${name}, which this program does not know. ` +
          `Start the newer program again, or restore a backup that this program made.`,
      );
    }
    if (ours.name !== name || checksumOf(db, engine, ours) !== checksum) {
      throw new MigrationMismatch(
        `The database has another history than this program: its step ${place + 1} is ${name}, ours is ${ours.name}` +
          `${ours.name === name ? ' with other statements' : ''}. ` +
          `Start the program that made it, or restore a backup that this program made.`,
      );
    }
  }
}

/** Names what a step does: the SHA-256 of its statements as they are sent. */
function checksumOf(db: Kysely<unknown>, engine: EngineName, { statements }: Migration): string {
  const text = statements(db, engine).map((statement) => statement.compile().sql);
  return createHash('sha256').update(text.join(';\n')).digest('hex');
}
