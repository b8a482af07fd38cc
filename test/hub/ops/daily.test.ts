import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { addDays } from '../../../src/kernel/time.ts';
import { calendarDay } from '../../../src/hub/ops/daily/calendar-day.ts';
import { dailyWork, startDaily } from '../../../src/hub/ops/daily/daily.ts';
import { CENTRE, kiosk, NOW, staff, TODAY, type House } from '../../support/house.ts';
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

  it("takes yesterday's attendance off the kiosks and leaves the roster and the book of record", async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW);
    const args = {
      sessionId: id<'SessionId'>(`baduanjin@${TODAY}`),
      memberId: id<'MemberId'>('m001'),
      seen: null,
    };
    await house.act(kiosk(), 'checkin.claim', args);
    await dailyWork(sync, CENTRE);
    assert.equal(house.list('kiosk:sample', 'attendance').length, 1);
    sync.turn(NOW + DAY);
    await dailyWork(sync, CENTRE);
    assert.equal(house.list('kiosk:sample', 'attendance').length, 0);
    assert.equal(house.list('kiosk:sample', 'roster').length, 1);
    assert.equal(house.list('people:sample', 'attendance').length, 1);
    assert.equal(house.list('centre:sample', 'attendanceCount')[0]?.count, 1);
  });

  it('keeps a year of who changed what, and no more: every manager’s console holds it', async () => {
    const house = planned();
    const entry = (key: string, daysAgo: number) =>
      house.set('audit:sample', 'audit', key, {
        id: id<'Mid'>(key),
        name: 'menu.publish',
        by: '李师傅',
        deviceId: id('console-1'),
        subject: [],
        receivedAtMs: NOW - daysAgo * DAY,
      });
    entry('last-year', 401);
    entry('this-year', 364);
    await dailyWork(hubOfRows(house, NOW), CENTRE);
    assert.deepEqual(
      house.list('audit:sample', 'audit').map((row) => row.id),
      ['this-year'],
    );
  });

  it('puts away calls for help that nobody has answered for a week, on the kiosk too', async () => {
    const house = planned();
    const sync = hubOfRows(house, NOW);
    const raise = (mid: string, daysAgo: number) => {
      const at = { quality: 'confirmed', nowMs: NOW - daysAgo * DAY } as const;
      return house.act(kiosk(), 'help.raise', { place: '一楼大厅' }, { mid, now: at, madeAt: at });
    };
    await raise('forgotten', 8);
    await raise('recent', 6);
    const unknown = { quality: 'unknown', nowMs: null } as const;
    await house.act(kiosk(), 'help.raise', { place: '一楼大厅' }, { mid: 'no-clock', madeAt: unknown });
    await house.act(kiosk(), 'help.raise', { place: '一楼大厅' }, { mid: 'no-clock-done', madeAt: unknown });
    await house.act(staff('advisor'), 'help.answer', { callId: id('no-clock-done'), reply: 'done' });
    await dailyWork(sync, CENTRE);
    for (const bucket of ['staff:sample', 'device:lobby-kiosk']) {
      assert.deepEqual(
        house.list(bucket, 'helpCall').map((call) => call.id),
        ['no-clock', 'no-clock-done', 'recent'],
      );
    }
  });

  it('takes down what is long over: notices, changes of past sessions, claims nobody placed', async () => {
    const house = planned();
    const past = NOW - 61 * DAY;
    const notice = { level: 'normal', title: '停水', body: null, fromMs: past - DAY, by: '王经理' } as const;
    house.set('centre:sample', 'notice', 'over', { ...notice, id: id<'NoticeId'>('over'), untilMs: past });
    house.set('centre:sample', 'notice', 'open', { ...notice, id: id<'NoticeId'>('open'), untilMs: null });
    for (const date of [addDays(TODAY, -61), TODAY]) {
      const key = id<'SessionId'>(`baduanjin@${date}`);
      const change = { id: key, cancelled: true, start: null, room: null, note: null };
      house.set('centre:sample', 'sessionChange', key, change);
    }
    const args = { courseId: id<'CourseId'>('baduanjin'), memberId: id<'MemberId'>('m001'), seen: null };
    const now = { quality: 'confirmed', nowMs: past } as const;
    await house.act(kiosk(), 'checkin.loose', args, { mid: 'never-placed', now });
    await house.act(kiosk(), 'checkin.loose', args, { mid: 'of-today' });
    await dailyWork(hubOfRows(house, NOW), CENTRE);
    assert.deepEqual(
      house.list('centre:sample', 'notice').map((row) => row.id),
      ['open'],
    );
    assert.deepEqual(
      house.list('centre:sample', 'sessionChange').map((row) => row.id),
      [`baduanjin@${TODAY}`],
    );
    for (const bucket of ['staff:sample', 'device:lobby-kiosk']) {
      assert.deepEqual(
        house.list(bucket, 'looseClaim').map((row) => row.id),
        ['of-today'],
      );
    }
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
