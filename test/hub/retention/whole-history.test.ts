import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../support/database.ts';
import { CENTRE } from '../sync/centre.ts';
import { PassingDays } from './passing-days.ts';

onBothEngines('A history', (databases) => {
  test('is told whole, however many came: a month that ended at some number would be counted wrong', async () => {
    const database = await databases.fresh();
    const { sync } = await PassingDays.begin(database);
    // More on one day than is read at once, and others around it.
    for (const [date, count] of [
      ['2025-03-01', 3000],
      ['2025-03-02', 20_500],
      ['2025-03-03', 100],
    ] as const) {
      const numbers = `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`;
      const key = `'${date}/song/m' || i`;
      const data = `'{"id":"${date}/song/m' || i || '","sessionId":"song@${date}","memberId":"m' || i || '","date":"${date}","claims":[],"$v":2}'`;
      await database.engine.write('sample', (runner) =>
        runner.all(
          {
            sql: `insert into archive (bucket, kind, day, id, about, v, data)
              ${numbers} select 'people:sample', 'attendance', '${date}', ${key}, 'm' || i, 2, ${data} from n`,
          },
          [],
        ),
      );
    }
    const range = { first: '2025-03-01', last: '2025-03-31' };
    const rows = await sync.history(CENTRE, 'people', 'attendance', range);
    assert.equal(rows.length, 23_600);
    assert.equal(new Set(rows.map(({ id }) => id)).size, 23_600);
    assert.equal(rows[0]?.date, '2025-03-03');
  });
});
