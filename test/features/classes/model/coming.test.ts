import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { comingOf, standingOf, takesNames } from '../../../../src/features/classes/model/coming.ts';
import { sessionOn, type Course } from '../../../../src/features/classes/model/sessions.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { courseRow } from '../../../support/rows.ts';

/** Sunday 22 November 2026. */
const date = '2026-11-22';
const at = (minute: number) => ({ date, minute });
const noRest = (): boolean => false;
const course = (key: string, over: Partial<Course> = {}): Course => courseRow({ id: id(key), ...over });
const daysOf = (courses: readonly Course[], minute: number, changes: Parameters<typeof comingOf>[1] = []) =>
  comingOf(courses, changes, at(minute), noRest).map((session) => session.id);

describe('what comes next of each course', () => {
  it('is found weeks ahead, in the order of the days', () => {
    const monthly = course('free-clinic', { recurrence: { every: 'month', nth: 2, weekday: 6 } });
    const weekly = course('tcm-doctor', { recurrence: { every: 'week', weekdays: [4] } });
    assert.deepEqual(daysOf([monthly, weekly], 600), ['tcm-doctor@2026-11-26', 'free-clinic@2026-12-12']);
  });

  it('is found where it is the fifth Saturday of a month that has one', () => {
    const rare = course('rare', { recurrence: { every: 'month', nth: 5, weekday: 6 } });
    assert.deepEqual(daysOf([rare], 600), ['rare@2027-01-30']);
  });

  it('is today’s until that has ended, and the one that began before midnight until it has', () => {
    assert.deepEqual(daysOf([course('a')], 10 * 60 + 59), [`a@${date}`]);
    assert.deepEqual(daysOf([course('a')], 11 * 60), ['a@2026-11-23']);
    assert.deepEqual(daysOf([course('late', { start: '23:30', minutes: 60 })], 15), ['late@2026-11-21']);
  });

  it('tells the one that is not held, and the next that is', () => {
    const change = { id: id<'SessionId'>(`a@${date}`), cancelled: true, start: null, room: null, note: null };
    assert.deepEqual(daysOf([course('a')], 600, [change]), [`a@${date}`, 'a@2026-11-23']);
  });

  it('is nothing of a course that is no more', () => {
    assert.deepEqual(daysOf([course('a', { until: '2026-11-21' })], 600), []);
  });
});

describe('how a session stands', () => {
  const session = (over: Partial<Course> = {}) => {
    const found = sessionOn(course('a', over), date, undefined, noRest);
    assert.ok(found !== null);
    return found;
  };

  it('is coming, going on, over', () => {
    assert.deepEqual(
      [639, 640, 659, 660].map((minute) => standingOf(session(), at(minute))),
      ['coming', 'on', 'on', 'over'],
    );
  });

  it('names are put down where places are counted, until it begins', () => {
    assert.equal(takesNames(session({ capacity: 5 }), at(639)), true);
    assert.equal(takesNames(session({ capacity: 5 }), at(640)), false);
    assert.equal(takesNames(session(), at(600)), false);
  });
});
