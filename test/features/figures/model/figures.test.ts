import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countHelp, countRequests } from '../../../../src/features/figures/model/count-answers.ts';
import { CameCount } from '../../../../src/features/figures/model/count-came.ts';
import { countEnrolled } from '../../../../src/features/figures/model/count-enrolled.ts';
import { countMeals } from '../../../../src/features/figures/model/count-meals.ts';
import { countScreens } from '../../../../src/features/figures/model/count-screens.ts';
import {
  daysOf,
  periodAfter,
  periodBefore,
  periodOf,
} from '../../../../src/features/figures/model/period.ts';
import type { Attendance } from '../../../../src/features/check-in/model/attendance.ts';
import { id } from '../../../../src/kernel/ids.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { civilMoment, unixOf } from '../../../../src/kernel/time.ts';
import { dishRow } from '../../../support/rows.ts';

const november = periodOf('month', '2026-11-22');
const dayAt = (ms: number): string => civilMoment(ms, 480).date;
const at = (date: string, minute: number): number => unixOf(date, minute, 480);

const attendance = (date: string, memberId: string, madeAtMs: number | null): Attendance => ({
  id: `${date}/song/${memberId}`,
  sessionId: id(`song@${date}`),
  memberId: id(memberId),
  date,
  claims: [{ mid: id('c'), deviceId: id('lobby'), madeAtMs, timeQuality: 'confirmed', withdrawn: false }],
});

test('a month and a week end where the calendar has it, over the turn of a year and a leap day', () => {
  assert.deepEqual([november.first, november.last], ['2026-11-01', '2026-11-30']);
  assert.deepEqual(periodAfter(periodOf('month', '2026-12-31')).first, '2027-01-01');
  assert.equal(periodOf('month', '2028-02-01').last, '2028-02-29');
  const week = periodOf('week', '2027-01-01');
  assert.deepEqual([week.first, week.last], ['2026-12-28', '2027-01-03']);
  assert.deepEqual(periodAfter(periodBefore(week)), week);
  assert.equal(daysOf(week).length, 7);
});

test('who signed in at half past nine is counted at nine, and whose hour nobody knows is not at midnight', () => {
  const came = new CameCount(november, 480);
  came.add(attendance('2026-11-02', 'm1', at('2026-11-02', 570)));
  came.add(attendance('2026-11-02', 'm2', null));
  // Written down by staff two days later, at eight.
  came.add(attendance('2026-11-02', 'm3', at('2026-11-04', 480)));
  // And on the evening of the same day: that is not when they came.
  const { claims, ...late } = attendance('2026-11-02', 'm4', at('2026-11-02', 1080));
  came.add({ ...late, claims: claims.map((claim) => ({ ...claim, reason: '忘了签到' })) });
  // The hub's day is the centre's: this is still the second, and not the first.
  came.add(attendance('2026-11-03', 'm1', at('2026-11-03', 5)));
  came.add(attendance('2026-12-01', 'm1', at('2026-12-01', 570)));
  const { hours, hourUnknown, checkIns, members } = came.figures();
  assert.deepEqual(
    hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : [])),
    [
      [0, 1],
      [9, 1],
    ],
  );
  assert.deepEqual([hourUnknown, checkIns, members], [3, 5, 4]);
});

const call = (over: Partial<RowOf<'helpCall'>>): RowOf<'helpCall'> => ({
  id: id('call'),
  deviceId: id('lobby'),
  place: '大厅',
  raisedAtMs: at('2026-11-10', 600),
  ageUnknown: false,
  state: 'done',
  answeredBy: '李师傅',
  answeredAtMs: at('2026-11-10', 602),
  ...over,
});

test('help is timed to its first answer; one that nobody answered is no quick one, and one without a clock takes no time', () => {
  const help = countHelp(
    [
      call({}),
      call({ answeredAtMs: at('2026-11-10', 610), kind: 'emergency', state: 'withdrawn' }),
      call({ answeredAtMs: null }),
      // Answered before it was made: two clocks.
      call({ answeredAtMs: at('2026-11-10', 590) }),
      call({ state: 'withdrawn', answeredBy: null, answeredAtMs: null }),
      call({ state: 'waiting', answeredBy: null, answeredAtMs: null }),
      call({ raisedAtMs: at('2026-10-31', 1439) }),
      call({ raisedAtMs: null, takenAtMs: at('2026-11-30', 1439), answeredAtMs: at('2026-12-01', 1) }),
    ],
    november,
    dayAt,
  );
  assert.deepEqual(help, {
    asked: 7,
    answered: 5,
    withdrawn: 1,
    open: 1,
    medianS: 120,
    slowestS: 600,
    untimed: 2,
    emergencies: 1,
  });
});

test('nobody asked is no answer within no time', () => {
  const none = countRequests([], november, dayAt);
  assert.deepEqual([none.asked, none.medianS, none.slowestS], [0, null, null]);
});

test('a wish that one has taken on is still open', () => {
  const request = (over: Partial<RowOf<'request'>>): RowOf<'request'> => ({
    id: id('wish'),
    memberId: null,
    seenName: null,
    policyId: null,
    deviceId: id('lobby'),
    place: '大厅',
    raisedAtMs: at('2026-11-10', 600),
    state: 'done',
    answeredBy: '王顾问',
    answeredAtMs: at('2026-11-11', 600),
    ...over,
  });
  const { asked, answered, open, medianS } = countRequests(
    [request({}), request({ state: 'taken' }), request({ state: 'waiting', answeredAtMs: null })],
    november,
    dayAt,
  );
  assert.deepEqual([asked, answered, open, medianS], [3, 1, 2, 86_400]);
});

test('a dish is counted by its name, once a menu, and sold out where none of it was left', () => {
  const item = (name: string, soldOut: boolean, dishId = name) => {
    const { id: _, ...fields } = dishRow({ name });
    return { ...fields, dishId: id<'DishId'>(dishId), soldOut };
  };
  const menu = (date: string, meal: 'lunch' | 'dinner', items: RowOf<'menu'>['items']): RowOf<'menu'> => ({
    id: id(`${date}.${meal}.main`),
    date,
    meal,
    canteenId: id('main'),
    items,
    set: null,
    note: null,
    version: 1,
    publishedAtMs: 1,
    publishedBy: null,
  });
  const { meals, dishes } = countMeals([
    menu('2026-11-01', 'lunch', [item('红烧肉', true, 'a'), item('红烧肉', false, 'b'), item('豆腐', true)]),
    menu('2026-11-02', 'lunch', [item('红烧肉', true, 'c')]),
    menu('2026-11-02', 'dinner', [item('豆腐', false)]),
    { ...menu('2026-11-03', 'lunch', [item('豆腐', false)]), off: 'withdrawn' },
    { ...menu('2026-11-04', 'lunch', []), off: 'closed' },
  ]);
  assert.deepEqual(meals, [
    { meal: 'lunch', menus: 2 },
    { meal: 'dinner', menus: 1 },
  ]);
  assert.deepEqual(
    dishes.map(({ name, menus, soldOut }) => [name, menus, soldOut]),
    [
      ['红烧肉', 2, 1],
      ['豆腐', 2, 1],
    ],
  );
});

test('of those with a place it is told who came, and nobody on the wait-list passes for absent', () => {
  const name = (
    memberId: string,
    state: 'in' | 'waiting' | 'left',
    date = '2026-11-02',
  ): RowOf<'enrolment'> => ({
    id: `${date}/song/${memberId}`,
    sessionId: id(`song@${date}`),
    memberId: id(memberId),
    date,
    claims: [],
    state,
    turn: 1,
    tell: false,
  });
  const names = [name('m1', 'in'), name('m2', 'in'), name('m3', 'waiting'), name('m4', 'left')];
  const came = new Set(['2026-11-02/song/m1', '2026-11-02/song/m3']);
  assert.deepEqual(countEnrolled([...names, name('m1', 'in', '2026-11-09')], came), [
    { courseId: 'song', sessions: 2, taken: 3, waiting: 1, left: 1, came: 1 },
  ]);
});

test('a screen is told by its hours; each day’s menu is the menu, and each playlist itself whatever its version', () => {
  const play = (hour: number, item: string, count: number, seconds?: number): RowOf<'playCount'> => ({
    id: `dining/${hour}/${item}`,
    screenId: id('dining'),
    hourMs: hour * 3_600_000,
    item,
    count,
    ...(seconds === undefined ? {} : { seconds }),
  });
  assert.deepEqual(
    countScreens([
      play(1, 'menu:2026-11-28.lunch.main@12', 1, 1800),
      play(1, 'menu:2026-11-28.lunch.main@13', 1, 900),
      play(1, 'playlist:spring@3', 4, 900),
      play(2, 'playlist:spring@4', 5, 60),
      // Of a build that does not say how long.
      play(3, 'menu:2026-11-29.lunch.main', 2),
    ]),
    [
      {
        screenId: 'dining',
        hours: 3,
        seconds: 3660,
        items: [
          { item: 'menu', plays: 4, seconds: 2700 },
          { item: 'playlist:spring', plays: 9, seconds: 960 },
        ],
      },
    ],
  );
});
