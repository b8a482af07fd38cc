import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  importArgs,
  nameKey,
  newDishesOf,
  type Choices,
} from '../../../../../src/features/menus/model/import/import-args.ts';
import type { WeekRead } from '../../../../../src/features/menus/model/import/read-week.ts';
import { id } from '../../../../../src/kernel/ids.ts';
import { xlsx } from '../../../../support/workbooks.ts';
import { readWeek } from '../../../../support/week-plans.ts';

const plan = xlsx([
  ['', '12月7日', '12月8日'],
  ['午餐', '红烧肉13元、干锅菜花', '番茄炒鸡蛋、干 锅 菜 花'],
  ['晚餐', '', '时令水果'],
]);
const chosen: Choices = {
  canteenIds: [id('main')],
  without: new Set(),
  prices: new Map([[nameKey('干锅菜花'), 1500]]),
  alike: new Set(),
};
const argsOf = (read: WeekRead, more: Partial<Choices> = {}) => {
  let ids = 0;
  return importArgs(
    read,
    { ...chosen, ...more },
    {
      importId: id('plan'),
      from: '食谱.xlsx',
      versionOf: (menuId) => (menuId === '2026-12-08.lunch.main' ? 4 : 0),
      newId: () => id(`new-${(ids += 1)}`),
    },
  );
};

describe('What is saved of a plan', () => {
  it('is what somebody was shown: each new dish once, none without a price, over the drafts that stood there', async () => {
    const read = await readWeek(await plan);
    assert.deepEqual(
      newDishesOf(read).map(({ name, like }) => [name, like?.name]),
      [
        ['干锅菜花', undefined],
        ['番茄炒鸡蛋', '番茄炒蛋'],
        ['时令水果', undefined],
      ],
    );
    const args = argsOf(read);
    assert.deepEqual(
      args?.menus.map(({ menuId, baseVersion, items }) => [
        menuId,
        baseVersion,
        ...items.map(({ dishId, priceFen, smallPriceFen }) => [dishId, priceFen, smallPriceFen]),
      ]),
      [
        ['2026-12-07.lunch.main', 0, ['dish-红烧肉', 1300, null], ['new-1', 1500, null]],
        ['2026-12-08.lunch.main', 4, ['new-1', 1500, null]],
      ],
    );
    assert.deepEqual(
      args?.dishes.map(({ id: one, name, priceFen }) => [one, name, priceFen]),
      [['new-1', '干锅菜花', 1500]],
    );
  });

  it('takes a name for the library’s dish where somebody says that it is, with that dish’s price', async () => {
    const args = argsOf(await readWeek(await plan), { alike: new Set([nameKey('番茄炒鸡蛋')]) });
    assert.deepEqual(args?.menus[1]?.items[0], {
      dishId: 'dish-番茄炒蛋',
      priceFen: 600,
      smallPriceFen: null,
      unit: 'portion',
    });
  });

  it('leaves days out, serves several canteens, and is nothing where nothing is left', async () => {
    const read = await readWeek(await plan);
    const two = argsOf(read, { canteenIds: [id('main'), id('north')], without: new Set(['2026-12-08']) });
    assert.deepEqual(
      two?.menus.map(({ menuId }) => menuId),
      ['2026-12-07.lunch.main', '2026-12-07.lunch.north'],
    );
    assert.equal(argsOf(read, { without: new Set(['2026-12-07', '2026-12-08']) }), null);
    assert.equal(argsOf(read, { canteenIds: [] }), null);
  });
});
