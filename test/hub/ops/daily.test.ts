import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { calendarDay } from '../../../src/hub/ops/daily/calendar-day.ts';
import { dailyWork, startDaily } from '../../../src/hub/ops/daily/daily.ts';
import { CENTRE, NOW, staff, TODAY, type House } from '../../support/house.ts';
import { hubOfRows } from '../../support/hub-of-rows.ts';
import { furnished, item } from '../../support/model-rows.ts';
import { sampleOf } from '../../support/sample.ts';

const DAY = 86_400_000;

function planned(): House {
  const house = furnished();
  for (const plan of sampleOf('menuPlan')) house.set('staff:sample', 'menuPlan', plan.id, plan);
  for (const dish of sampleOf('dish')) house.set('centre:sample', 'dish', dish.id, dish);
  return house;
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
