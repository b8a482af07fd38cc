import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { id } from '../../../../src/kernel/ids.ts';
import { noticesNow } from '../../../../src/features/notices/model/notice.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { checkSchedule } from '../../../../src/features/schedules/model/check-schedule.ts';
import { showingOn, type ScreenFacts } from '../../../../src/features/schedules/model/showing.ts';
import { clockTime } from '../../../../src/kernel/time.ts';
import { planByMeals } from '../../../../src/features/schedules/model/by-meals.ts';
import { NOW } from '../../../support/house.ts';
import { centre, programme } from '../../../support/model-rows.ts';

const clock = (time: string) =>
  ({ quality: 'confirmed', nowMs: Date.parse(`2026-11-22T${time}:00+08:00`) }) as const;
const schedule: RowOf<'schedule'> = {
  id: id('dining-hall'),
  dayparts: [
    { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:00', to: '12:45', show: 'menu' },
    { weekdays: [1], from: '10:00', to: '12:45', show: 'timetable' },
  ],
};
const facts = (over: Partial<ScreenFacts> = {}): ScreenFacts => ({
  centre,
  schedule,
  canteenId: 'main',
  run: undefined,
  programme: undefined,
  notices: [],
  time: clock('10:32'),
  isRest: () => false,
  ...over,
});
const shownBy = (known: ScreenFacts) => showingOn(known).show;
const run: RowOf<'run'> = {
  id: id('dining-hall'),
  programmeId: programme.id,
  sessionId: null,
  state: 'playing',
  positionMs: 0,
  asOfMs: NOW,
  rate: 1,
  version: 1,
  startedBy: '张老师',
  startBeforeMs: NOW + 120_000,
};
const notice = (over: Partial<RowOf<'notice'>> = {}): RowOf<'notice'> => ({
  id: id('n1'),
  level: 'normal',
  title: '停水通知',
  body: null,
  fromMs: NOW - 1000,
  untilMs: null,
  by: '王经理',
  ...over,
});

describe('what a screen shows', () => {
  it('the board of the coming meal in its daypart, and the timetable outside', () => {
    const showing = showingOn(facts());
    assert.ok(showing.show === 'menu' && showing.sitting.meal === 'lunch');
    assert.equal(showingOn(facts({ time: clock('14:00') })).show, 'timetable');
  });

  it('the menu around each meal in a dining hall nobody has made a schedule for, and the timetable elsewhere', () => {
    const unplanned = (time: string, canteenId: string | null = 'main') =>
      showingOn(facts({ schedule: undefined, canteenId, time: clock(time) })).show;
    assert.equal(unplanned('09:30'), 'timetable');
    assert.equal(unplanned('10:32'), 'menu');
    assert.equal(unplanned('11:30'), 'menu');
    assert.equal(unplanned('14:00'), 'timetable');
    assert.equal(unplanned('11:30', null), 'timetable');
  });

  it('the same by a schedule that is written from the meals, at every quarter of an hour of a day', () => {
    for (const canteenId of ['main', null])
      for (let minute = 0; minute < 1440; minute += 15) {
        const time = clock(clockTime(minute));
        const plan = { id: id<'DeviceId'>('dining-hall'), ...planByMeals(centre, canteenId !== null) };
        const [written, unplanned] = [plan, undefined].map((one) =>
          shownBy(facts({ schedule: one, canteenId, time })),
        );
        assert.equal(written, unplanned, `${minute}`);
      }
  });

  it('a run before its schedule while it lasts, and the schedule again after it', () => {
    assert.equal(showingOn(facts({ run, programme })).show, 'run');
    const done = { quality: 'confirmed', nowMs: NOW + programme.durationMs } as const;
    const again = showingOn(facts({ run, programme, time: done }));
    assert.ok(again.show === 'run' && again.state === 'again', 'not the menu the moment a round is done');
    const over = { quality: 'confirmed', nowMs: NOW + programme.durationMs + 600_000 } as const;
    assert.equal(showingOn(facts({ run, programme, time: over })).show, 'menu');
    assert.equal(showingOn(facts({ run: { ...run, state: 'stopped' }, programme })).show, 'menu');
  });

  it('an emergency before everything, even while the time is unknown', () => {
    const notices = [notice({ level: 'emergency' })];
    assert.equal(showingOn(facts({ run, programme, notices })).show, 'emergency');
    assert.equal(showingOn(facts({ notices, time: { quality: 'unknown', nowMs: null } })).show, 'emergency');
  });

  it('nothing of any day while the time is unknown', () => {
    const unknown = { quality: 'unknown', nowMs: null } as const;
    assert.equal(showingOn(facts({ run, programme, time: unknown })).show, 'undated');
  });

  it('never a meal of a day gone by, at any minute of the week', () => {
    const allDay = {
      ...schedule,
      dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', show: 'menu' as const }],
    };
    fc.assert(
      fc.property(fc.nat(7 * 1440), (minutes) => {
        const nowMs = NOW + minutes * 60_000;
        const showing = showingOn(facts({ schedule: allDay, time: { quality: 'carried', nowMs } }));
        assert.ok(showing.show === 'menu');
        const ends =
          Date.parse(`${showing.sitting.date}T00:00:00+08:00`) + showing.sitting.endMinute * 60_000;
        assert.ok(ends > nowMs);
      }),
    );
  });
});

describe('notices', () => {
  it('hold between their times, the gravest first', () => {
    const notices = [
      notice(),
      notice({ id: id('n2'), level: 'urgent' }),
      notice({ id: id('n3'), fromMs: NOW + 1 }),
      notice({ id: id('n4'), untilMs: NOW }),
    ];
    assert.deepEqual(
      noticesNow(notices, NOW).map((one) => one.id),
      ['n2', 'n1'],
    );
  });
});

describe('a schedule', () => {
  it('may last until midnight or past it, and may not begin and end at the same minute', () => {
    const part = (from: string, to: string) => ({ weekdays: [1], from, to, show: 'menu' as const });
    const problems = (from: string, to: string) => checkSchedule({ id: id('x'), dayparts: [part(from, to)] });
    assert.deepEqual(problems('18:00', '00:00'), []);
    assert.deepEqual(problems('21:00', '06:00'), []);
    assert.deepEqual(problems('18:00', '18:00'), [{ field: 'dayparts.0.to', code: 'before-start' }]);
  });
});
