import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayPlan, openOn, type Stretch } from '../../../../src/features/schedules/model/day-plan.ts';
import type { Daypart } from '../../../../src/features/schedules/model/schedule.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { centre } from '../../../support/model-rows.ts';

const EVERY = [1, 2, 3, 4, 5, 6, 7];
const house = { centre, isRest: () => false };
/** A Monday. */
const DAY = '2026-11-30';

const part = (show: Daypart['show'], from: string, to: string, more: Partial<Daypart> = {}): Daypart => ({
  show,
  weekdays: EVERY,
  from,
  to,
  ...more,
});
const said = (stretches: readonly Stretch[]): readonly string[] =>
  stretches.map(
    ({ startMinute, endMinute, part: first, under }) =>
      `${startMinute / 60}-${endMinute / 60} ${[first, ...under].map((one) => one?.show ?? 'open').join('>')}`,
  );

describe('A day of a screen, as it is planned', () => {
  it('is whole from midnight to midnight, with what is left open and what lies over what', () => {
    const plan = [part('timetable', '08:00', '12:00'), part('menu', '10:00', '13:00')];
    assert.deepEqual(said(dayPlan(plan, DAY, house)), [
      '0-8 open',
      '8-10 timetable',
      '10-12 menu>timetable',
      '12-13 menu',
      '13-24 open',
    ]);
    assert.deepEqual(said(dayPlan([], DAY, house)), ['0-24 open']);
  });

  it('begins with what the night before goes on with, and knows no part of another day', () => {
    const dark = part('dark', '21:00', '06:00', { weekdays: [7] });
    assert.deepEqual(said(dayPlan([dark], DAY, house)), ['0-6 dark', '6-24 open']);
    assert.deepEqual(said(dayPlan([dark], addDays(DAY, -1), house)), ['0-21 open', '21-24 dark']);
    assert.deepEqual(said(dayPlan([dark], addDays(DAY, 1), house)), ['0-24 open']);
  });

  it('puts first what goes first, as the screen does: the order in which they were written says nothing', () => {
    const plan = [part('policy', '08:00', '12:00', { priority: 5 }), part('timetable', '00:00', '00:00')];
    assert.deepEqual(said(dayPlan(plan, DAY, house)), [
      '0-8 timetable',
      '8-12 policy>timetable',
      '12-24 timetable',
    ]);
  });

  it('is open on the days on which the very same is: what is put there lies over nothing', () => {
    const plan = [part('timetable', '08:00', '20:00'), part('dark', '20:00', '08:00', { weekdays: [6] })];
    const [first] = dayPlan(plan, DAY, house);
    assert.ok(first);
    const week = [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(DAY, days));
    assert.deepEqual(
      openOn(plan, first, week, house),
      week.filter((day) => day !== addDays(DAY, 6)),
      'on Sunday morning the night of Saturday goes on',
    );
  });
});
