import { id } from '../../../src/kernel/ids.ts';
import type { RowOf } from '../../../src/kernel/rows.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import type { Migration } from '../../../src/hub/db/migrations/migration.ts';

/** A step that changes a table. */
export const column = (name: string, added: string): Migration => ({
  id: name,
  source: `adds ${added}`,
  take: ({ db }) => db.schema.alterTable('meta').addColumn(added, 'text').execute(),
});

interface Probe {
  readonly id: string;
  readonly at: number;
}

/** A step that carries data: every row of a kind gets a key by which it can be asked for. */
export const rekeyed: Migration = {
  id: '9001-rekeyed',
  source: 'rekeys',
  async take({ db, rows }) {
    await db.schema.createTable('probed').addColumn('key', 'text').execute();
    for await (const batch of rows.batches('probe')) {
      await rows.write(
        batch.flatMap(({ bucket, id: old, data }) => {
          const { at } = data as Probe;
          const key = `at/${old}`;
          return [
            { bucket, kind: 'probe', id: old, data: null },
            { bucket, kind: 'probe', id: key, data: { id: key, at } },
          ];
        }),
      );
    }
  },
};

/** Writes rows of a kind that the product does not know, as an earlier program's. */
export async function writeRows(
  database: SqlHubDatabase,
  bucket: string,
  kind: string,
  rows: readonly (Probe | RowOf<'attendance'>)[],
): Promise<void> {
  await database.engine.write('', async (runner) => {
    const [counter] = await runner.all<{ version: number }>(
      { sql: `select coalesce(max(version), 0) as version from "row" where bucket = '${bucket}'` },
      [],
    );
    let version = Number(counter?.version ?? 0);
    for (const row of rows) {
      version += 1;
      await runner.all(
        {
          sql: `insert into "row" (bucket, kind, id, version, data, "diedAtMs") values ('${bucket}', '${kind}', '${row.id}', ${version}, '${JSON.stringify(row)}', null)`,
        },
        [],
      );
    }
    await runner.all(
      {
        sql: `insert into bucket (name, version, floor) values ('${bucket}', ${version}, 0) on conflict (name) do update set version = excluded.version`,
      },
      [],
    );
  });
}

/** All rows of a kind in a bucket, tombstones too, in the order of their ids. */
export async function rowsOf(database: SqlHubDatabase, bucket: string, kind: string) {
  const rows = await database.read((snapshot) => snapshot.rowsAfter(id(bucket), 0, 100_000, true));
  return rows.filter((row) => row.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Ids of the live rows of a kind in a bucket. */
export const held = async (database: SqlHubDatabase, bucket: string, kind: string): Promise<string[]> =>
  (await rowsOf(database, bucket, kind)).filter(({ data }) => data !== null).map((row) => row.id);
