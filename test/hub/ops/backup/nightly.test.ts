import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../../../src/hub/db/open.ts';
import { backUp, type Made } from '../../../../src/hub/ops/backup/back-up.ts';
import { startNightly } from '../../../../src/hub/ops/backup/nightly.ts';
import { createHubSync } from '../../../../src/hub/sync/hub-sync.ts';

const MORNING = Date.UTC(2026, 10, 28, 2);

for (const [what, lastMs, isDue] of [
  ['since two days ago', MORNING - 2 * 86_400_000, true],
  ['once by a clock that stood in 2036', Date.UTC(2036, 0, 1), true],
  ['last night', MORNING - 7 * 3_600_000, false],
] as const) {
  test(`a hub that is off every night and was backed up ${what} is ${isDue ? '' : 'not '}backed up by day`, async (t) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'leling-nightly-'));
    t.after(() => rm(dataDir, { recursive: true, force: true }));
    const database = await openDatabase({ dataDir });
    await (await createHubSync({ database })).close();
    const dir = join(dataDir, 'backups');
    await backUp(database, dir, lastMs);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    let made: Promise<Made> | undefined;
    const stop = await startNightly({
      database,
      dir,
      now: () => MORNING,
      utcOffsetMinutes: 480,
      made: (one) => (made = Promise.resolve(one)),
      failed: (error) => assert.fail(String(error)),
    });
    t.mock.timers.tick(11 * 60_000);
    await stop();
    assert.equal(made !== undefined, isDue);
    await database.close();
  });
}
