import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  checkInState,
  meetsOn,
  nextSession,
  openForCheckIn,
  parseSessionId,
  sessionId,
  sessionOn,
  sessionsOfWeek,
  sessionsOn,
} from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays, daysBetween, minuteOf, weekdayOf } from '../../../../src/kernel/time.ts';
import { course } from '../../../support/model-rows.ts';

const never = () => false;
const anyDate = fc.integer({ min: 0, max: 2000 }).map((days) => addDays('2026-01-01', days));
const weekday = fc.integer({ min: 1, max: 7 });
const fiveYearsOfMonths = Array.from(
  { length: 60 },
  (_, i) => `${2026 + Math.floor(i / 12)}-${`${(i % 12) + 1}`.padStart(2, '0')}-01`,
);
const change = (sessionDate: string, over: object) => ({
  id: sessionId('baduanjin', sessionDate),
  cancelled: false,
  start: null,
  room: null,
  note: null,
  ...over,
});

describe('when a course meets', () => {
  it('weekly: on its weekdays and no others', () => {
    fc.assert(
      fc.property(anyDate, fc.uniqueArray(weekday, { minLength: 1 }), (date, weekdays) => {
        const weekly = course({ recurrence: { every: 'week', weekdays } });
        assert.equal(meetsOn(weekly, date, never), weekdays.includes(weekdayOf(date)));
      }),
    );
  });

  it('monthly: exactly once in every month for the first to fourth and the last such weekday', () => {
    for (const first of fiveYearsOfMonths) {
      const days = Array.from({ length: 31 }, (_, i) => addDays(first, i)).filter(
        (d) => d.slice(0, 7) === first.slice(0, 7),
      );
      for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
        const such = days.filter((date) => weekdayOf(date) === weekday);
        for (const nth of [1, 2, 3, 4, -1] as const) {
          const clinic = course({ recurrence: { every: 'month', nth, weekday } });
          const met = days.filter((date) => meetsOn(clinic, date, never));
          assert.deepEqual(met, [nth === -1 ? such[such.length - 1] : such[nth - 1]]);
        }
      }
    }
  });

  it('the free clinic on the second Saturday falls on 12 December 2026', () => {
    const clinic = course({ recurrence: { every: 'month', nth: 2, weekday: 6 } });
    assert.ok(meetsOn(clinic, '2026-12-12', never));
    assert.ok(!meetsOn(clinic, '2026-12-05', never));
  });

  it('never before its first day or after its last, and not on a holiday it skips', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, fc.boolean(), fc.boolean(), (date, from, until, rest, skips) => {
        const meets = meetsOn(course({ from, until, skipsHolidays: skips }), date, () => rest);
        assert.equal(meets, date >= from && date <= until && !(rest && skips));
      }),
    );
  });

  it('a session id names its course and day again, and a day that is none names nothing', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z@-]{1,12}$/), anyDate, (key, date) => {
        assert.deepEqual(parseSessionId(sessionId(key, date)), { courseId: key, date });
      }),
    );
    assert.equal(parseSessionId('baduanjin@2026-02-30'), null);
    assert.equal(parseSessionId('baduanjin'), null);
  });
});

describe('the timetable', () => {
  it('shows a cancelled session as cancelled and a moved one at its new time and room', () => {
    const cancelled = sessionOn(course(), '2026-11-22', change('2026-11-22', { cancelled: true }), never);
    assert.equal(cancelled?.cancelled, true);
    const moved = sessionOn(
      course(),
      '2026-11-22',
      change('2026-11-22', { start: '14:00', room: '院里' }),
      never,
    );
    assert.deepEqual(
      [moved?.startMinute, moved?.endMinute, moved?.room, moved?.moved],
      [840, 860, '院里', true],
    );
  });

  it("a change of one day's session leaves the other days as they are", () => {
    const week = sessionsOfWeek([course()], [change('2026-11-24', { cancelled: true })], '2026-11-23', never);
    assert.deepEqual(
      week.map(({ sessions }) => sessions[0]?.cancelled),
      [false, true, false, false, false, false, false],
    );
  });

  it('lists a day in the order things begin', () => {
    const starts = fc.array(fc.integer({ min: 0, max: 1439 }), { maxLength: 8 });
    fc.assert(
      fc.property(starts, (minutes) => {
        const courses = minutes.map((m, i) =>
          course({
            id: id(`c${i}`),
            start: `${`${Math.floor(m / 60)}`.padStart(2, '0')}:${`${m % 60}`.padStart(2, '0')}`,
          }),
        );
        const listed = sessionsOn(courses, [], '2026-11-22', never).map((session) => session.startMinute);
        assert.deepEqual(
          listed,
          [...minutes].sort((a, b) => a - b),
        );
      }),
    );
  });
});

describe('the next session', () => {
  const days = ['2026-11-22', '2026-11-23'];
  const sessions = days.flatMap((date) => sessionsOn([course()], [change('2026-11-23', {})], date, never));

  it('is the first that has not begun, tomorrow if need be, and none while the time is unknown', () => {
    assert.equal(
      nextSession(sessions, { date: '2026-11-22', minute: minuteOf('10:39') })?.date,
      '2026-11-22',
    );
    assert.equal(
      nextSession(sessions, { date: '2026-11-22', minute: minuteOf('10:40') })?.date,
      '2026-11-23',
    );
    assert.equal(nextSession(sessions, null), null);
  });

  it('is never a cancelled one', () => {
    const off = sessionsOn([course()], [change('2026-11-22', { cancelled: true })], '2026-11-22', never);
    assert.equal(nextSession(off, { date: '2026-11-22', minute: 0 }), null);
  });
});

describe('signing in', () => {
  it('is open from an hour before a session until it ends, and only then', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
        const date = addDays('2026-11-22', days);
        const [session] = sessionsOn([course()], [], '2026-11-22', never);
        assert.ok(session);
        const since = daysBetween('2026-11-22', date) * 1440 + minute - session.startMinute;
        const open = checkInState(session, { date, minute }) === 'open';
        assert.equal(open, since >= -60 && since < 20);
      }),
    );
  });

  it('is not offered for a cancelled session, for one nobody signs in for, or without a time', () => {
    const at = { date: '2026-11-22', minute: minuteOf('10:30') };
    const open = (over: object, changes: object[] = []) =>
      openForCheckIn(sessionsOn([course(over)], changes as never, '2026-11-22', never), at).length;
    assert.equal(open({}), 1);
    assert.equal(open({ checkIn: false }), 0);
    assert.equal(open({}, [change('2026-11-22', { cancelled: true })]), 0);
    assert.equal(openForCheckIn(sessionsOn([course()], [], '2026-11-22', never), null).length, 0);
  });
});
