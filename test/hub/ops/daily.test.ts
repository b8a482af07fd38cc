import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { calendarDay } from '../../../src/hub/ops/daily/calendar-day.ts';
import { dailyWork, startDaily } from '../../../src/hub/ops/daily/daily.ts';
import { CENTRE, NOW, staff, TODAY, type House } from '../../support/house.ts';
import { hubOfRows } from '../../support/hub-of-rows.ts';
import { furnished, item } from '../../support/model-rows.ts';
import { centreRow } from '../../support/rows.ts';
import { sampleOf } from '../../support/sample.ts';

const DAY = 86_400_000;

function planned(): House {
  const house = furnished();
  for (const plan of sampleOf('menuPlan')) house.set('staff:sample', 'menuPlan', plan.id, plan);
  for (const dish of sampleOf('dish')) house.set('centre:sample', 'dish', dish.id, dish);
  return house;
}

/** Today's time at the centre. */
const at = (clock: string): number => Date.parse(`${TODAY}T${clock}:00+08:00`);

/** Has the daily work wake so often, doing something after each turn; how long it would have slept. */
async function turns(
  sync: Parameters<typeof startDaily>[0],
  after: readonly (() => void)[],
): Promise<{ readonly waits: readonly number[] }> {
  const waits: number[] = [];
  await new Promise<void>((resolve) => {
    const stop = startDaily(sync, {
      after: (ms, wake) => {
        after[waits.length]?.();
        waits.push(ms);
        if (waits.length < after.length) wake();
        else void stop().then(resolve);
        return () => {};
      },
    });
  });
  return { waits };
}

describe('the calendar', () => {
  it('knows the lunar date, the term and the holidays', () => {
    assert.deepEqual(calendarDay('2026-11-22'), {
      id: '2026-11-22',
      lunar: '十月十四',
      term: '小雪',
      festival: null,
      rest: false,
    });
    assert.equal(calendarDay('2026-10-18').festival, '重阳节');
    assert.deepEqual([calendarDay('2026-02-17').lunar, calendarDay('2026-02-17').rest], ['正月初一', true]);
  });

  it('says 腊月 as people do', () => assert.equal(calendarDay('2027-02-05').lunar, '腊月廿九'));

  it('rests on the days the law names in a year whose arrangement is not announced yet', () => {
    const rests = (date: string) => calendarDay(date).rest;
    for (const date of ['2027-01-01', '2027-02-05', '2027-02-06', '2027-04-05', '2027-05-01', '2027-10-01']) {
      assert.ok(rests(date), date);
    }
    for (const date of ['2027-01-04', '2027-02-18', '2027-10-09']) assert.ok(!rests(date), date);
  });
});

describe('the daily work', () => {
  it('keeps two weeks of menus ahead, months after the centre was started', async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW + 200 * DAY);
    await dailyWork(sync, CENTRE);
    const today = addDays(TODAY, 200);
    const dates = new Set(house.list('centre:sample', 'menu').map((menu) => menu.date));
    assert.deepEqual(
      [...dates].sort(),
      Array.from({ length: 14 }, (_, i) => addDays(today, i)),
    );
    assert.ok(house.get('centre:sample', 'menu', `${today}.lunch.main`));
    assert.ok(house.get('city', 'calendarDay', addDays(today, 399)));
  });

  it('repeats the plan every two weeks', async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW);
    await dailyWork(sync, CENTRE);
    sync.turn(NOW + 14 * DAY);
    await dailyWork(sync, CENTRE);
    const lunch = (date: string) => house.get('centre:sample', 'menu', `${date}.lunch.main`)?.items;
    assert.deepEqual(lunch(addDays(TODAY, 14)), lunch(TODAY));
  });

  it('never touches what staff have published', async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW);
    const menuId = id<'MenuId'>(`${addDays(TODAY, 3)}.lunch.main`);
    await house.act(staff('canteen', '李师傅'), 'menu.publish', {
      menuId,
      items: [item()],
      set: null,
      note: null,
      baseVersion: 0,
    });
    const published = house.get('centre:sample', 'menu', menuId);
    await dailyWork(sync, CENTRE);
    assert.deepEqual(house.get('centre:sample', 'menu', menuId), published);
  });

  it('publishes nothing more in the name of somebody who works here no more, and takes nothing of theirs down', async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW);
    const account = {
      id: id<'AccountId'>('canteen'),
      name: '李师傅',
      role: 'canteen',
      active: true,
    } as const;
    house.set('staff:sample', 'account', account.id, account);
    await dailyWork(sync, CENTRE);
    const up = house.list('centre:sample', 'menu').map((one) => one.id);
    assert.ok(up.length > 0);
    house.set('staff:sample', 'account', account.id, { ...account, active: false });
    sync.turn(NOW + 10 * DAY);
    await dailyWork(sync, CENTRE);
    await dailyWork(sync, CENTRE);
    assert.deepEqual(
      house.list('centre:sample', 'menu').map((one) => one.id),
      up,
    );
    assert.deepEqual(
      house.list('staff:sample', 'menuPlan').map(({ publishing }) => publishing),
      [null],
      'it makes drafts, and says so',
    );
  });

  it('reminds the kitchen from 9:30 on that lunch is not published, until it is, or is closed, or over', async () => {
    for (const end of ['published', 'closed', 'over'] as const) {
      const house = furnished();
      const sync = hubOfRows(house, at('09:29'));
      const late = () => house.list('staff:sample', 'menuReminder').map((one) => one.id);
      const menuId = id<'MenuId'>(`${TODAY}.lunch.main`);
      const { waits } = await turns(sync, [
        () => {
          assert.deepEqual(late(), [], 'there is time');
          sync.turn(at('09:30'));
        },
        () => {
          assert.deepEqual(late(), [menuId]);
          if (end === 'over') sync.turn(at('12:30'));
        },
        () => {},
      ]);
      assert.equal(waits[0], 60_000, 'it wakes for it');
      const cook = staff('canteen', '李师傅');
      const offer = { items: [item()], set: null, note: null };
      if (end === 'published') await house.act(cook, 'menu.publish', { menuId, ...offer, baseVersion: 0 });
      if (end === 'closed') await house.act(cook, 'menu.close', { menuId, why: null, baseVersion: 0 });
      assert.deepEqual(late(), [], end);
    }
  });

  it('reminds nobody on a day without lunch, nor on a time that is not sure', async () => {
    const rest = furnished();
    const meals = [{ meal: 'lunch' as const, from: '11:00', to: '12:30', skipsHolidays: true }];
    rest.set('centre:sample', 'centre', 'sample', { ...centreRow(), meals });
    const holiday = Date.parse('2027-02-06T02:00:00Z');
    await turns(hubOfRows(rest, holiday), [() => {}]);
    assert.deepEqual(rest.list('staff:sample', 'menuReminder'), []);
    const unsure = furnished();
    await turns(hubOfRows(unsure, Date.parse('1971-01-01T10:00:00+08:00'), false), [() => {}]);
    assert.deepEqual(unsure.list('staff:sample', 'menuReminder'), []);
  });

  it('waits for the centre’s midnight, does the work again after it, and is silent once disposed of', async () => {
    const house = planned();
    const sync = hubOfRows(house, Date.parse('2026-11-22T15:50:00Z'));
    const waits: number[] = [];
    let cancelled = 0;
    const stopped = new Promise<void>((resolve) => {
      const stop = startDaily(sync, {
        after: (ms, wake) => {
          waits.push(ms);
          if (waits.length === 1) {
            sync.turn(Date.parse('2026-11-22T16:00:01Z'));
            wake();
          } else {
            void stop().then(resolve);
          }
          return () => {
            cancelled += 1;
          };
        },
      });
    });
    await stopped;
    assert.equal(waits[0], 10 * 60_000);
    assert.ok(house.get('centre:sample', 'menu', `${addDays(TODAY, 14)}.lunch.main`));
    assert.equal(cancelled, 1);
  });

  it('asks for no further turn when it is stopped during its work', async () => {
    let waits = 0;
    const stop = startDaily(hubOfRows(planned(), NOW), {
      after: () => {
        waits += 1;
        return () => {};
      },
    });
    await stop();
    assert.equal(waits, 0);
  });

  it('tells of a day’s work that failed and tries again', async () => {
    const sync = hubOfRows(planned(), NOW);
    const broken = { ...sync, write: () => Promise.reject(new Error('disk full')) };
    const told = await new Promise<readonly [unknown, number]>((resolve) => {
      let error: unknown;
      const stop = startDaily(
        broken,
        {
          after: (ms) => {
            void stop();
            resolve([error, ms]);
            return () => {};
          },
        },
        {
          failed: (what) => {
            error = what;
          },
        },
      );
    });
    assert.match(String(told[0]), /disk full/);
    assert.equal(told[1], 60_000);
  });
});
