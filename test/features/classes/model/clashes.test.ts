import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clashesOfCourse, clashesOfSession } from '../../../../src/features/classes/model/clashes.ts';
import {
  meetsOn,
  sessionId,
  sessionOn,
  type Course,
  type SessionChange,
} from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { course } from '../../../support/model-rows.ts';

const never = () => false;
/** A Monday. */
const MONDAY = '2026-11-23';
const of = (key: string, over: Partial<Course> = {}): Course =>
  course({
    id: id(key),
    name: key,
    recurrence: { every: 'week', weekdays: [1] },
    start: '09:00',
    minutes: 60,
    from: MONDAY,
    ...over,
  });
const told = (
  own: Course,
  others: readonly Course[],
  changes: readonly SessionChange[] = [],
  isRest = never,
) =>
  clashesOfCourse(own, { courses: others, changes, isRest }, MONDAY).map(
    ({ about, other }) => `${about} ${other.course.id} ${other.date}`,
  );
const change = (key: string, date: string, over: Partial<SessionChange>): SessionChange => ({
  id: sessionId(key, date),
  cancelled: false,
  start: null,
  room: null,
  note: null,
  ...over,
});

describe('a course every second week', () => {
  it('meets in the week of its first day and in every second after it, whatever day it begins on', () => {
    const second = of('a', {
      recurrence: { every: 'week', weekdays: [1, 5], interval: 2 },
      from: '2026-11-25',
    });
    const days = ['2026-11-23', '2026-11-27', '2026-11-30', '2026-12-04', '2026-12-07', '2026-12-11'];
    assert.deepEqual(
      days.filter((day) => meetsOn(second, day, never)),
      ['2026-11-27', '2026-12-07', '2026-12-11'],
    );
  });

  it('clashes with no course of the other weeks, and in its own with one that is there', () => {
    const even = of('even', { recurrence: { every: 'week', weekdays: [1], interval: 2 } });
    const odd = of('odd', { recurrence: { every: 'week', weekdays: [1], interval: 2 }, from: '2026-11-30' });
    assert.deepEqual(told(even, [odd]), []);
    assert.deepEqual(told(even, [of('weekly')]), ['room weekly 2026-11-23']);
  });
});

describe('what a course would clash with', () => {
  it('is told once for each course, by room and by leader, with the first such day', () => {
    const own = of('own', { leader: '赵老师' });
    const others = [
      of('same-room', { start: '09:59' }),
      of('same-leader', { room: '院里', leader: ' 赵老师 ' }),
      of('after', { start: '10:00' }),
      of('nobody', { room: '门厅', leader: null }),
    ];
    assert.deepEqual(told(own, others), ['leader same-leader 2026-11-23', 'room same-room 2026-11-23']);
  });

  it('is nothing on a day on which the other is cancelled, elsewhere, or has somebody else lead it', () => {
    const own = of('own', { leader: '赵老师', until: MONDAY });
    const other = of('other', { leader: '赵老师' });
    assert.deepEqual(told(own, [other], [change('other', MONDAY, { cancelled: true })]), []);
    assert.deepEqual(told(own, [other], [change('other', MONDAY, { room: '院里', leader: '孙老师' })]), []);
  });

  it('is nothing on a holiday that either leaves out', () => {
    const own = of('own', { until: MONDAY, skipsHolidays: true });
    assert.deepEqual(
      clashesOfCourse(own, { courses: [of('other')], changes: [], isRest: () => true }, MONDAY),
      [],
    );
  });

  it('reaches past midnight, both ways', () => {
    const late = of('late', { start: '23:30', minutes: 90 });
    const early = of('early', { start: '00:30', recurrence: { every: 'week', weekdays: [2] } });
    assert.deepEqual(told(late, [early]), ['room early 2026-11-24']);
    assert.deepEqual(told(early, [late]), ['room late 2026-11-23']);
  });

  it('of one meeting is by its time and room as they are to be', () => {
    const own = sessionOn(of('own'), MONDAY, change('own', MONDAY, { start: '15:30' }), never);
    assert.ok(own !== null);
    const timetable = {
      courses: [of('own'), of('afternoon', { start: '15:00' })],
      changes: [],
      isRest: never,
    };
    assert.deepEqual(
      clashesOfSession(own, timetable).map(({ other }) => other.course.id),
      ['afternoon'],
    );
    assert.deepEqual(clashesOfSession({ ...own, cancelled: true }, timetable), []);
  });
});
