import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { releasedBuilds, unpackReleased } from '../../fixtures/released.ts';

/** Everything that a database is made of, tables and indexes, as SQLite says it. */
const shapeOf = (database: SqlHubDatabase): Promise<{ name: string; sql: string }[]> =>
  database.engine.read((runner) =>
    runner.all<{ name: string; sql: string }>(
      { sql: `select name, sql from sqlite_master where sql is not null order by name` },
      [],
    ),
  );

describe('A database that a released build has left behind', () => {
  for (const build of releasedBuilds()) {
    test(`comes out of today's steps in the shape of a new one (${build})`, async () => {
      const released = await unpackReleased(build);
      const fresh = await openDatabase({ memory: true });
      try {
        const migrated = await openDatabase({ dataDir: released.dataDir });
        try {
          assert.deepEqual(await shapeOf(migrated), await shapeOf(fresh));
        } finally {
          await migrated.close();
        }
      } finally {
        await fresh.close();
        released.dispose();
      }
    });
  }
});
