import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { expectedAt } from '../../../../src/features/menus/model/headcount.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { House, staff } from '../../../support/house.ts';

const main = id<'CanteenId'>('main');
/** A Thursday. */
const DAY = '2026-11-26';
const lunch = { date: DAY, meal: 'lunch', canteenId: main } as const;
const counted = (
  weeksAgo: number,
  count: number,
  over: Partial<{ meal: 'dinner'; canteenId: typeof main }> = {},
) => ({
  ...{ ...lunch, date: addDays(DAY, -7 * weeksAgo), count },
  ...over,
});

describe('how many to cook for', () => {
  it('is the middle of who came to that meal on the last four such weekdays, and says between what', () => {
    const meals = [counted(1, 61), counted(2, 74), counted(3, 66), counted(4, 69), counted(5, 20)];
    assert.deepEqual(expectedAt(lunch, { meals, checkIns: [] }), {
      ...{ from: 'meals', count: 68, least: 61, most: 74, days: 4 },
    });
    assert.equal(expectedAt(lunch, { meals: meals.slice(0, 3), checkIns: [] })?.count, 66);
  });

  it('is made from no other weekday, meal, canteen or season, nor from the day itself', () => {
    const meals = [
      counted(1, 500, { meal: 'dinner' }),
      counted(1, 500, { canteenId: id('second') }),
      { ...counted(1, 500), date: addDays(DAY, -1) },
      counted(0, 500),
      counted(9, 500),
      counted(2, 0),
    ];
    assert.equal(expectedAt(lunch, { meals, checkIns: [] }), null);
  });

  it('is told by the house’s check-ins where nobody has ever counted who eats, and says that it is', () => {
    const checkIns = [1, 2].flatMap((week) => {
      const date = addDays(DAY, -7 * week);
      return [
        { date, count: 20 },
        { date, count: 10 * week },
      ];
    });
    const expected = { from: 'checkIns', count: 35, least: 30, most: 40, days: 2 };
    assert.deepEqual(expectedAt(lunch, { meals: [], checkIns }), expected);
    assert.equal(expectedAt(lunch, { meals: [counted(3, 61)], checkIns })?.from, 'meals');
    assert.equal(expectedAt(lunch, { meals: [], checkIns: [] }), null);
  });
});

describe('who came to a meal', () => {
  const today = id<'MenuId'>('2026-11-22.lunch.main');
  const cook = staff('canteen', '李师傅');

  it('is said, changed and taken back, and is nobody’s of a day to come', async () => {
    const house = new House();
    const say = (menuId: typeof today, count: number | null) =>
      house.act(cook, 'mealCount.set', { menuId, count });
    const stands = () => house.get('staff:sample', 'mealCount', today);
    await say(today, 64);
    await say(today, 66);
    assert.deepEqual([stands()?.count, stands()?.by, stands()?.meal], [66, '李师傅', 'lunch']);
    await say(today, null);
    assert.equal(stands(), undefined);
    const early = await say(id('2026-11-23.lunch.main'), 64);
    assert.equal(early.status === 'refused' && early.code, 'day-to-come');
  });
});
