import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays, clockTime, minuteOf } from '../../../../src/kernel/time.ts';
import {
  currentMeal,
  mealAt,
  minutesUntilSitting,
  nextMeal,
} from '../../../../src/features/menus/model/meals.ts';
import { isTodays, menusOfDay } from '../../../../src/features/menus/model/menu.ts';
import { centre } from '../../../support/model-rows.ts';

const at = (time: string, date = '2026-11-22') => ({ date, minute: minuteOf(time) });
const minute = fc.integer({ min: 0, max: 1439 });
/** Any one to three meals, in any order, of any length, also past midnight. */
const anyMeals = fc
  .array(fc.record({ from: minute, to: minute }), { minLength: 1, maxLength: 3 })
  .map((times) => ({
    meals: times
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }, i) => ({
        meal: (['breakfast', 'lunch', 'dinner'] as const)[i] ?? 'dinner',
        from: clockTime(from),
        to: clockTime(to),
      })),
  }));

describe('which meal is on', () => {
  it('says lunch from its first minute up to, not including, its last', () => {
    assert.equal(mealAt(centre, at('10:59')), null);
    assert.equal(mealAt(centre, at('11:00'))?.meal, 'lunch');
    assert.equal(mealAt(centre, at('12:29'))?.meal, 'lunch');
    assert.equal(mealAt(centre, at('12:30')), null);
  });

  it('says nothing while the time is unknown', () => {
    assert.equal(mealAt(centre, null), null);
    assert.equal(nextMeal(centre, null), null);
    assert.equal(currentMeal(centre, null), null);
  });

  it("after dinner the next meal is tomorrow's breakfast, and says it is tomorrow's", () => {
    const next = currentMeal(centre, at('23:59'));
    assert.deepEqual([next?.meal, next?.date], ['breakfast', '2026-11-23']);
    const afterMidnight = currentMeal(centre, at('00:00', '2026-11-23'));
    assert.deepEqual([afterMidnight?.meal, afterMidnight?.date], ['breakfast', '2026-11-23']);
  });

  it('a New Year supper that runs past midnight stays the supper of the day it began', () => {
    const supper = { meals: [{ meal: 'dinner' as const, from: '22:00', to: '00:30' }] };
    const on = mealAt(supper, at('00:10', '2027-01-01'));
    assert.deepEqual([on?.meal, on?.date], ['dinner', '2026-12-31']);
    assert.equal(mealAt(supper, at('00:30', '2027-01-01')), null);
  });

  it('skips a meal not served on holidays, through a whole holiday week', () => {
    const closed = { meals: [{ meal: 'lunch' as const, from: '11:00', to: '12:30', skipsHolidays: true }] };
    const isRest = (date: string) => date >= '2027-02-05' && date <= '2027-02-12';
    assert.equal(mealAt(closed, at('11:30', '2027-02-06'), isRest), null);
    assert.equal(nextMeal(closed, at('11:30', '2027-02-06'), isRest)?.date, '2027-02-13');
  });

  it('the one on now has begun and not ended; the next one has not begun', () => {
    fc.assert(
      fc.property(anyMeals, minute, (house, now) => {
        const moment = { date: '2026-11-22', minute: now };
        const on = mealAt(house, moment);
        if (on !== null) {
          const until = minutesUntilSitting(on, moment);
          assert.ok(until <= 0 && until + (on.endMinute - on.startMinute) > 0);
        }
        const next = nextMeal(house, moment);
        if (next !== null) assert.ok(minutesUntilSitting(next, moment) > 0);
        assert.equal(next === null, house.meals.length === 0);
      }),
    );
  });

  it('no meal begins between now and the next one', () => {
    fc.assert(
      fc.property(anyMeals, minute, (house, now) => {
        const moment = { date: '2026-11-22', minute: now };
        const next = nextMeal(house, moment);
        if (next === null) return;
        const wait = minutesUntilSitting(next, moment);
        for (const meal of house.meals) {
          const from = minuteOf(meal.from);
          for (const start of [from, from + 1440]) assert.ok(start <= now || start - now >= wait);
        }
      }),
    );
  });
});

describe("today's menu", () => {
  const menu = (date: string, meal: 'breakfast' | 'lunch') => ({ date, meal, canteenId: 'main' }) as never;

  it("is never yesterday's, nor any while the day is unknown", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), (days) => {
        const date = addDays('2026-11-22', days);
        assert.equal(isTodays({ date }, '2026-11-22'), days === 0);
        assert.equal(isTodays({ date }, null), false);
      }),
    );
  });

  it('lists the meals in the order they are eaten', () => {
    const menus = [menu('2026-11-22', 'lunch'), menu('2026-11-22', 'breakfast'), menu('2026-11-21', 'lunch')];
    const meals = menusOfDay(menus, '2026-11-22', 'main').map((one) => one.meal);
    assert.deepEqual(meals, ['breakfast', 'lunch']);
  });
});
