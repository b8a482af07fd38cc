import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../../../src/kernel/time.ts';
import { onBothEngines } from '../../support/database.ts';
import { CENTRE, Chain, claim, kiosk, todaysSession } from '../sync/centre.ts';
import { FIRST_DAY, PassingDays } from './passing-days.ts';

onBothEngines('What comes late for what is archived', (databases) => {
  const archived = async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    const garden = new Chain(days.sync, kiosk('garden'), 'c2');
    const [first] = lobby.next(claim(days.sync, 'm1'));
    const [second] = garden.next(claim(days.sync, 'm1'));
    await lobby.push([first]);
    await garden.push([second]);
    const session = todaysSession(days.sync);
    await days.passDays(40);
    assert.equal(await days.count('archive', `kind = 'attendance'`), 1);
    const withdraw = (mid: string | undefined) => ({
      name: 'checkin.withdraw',
      args: { claim: mid ?? '', sessionId: session, memberId: 'm1' },
    });
    const standing = async () => {
      const range = { first: FIRST_DAY, last: addDays(FIRST_DAY, 1) };
      const rows = await days.sync.history(CENTRE, 'people', 'attendance', range);
      assert.equal(rows.length, 1, 'one truth, in one place');
      return rows[0]?.claims.filter((one) => !one.withdrawn).length;
    };
    return { days, lobby, garden, first, second, withdraw, standing };
  };

  test('an undo finds its claim, and takes that one back and no other', async () => {
    const { days, lobby, garden, first, second, withdraw, standing } = await archived();
    assert.deepEqual(await lobby.do(withdraw(first?.mid)), ['applied']);
    assert.equal(await standing(), 1);
    assert.equal(await days.count('archive', `kind = 'attendance'`), 0, 'it was brought back');
    await days.passDays(1);
    assert.equal(await days.count('archive', `kind = 'attendance'`), 1, 'and goes again');
    assert.equal(await standing(), 1);
    assert.deepEqual(await garden.do(withdraw(second?.mid)), ['applied']);
    await days.passDays(1);
    assert.equal(await standing(), 0);
    const counts = await days.sync.history(CENTRE, 'centre', 'attendanceCount', {
      first: FIRST_DAY,
      last: FIRST_DAY,
    });
    assert.deepEqual(
      counts.map(({ count }) => count),
      [0],
    );
  });

  test('an undo that arrives in the very transaction after the move finds it too', async () => {
    const { days, lobby, first, withdraw, standing } = await archived();
    await lobby.do(withdraw(first?.mid));
    days.goTo(41);
    // Both stand in one queue, so they share a commit: the archive has the row only in the layer below.
    const [, statuses] = await Promise.all([
      days.sync.retire(CENTRE, { day: days.today, asOfMs: days.nowMs, rows: 1000 }),
      lobby.do(withdraw(first?.mid)),
    ]);
    assert.deepEqual(statuses, ['applied']);
    assert.equal(await standing(), 1);
  });

  test('a change that is refused leaves the archive as it was', async () => {
    const { days, lobby, second, withdraw, standing } = await archived();
    assert.deepEqual(await lobby.do(withdraw(second?.mid)), ['refused']);
    assert.equal(await days.count('archive', `kind = 'attendance'`), 1);
    assert.equal(await standing(), 2);
  });
});
