import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays, civilMoment, clockTime, unixOf, weekdayOf } from '../../../../src/kernel/time.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';
import { nextChange } from '../../../../src/features/schedules/model/next-change.ts';
import { showingOn, type ScreenFacts } from '../../../../src/features/schedules/model/showing.ts';
import { scheduleFor } from '../../../../src/features/schedules/model/schedule.ts';
import { parseMissed, parseWhy } from '../../../../src/features/schedules/model/read-why.ts';
import { missedText, whyText } from '../../../../src/features/schedules/model/why.ts';
import { programme as sampleProgramme } from '../../../support/model-rows.ts';
import { centreRow } from '../../../support/rows.ts';

type Daypart = RowOf<'schedule'>['dayparts'][number];

const MONDAY = '2026-11-23';
const DAILY = [1, 2, 3, 4, 5, 6, 7];
const centre = centreRow({
  meals: [
    { meal: 'breakfast', from: '07:00', to: '08:30' },
    { meal: 'lunch', from: '11:00', to: '12:30', skipsHolidays: true },
  ],
});
const part = (show: Daypart['show'], from: string, to: string, over: Partial<Daypart> = {}): Daypart => ({
  show,
  weekdays: DAILY,
  from,
  to,
  ...over,
});
const schedule = (
  dayparts: readonly Daypart[],
  over: Partial<RowOf<'schedule'>> = {},
): RowOf<'schedule'> => ({
  id: id('dining-hall'),
  dayparts: [...dayparts],
  ...over,
});

/** What a screen shows at a day and a time of it. */
function at(date: string, time: string, plan: RowOf<'schedule'>, over: Partial<ScreenFacts> = {}) {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  const seconds = Number(time.slice(6, 8) || 0);
  return showingOn({
    centre,
    schedule: plan,
    canteenId: 'main',
    run: undefined,
    programme: undefined,
    notices: [],
    time: { quality: 'carried', nowMs: unixOf(date, minute, centre.utcOffsetMinutes) + seconds * 1000 },
    isRest: () => false,
    ...over,
  });
}

/** The changes of a day, minute by minute: `07:00 menu`. */
function changesOn(
  date: string,
  plan: RowOf<'schedule'>,
  over: Partial<ScreenFacts> = {},
): readonly string[] {
  let last = '';
  return Array.from({ length: 1440 }, (_, minute) => minute).flatMap((minute) => {
    const { show } = at(date, clockTime(minute), plan, over);
    if (show === last) return [];
    last = show;
    return [`${clockTime(minute)} ${show}`];
  });
}

describe('a week by its schedule', () => {
  const plan = schedule(
    [
      part('dark', '20:00', '06:00'),
      part('menu', '10:30', '12:30', { meal: 'lunch' }),
      part('notices', '13:00', '17:00', { weekdays: [1, 2, 3, 4, 5] }),
      part('policy', '15:00', '16:00', { weekdays: [3] }),
      part('welcome', '09:00', '17:00', { dates: { from: '2026-11-28', to: '2026-11-28' }, priority: 5 }),
    ],
    { default: { show: 'clock' } },
  );
  const workday = [
    '00:00 dark',
    '06:00 clock',
    '10:00 menu',
    '12:30 clock',
    '13:00 notices',
    '17:00 clock',
    '20:00 dark',
  ];

  it('changes at its minutes, each weekday as planned, the night past midnight too', () => {
    assert.deepEqual(changesOn(MONDAY, plan), workday);
    assert.deepEqual(changesOn('2026-11-25', plan), [
      ...workday.slice(0, 5),
      '15:00 policy',
      '16:00 notices',
      ...workday.slice(5),
    ]);
    assert.deepEqual(changesOn('2026-11-28', plan), [
      '00:00 dark',
      '06:00 clock',
      '09:00 welcome',
      '17:00 clock',
      '20:00 dark',
    ]);
    assert.deepEqual(changesOn('2026-11-29', plan), [...workday.slice(0, 4), '20:00 dark']);
  });

  it('shows no meal that is not served: on a holiday lunch is not', () => {
    assert.deepEqual(changesOn(MONDAY, plan, { isRest: () => true }), [
      '00:00 dark',
      '06:00 clock',
      '13:00 notices',
      '17:00 clock',
      '20:00 dark',
    ]);
  });

  it('is the same on the thirtieth day without the hub', () => {
    assert.deepEqual(changesOn(addDays(MONDAY, 28), plan), workday);
  });

  it('says for each minute why it shows what it shows, in a text that reads back', () => {
    fc.assert(
      fc.property(fc.nat(7 * 1440 - 1), (minutes) => {
        const { why } = at(addDays(MONDAY, Math.floor(minutes / 1440)), clockTime(minutes % 1440), plan);
        assert.deepEqual(parseWhy(whyText(why)), why);
      }),
    );
    assert.deepEqual(at(MONDAY, '10:00', plan).why, { because: 'daypart', from: '10:00', to: '12:30' });
    assert.deepEqual(at(MONDAY, '09:00', plan).why, { because: 'default' });
  });
});

describe('a schedule with trouble in it', () => {
  it('with overlaps and gaps shows one thing at each minute, whatever the dayparts', () => {
    const clocks = fc.nat(1439).map(clockTime);
    const show = fc.constantFrom<Daypart['show']>('menu', 'timetable', 'clock', 'dark', 'policy', 'notices');
    const parts = fc.array(
      fc.record({
        show,
        from: clocks,
        to: clocks,
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        priority: fc.integer({ min: 0, max: 9 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, fc.nat(7 * 1440 - 1), (dayparts, minutes) => {
        const date = addDays(MONDAY, Math.floor(minutes / 1440));
        const showing = at(date, clockTime(minutes % 1440), schedule(dayparts));
        const holds = showing.why.because === 'daypart';
        const possible = dayparts.filter((one) => one.show === showing.show);
        assert.ok(holds ? possible.length > 0 : showing.show === 'timetable');
        // One that holds all of a weekday with the highest priority leaves no gap on it.
        const all = part('welcome', '00:00', '00:00', { weekdays: [weekdayOf(date)], priority: 9 });
        const sure = at(
          date,
          clockTime(minutes % 1440),
          schedule([{ ...all }, ...dayparts.map((one) => ({ ...one, priority: 0 }))]),
        );
        assert.equal(sure.show, 'welcome');
      }),
    );
  });

  it('of a newer build shows what comes next and says what it cannot', () => {
    const newer: RowOf<'schedule'> = JSON.parse(
      JSON.stringify(schedule([part('clock', '08:00', '18:00'), part('menu', '09:00', '18:00')])).replace(
        '"menu"',
        '"hologram"',
      ),
    );
    const showing = at(MONDAY, '09:30', newer);
    assert.equal(showing.show, 'clock');
    assert.deepEqual(showing.missed.map(missedText), ['unknown hologram']);
    assert.deepEqual(parseMissed('unknown hologram'), { what: 'unknown', item: 'hologram' });
  });

  it('whose playlist is gone shows what comes next, and the default after all', () => {
    const gone = schedule([part('playlist', '09:00', '18:00', { playlistId: id('spring') })], {
      default: { show: 'clock' },
    });
    const isEmpty = ({ show }: { show: string }): boolean => show === 'playlist';
    const showing = at(MONDAY, '09:30', gone, { isEmpty });
    assert.equal(showing.show, 'clock');
    assert.deepEqual(showing.missed.map(missedText), ['nothing playlist spring']);
    assert.equal(at(MONDAY, '09:30', gone, { isEmpty: () => true }).show, 'timetable');
  });

  it('shows only what is of no day while the time is unknown', () => {
    const time = { quality: 'unknown', nowMs: null } as const;
    const plan = (show: Daypart['show']) => schedule([part('menu', '00:00', '00:00')], { default: { show } });
    assert.equal(at(MONDAY, '09:30', plan('welcome'), { time }).show, 'welcome');
    assert.equal(at(MONDAY, '09:30', plan('menu'), { time }).show, 'undated');
  });
});

describe('items by turns', () => {
  const turns = schedule([
    part('clock', '09:00', '10:00', {
      turns: [
        { show: 'clock', seconds: 20 },
        { show: 'policy', seconds: 30 },
        { show: 'playlist', playlistId: id('spring'), seconds: 40 },
      ],
    }),
  ]);

  it('come in their order, each for its seconds, alike on every screen', () => {
    const shown = (time: string) => at(MONDAY, time, turns).show;
    assert.deepEqual(
      ['09:00:00', '09:00:19', '09:00:20', '09:00:49', '09:00:50', '09:01:29', '09:01:30'].map(shown),
      ['clock', 'clock', 'policy', 'policy', 'playlist', 'playlist', 'clock'],
    );
  });

  it('leave out one of which there is nothing, and say so', () => {
    const isEmpty = ({ show }: { show: string }): boolean => show === 'playlist';
    const showing = at(MONDAY, '09:00:50', turns, { isEmpty });
    assert.equal(showing.show, 'clock');
    assert.deepEqual(showing.missed.map(missedText), ['nothing playlist spring']);
  });
});

describe('what comes next', () => {
  const facts = (
    time: string,
    plan: RowOf<'schedule'> | undefined,
    over: Partial<ScreenFacts> = {},
  ): ScreenFacts => ({
    centre,
    schedule: plan,
    canteenId: 'main',
    run: undefined,
    programme: undefined,
    notices: [],
    time: {
      quality: 'confirmed',
      nowMs: unixOf(MONDAY, Number(time.slice(0, 2)) * 60 + Number(time.slice(3)), centre.utcOffsetMinutes),
    },
    isRest: () => false,
    ...over,
  });
  const next = (known: ScreenFacts): string | null => {
    const change = nextChange(known);
    if (change === null) return null;
    const { date, minute } = civilMoment(change.atMs, centre.utcOffsetMinutes);
    return `${date} ${clockTime(minute)} ${change.showing.show}`;
  };

  it('is the next part of the day, over midnight too, or the end of what is pushed', () => {
    const plan = schedule([part('clock', '08:00', '18:00'), part('dark', '21:00', '06:00')]);
    assert.equal(next(facts('10:00', plan)), `${MONDAY} 18:00 timetable`);
    assert.equal(next(facts('22:00', plan)), '2026-11-24 06:00 timetable');
    const fromMs = facts('10:00', plan).time.nowMs ?? 0;
    const push = { id: id<'DeviceId'>('x'), fromMs, untilMs: fromMs + 600_000, by: '李师傅', version: 1 };
    assert.equal(
      next(facts('10:00', plan, { push: { ...push, item: { show: 'menu' } } })),
      `${MONDAY} 10:10 clock`,
    );
    assert.equal(next(facts('10:00', schedule([part('clock', '00:00', '00:00')]))), null);
  });

  it('is not what stands there already, for another reason: "from 21:00 today’s activities", after today’s activities', () => {
    const timetable = schedule([part('timetable', '06:00', '21:00'), part('clock', '22:00', '23:00')]);
    assert.equal(next(facts('10:00', timetable)), `${MONDAY} 22:00 clock`);
    const menu = schedule([part('menu', '00:00', '00:00')]);
    const fromMs = facts('10:00', menu).time.nowMs ?? 0;
    const push = { id: id<'DeviceId'>('x'), fromMs, untilMs: fromMs + 600_000, by: '李师傅', version: 1 };
    assert.equal(next(facts('10:00', menu, { push: { ...push, item: { show: 'menu' } } })), null);
  });

  it('is what comes after the exercise that is on, when that ends, not at the next change of the plan', () => {
    const plan = schedule([part('timetable', '06:00', '21:00'), part('clock', '21:00', '22:00')]);
    const nowMs = facts('10:40', plan).time.nowMs ?? 0;
    const programme = { ...sampleProgramme, durationMs: 12 * 60_000 };
    const run: RowOf<'run'> = {
      id: id('dining-hall'),
      programmeId: programme.id,
      sessionId: null,
      state: 'playing',
      positionMs: 0,
      asOfMs: nowMs,
      rate: 1,
      version: 1,
      startedBy: '张老师',
      startBeforeMs: nowMs + 60_000,
    };
    const led = (over: Partial<RowOf<'run'>>) =>
      next(facts('10:40', plan, { programme, run: { ...run, ...over } }));
    assert.equal(led({ untilMs: nowMs + 20 * 60_000 }), `${MONDAY} 11:00 timetable`);
    assert.equal(
      led({ rate: 0.6 }),
      `${MONDAY} 11:10 timetable`,
      'the round, and its question for ten minutes',
    );
    assert.equal(led({ state: 'paused' }), `${MONDAY} 11:10 timetable`, 'nobody goes on for half an hour');
  });

  it('is the coming meal where nobody has made a schedule', () => {
    assert.equal(next(facts('09:00', undefined)), `${MONDAY} 10:00 menu`);
  });
});

describe('a group of screens', () => {
  it('goes by one schedule, except the screen that has its own', () => {
    const own = schedule([]);
    const shared = schedule([], { id: id('group:halls') });
    assert.equal(scheduleFor([own, shared], { id: 'dining-hall', group: 'halls' }), own);
    assert.equal(scheduleFor([own, shared], { id: 'corridor', group: 'halls' }), shared);
    assert.equal(scheduleFor([own, shared], { id: 'lobby' }), undefined);
  });
});
