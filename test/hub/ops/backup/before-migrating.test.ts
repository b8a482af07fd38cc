import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { migrations } from '../../../../src/hub/db/migrations/index.ts';
import { openAsItIs, openDatabase, type DatabasePlace } from '../../../../src/hub/db/open.ts';
import { backUpBefore, backupsBefore } from '../../../../src/hub/ops/backup/before-migrating.ts';
import { backUp } from '../../../../src/hub/ops/backup/back-up.ts';
import { keptBackups } from '../../../../src/hub/ops/backup/kept.ts';
import { restorePostgres } from '../../../../src/hub/ops/backup/restore-postgres.ts';
import { restoreSqlite } from '../../../../src/hub/ops/backup/restore-sqlite.ts';
import { createHubSync } from '../../../../src/hub/sync/hub-sync.ts';
import { onBothEngines } from '../../../support/database.ts';
import { column, held, rekeyed, writeRows } from '../../db/steps.ts';

onBothEngines('A hub that a newer program starts on', (databases) => {
  let dir: string;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'leling-before-'));
  });
  after(() => rm(dir, { recursive: true, force: true }));

  const history = [...migrations, rekeyed];
  /** A hub has run on it, so that a backup of it is one. */
  const lived = async (): Promise<DatabasePlace> => {
    const place = await databases.place();
    const database = await openDatabase(place);
    await (await createHubSync({ database })).close();
    await writeRows(database, 'people:sample', 'probe', [{ id: 'r1', at: 1 }]);
    await database.close();
    return place;
  };

  test('has a whole backup of what it was, outside the nightly seven, that can be put back', async () => {
    const place = await lived();
    const backups = join(dir, 'backups');
    let told = '';
    const beforeMigrating = backUpBefore(backups, (made) => (told = made));
    const migrated = await openDatabase(place, { history, beforeMigrating });
    assert.deepEqual(await held(migrated, 'people:sample', 'probe'), ['at/r1']);
    assert.deepEqual(await keptBackups(backups), []);
    for (let night = 1; night <= 8; night += 1) await backUp(migrated, backups, night * 86_400_000);
    await migrated.close();
    const [file = ''] = await backupsBefore(backups);
    assert.match(file, /^before-9001-rekeyed-/);
    assert.ok(told.includes(join(backups, file)));

    if ('dataDir' in place) await restoreSqlite(place.dataDir, join(backups, file), Date.now());
    else if ('databaseUrl' in place)
      await restorePostgres(place.databaseUrl, dir, join(backups, file), Date.now());
    const back = await openAsItIs(place);
    assert.deepEqual(await held(back, 'people:sample', 'probe'), ['r1']);
    await back.close();
    // And the newer program takes it up once more.
    const again = await openDatabase(place, { history });
    assert.deepEqual(await held(again, 'people:sample', 'probe'), ['at/r1']);
    await again.close();
  });

  test('is left as it was where the backup cannot be made', async () => {
    const place = await lived();
    await mkdir(dir, { recursive: true });
    const blocked = join(dir, 'a-file');
    await writeFile(blocked, '');
    const beforeMigrating = backUpBefore(blocked, () => assert.fail('nothing was made'));
    await assert.rejects(openDatabase(place, { history, beforeMigrating }), /is a file, not a folder/);
    const still = await openAsItIs(place);
    assert.deepEqual(await held(still, 'people:sample', 'probe'), ['r1']);
    await still.close();
  });

  test('keeps the way back from the last three programs, and no more', async () => {
    const place = await lived();
    const backups = join(dir, 'programs');
    const steps = [1, 2, 3, 4].map((n) => column(`900${n}-column`, `column${n}`));
    for (const n of [1, 2, 3, 4]) {
      const beforeMigrating = backUpBefore(
        backups,
        () => undefined,
        () => n * 1000,
      );
      const so = [...migrations, ...steps.slice(0, n)];
      await (await openDatabase(place, { history: so, beforeMigrating })).close();
    }
    assert.deepEqual(
      (await backupsBefore(backups)).map((file) => file.slice(0, 'before-9002'.length)),
      ['before-9002', 'before-9003', 'before-9004'],
    );
    assert.equal((await readdir(backups)).length, 3, 'nothing half made is left beside them');
  });

  if (databases.engine === 'postgres') {
    test('is not changed under a process of the program before', async () => {
      const place = await lived();
      const running = await openDatabase(place);
      const sync = await createHubSync({ database: running });
      const beforeMigrating = backUpBefore(join(dir, 'running'), () => undefined);
      await assert.rejects(
        openDatabase(place, { history, beforeMigrating }),
        /still running on this database/,
      );
      await sync.close();
      await running.close();
    });
  }
});
