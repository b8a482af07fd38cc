import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { understand } from '../../../../../src/features/menus/model/import/understand.ts';
import { isCivilDate } from '../../../../../src/kernel/time.ts';
import { columnLetters, type SheetCell, type Workbook } from '../../../../../src/kernel/workbook.ts';
import { kitchen } from '../../../../support/week-plans.ts';

const words = fc.oneof(
  fc.constantFrom(
    ...[
      '日期',
      '菜名',
      '价格',
      '餐次',
      '周一',
      '星期日',
      '12月7日',
      '2月30日',
      '12/7-12/11',
      '46370',
      '早餐',
      '午餐',
    ],
    ...[
      '红烧肉',
      '红烧肉12',
      '大份12小份8',
      '8-10',
      '￥0',
      '免费',
      '、',
      '（',
      '1、鱼 2、肉',
      '休息',
      '同上',
      '#REF!',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const cellOf = (row: number, column: number, text: string, rows: number, columns: number): SheetCell => ({
  address: `${columnLetters(column)}${row}`,
  ...{ row, column, text: text.trim(), value: text, date: null, formula: 'none' },
  spans: { rows, columns },
});
const workbooks = fc
  .array(
    fc.array(fc.tuple(words, fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 4 })), {
      maxLength: 6,
    }),
    {
      maxLength: 9,
    },
  )
  .map((rows): Workbook => ({
    format: 'xlsx',
    hiddenSheets: [],
    from1904: false,
    sheets: [
      {
        name: '菜单',
        hiddenRows: [],
        hiddenColumns: [],
        rows: rows.map((cells, r) => ({
          row: r + 1,
          cells: cells.map(([text, down, right], c) => cellOf(r + 1, c + 1, text, down, right)),
        })),
      },
    ],
  }));

describe('Whatever stands in a workbook', () => {
  it('is understood or not, and what is understood can be a menu: a day there is, names and prices as they may be', () => {
    fc.assert(
      fc.property(workbooks, (workbook) => {
        const read = understand(workbook, {
          dishes: kitchen,
          meals: ['lunch', 'dinner'],
          week: { from: '2026-12-07', to: '2026-12-13' },
          today: '2026-12-02',
        });
        for (const { date, meal, dishes } of read.meals) {
          assert.ok(isCivilDate(date) && date >= '2026-12-02', date);
          assert.notEqual(meal, 'breakfast');
          assert.ok(dishes.length > 0 && dishes.length <= 24);
          for (const { name, priceFen, smallPriceFen } of dishes) {
            assert.ok(/\p{L}/u.test(name) && [...name].length <= 40, name);
            if (priceFen != null)
              assert.ok(Number.isInteger(priceFen) && priceFen > 0 && priceFen <= 1_000_000);
            if (smallPriceFen !== null) assert.ok(priceFen != null && smallPriceFen < priceFen);
          }
        }
      }),
      { numRuns: 400 },
    );
  });
});
