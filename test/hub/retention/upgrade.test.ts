import assert from 'node:assert/strict';
import { test } from 'node:test';
import { migrations } from '../../../src/hub/db/migrations/index.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { id } from '../../../src/kernel/ids.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { onBothEngines } from '../../support/database.ts';
import { held, writeRows } from '../db/steps.ts';
import { CENTRE } from '../sync/centre.ts';

/** The newest day in the book. The machine's clock may say any later one. */
const NEWEST = '2025-11-28';
const BOOK = 'people:sample';

onBothEngines('A centre of several years that is upgraded', (databases) => {
  test('has in the people’s bucket what is of the last 35 days of its book, and the rest in the archive', async () => {
    const place = await databases.place();
    const database = await openDatabase(place, { history: migrations.slice(0, 1) });
    const days = [NEWEST, addDays(NEWEST, -35), addDays(NEWEST, -36), '2022-12-01'];
    const rows = days.map((date) => ({
      id: `baduanjin@${date}/m1`,
      sessionId: id<'SessionId'>(`baduanjin@${date}`),
      memberId: id<'MemberId'>('m1'),
      date,
      claims: [],
    }));
    await writeRows(database, BOOK, 'attendance', rows);
    await database.close();

    const upgraded = await openDatabase(place);
    assert.deepEqual(await held(upgraded, BOOK, 'attendance'), [
      `${addDays(NEWEST, -35)}/baduanjin/m1`,
      `${NEWEST}/baduanjin/m1`,
    ]);
    const sync = await createHubSync({ database: upgraded });
    const history = await sync.history(CENTRE, 'people', 'attendance', {
      first: '2022-01-01',
      last: NEWEST,
      about: 'm1',
    });
    assert.deepEqual(
      history.map(({ id: key, date }) => [key, date]),
      days.map((date) => [`${date}/baduanjin/m1`, date]),
    );
    await sync.close();
    await upgraded.close();
  });
});
