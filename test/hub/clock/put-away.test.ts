import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { addDays, civilMoment } from '../../../src/kernel/time.ts';
import { putAwayDay } from '../../../src/hub/ops/daily/put-away.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { Machine } from '../../support/machine.ts';
import { CENTRE } from '../sync/centre.ts';

const NOON = Date.UTC(2026, 10, 28, 4);
const DAY_MS = 86_400_000;
const TODAY = civilMoment(NOON, 480).date;

describe('what is old is put away', () => {
  let folder: string;
  let database: SqlHubDatabase;
  let sync: HubSync;
  const machine = new Machine(NOON);
  const turn = () =>
    putAwayDay(sync, null, {
      centreId: CENTRE,
      today: civilMoment(sync.now(), 480).date,
      utcOffsetMinutes: 480,
    });
  const dates = () =>
    sync.read(CENTRE, async (tx) => (await tx.list('kiosk', 'attendance')).map(({ date }) => date));

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-away-'));
    database = await openDatabase({ dataDir: folder });
    sync = await createHubSync({ database, clock: machine.clock });
    await sync.write(CENTRE, async (tx) => {
      for (const days of [-1, 0, 1, 2]) {
        const date = addDays(TODAY, days);
        const sessionId = id<'SessionId'>(`baduanjin@${date}`);
        const key = `${date}/baduanjin/m1`;
        await tx.put('kiosk', 'attendance', key, {
          id: key,
          sessionId,
          memberId: id<'MemberId'>('m1'),
          date,
          claims: [],
        });
      }
    });
  });
  after(async () => {
    await sync.close();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('never on a time that nobody has vouched for', async () => {
    assert.equal(await turn(), 'done');
    assert.equal((await dates()).length, 4);
    sync.time.confirm(NOON);
    await turn();
    assert.deepEqual(
      await dates(),
      [0, 1, 2].map((days) => addDays(TODAY, days)),
    );
  });

  test('a day’s share at once, however far the clock has come, and on no wrong one at all', async () => {
    machine.pass(3 * DAY_MS);
    assert.equal(await turn(), 'days');
    assert.deepEqual(
      await dates(),
      [1, 2].map((days) => addDays(TODAY, days)),
    );
    machine.wallMs += 20 * DAY_MS;
    assert.equal(sync.time.sure, false);
    assert.equal(await turn(), 'done');
    assert.equal((await dates()).length, 2);
  });
});
