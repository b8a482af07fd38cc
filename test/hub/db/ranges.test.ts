import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attendanceId } from '../../../src/features/check-in/model/attendance.ts';
import { migrations } from '../../../src/hub/db/migrations/index.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { RowOf } from '../../../src/kernel/rows.ts';
import { onBothEngines } from '../../support/database.ts';
import { writeRows } from './steps.ts';
import { notice } from '../../sim/seed-rows.ts';

const BUCKET = 'centre:sample';
const ids = ['2026-11-27.a', '2026-11-28.a', '2026-11-28.汤', '2026-11-28.𠮷', '2026-11-29.a', '2026-11-3'];

onBothEngines('Rows of a range', (databases) => {
  const filled = async (): Promise<SqlHubDatabase> => {
    const database = await databases.fresh();
    await database.write('sample', async (tx) => {
      for (const one of ids) await tx.writeRow(BUCKET, 'notice', one, notice(one, 'x'));
    });
    return database;
  };

  test('are those whose ids begin so, in any writing, and no neighbour', async () => {
    const database = await filled();
    const rows = await database.read((snapshot) =>
      snapshot.rows(BUCKET, 'notice', { prefix: '2026-11-28.' }),
    );
    assert.deepEqual(
      rows.map((row) => row.id),
      ['2026-11-28.a', '2026-11-28.汤', '2026-11-28.𠮷'],
    );
  });

  test('go from one id up to another, which is not among them', async () => {
    const database = await filled();
    const rows = await database.read((snapshot) =>
      snapshot.rows(BUCKET, 'notice', { from: '2026-11-28', to: '2026-11-29.a' }),
    );
    assert.equal(rows.length, 3);
  });

  test('are within a transaction as it has left them: what is written and not yet committed counts', async () => {
    const database = await filled();
    const seen = await database.write('sample', async (tx) => {
      await tx.writeRow(BUCKET, 'notice', '2026-11-28.a', null);
      await tx.writeRow(BUCKET, 'notice', '2026-11-28.b', notice('2026-11-28.b', 'x'));
      await tx.writeRow(BUCKET, 'notice', '2026-11-30', notice('2026-11-30', 'x'));
      return tx.rows(BUCKET, 'notice', { prefix: '2026-11-28' });
    });
    assert.deepEqual(
      seen.map((row) => row.id),
      ['2026-11-28.b', '2026-11-28.汤', '2026-11-28.𠮷'],
    );
  });

  test('are found by the key, and nothing else is looked through', async () => {
    const database = await filled();
    const explain = databases.engine === 'sqlite' ? 'explain query plan' : 'explain';
    const plan = await database.engine.write('', async (runner) => {
      // Six rows fit a page: PostgreSQL would rather read it whole.
      if (databases.engine === 'postgres') await runner.all({ sql: 'set local enable_seqscan = off' }, []);
      return runner.all<object>(
        {
          sql: `${explain} select id from "row" where bucket = 'b' and kind = 'k' and id >= 'a' and id < 'b'`,
        },
        [],
      );
    });
    const text = JSON.stringify(plan);
    if (databases.engine === 'sqlite') assert.match(text, /bucket=\? AND kind=\? AND id>\? AND id<\?/);
    else assert.match(text, /Index Cond: [^"]*id >= 'a'[^"]*id < 'b'/);
  });
});

onBothEngines('Attendances named by their session', (databases) => {
  test('are named by their day first after the upgrade, whatever characters are in them', async () => {
    const place = await databases.place();
    const database = await openDatabase(place, { history: migrations.slice(0, 1) });
    const old = (course: string, member: string): RowOf<'attendance'> => ({
      id: `${course}@2026-11-28/${member}`,
      sessionId: id(`${course}@2026-11-28`),
      memberId: id(member),
      date: '2026-11-28',
      claims: [],
    });
    const rows = [old('baduanjin', 'm001'), old('书法@晚间', '王/1')];
    await writeRows(database, 'people:sample', 'attendance', rows);
    await database.close();
    const upgraded = await openDatabase(place);
    const renamed = await upgraded.read((snapshot) => snapshot.rows('people:sample', 'attendance'));
    assert.deepEqual(
      renamed,
      rows.map((row) => ({ ...row, id: attendanceId(row.sessionId, row.memberId) })),
    );
    const [first] = renamed;
    assert.equal(first?.id, '2026-11-28/baduanjin/m001');
    const found = await upgraded.read((snapshot) =>
      snapshot.row('people:sample', 'attendance', '2026-11-28/书法@晚间/王/1'),
    );
    assert.equal(found?.memberId, '王/1');
    await upgraded.close();
  });
});
