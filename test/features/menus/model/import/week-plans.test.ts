import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SheetData } from 'write-excel-file/node';
import { day, fixture, over, xlsx } from '../../../../support/workbooks.ts';
import { doubts, meals, readWeek } from '../../../../support/week-plans.ts';

interface Plan {
  readonly data: SheetData;
  readonly sheet?: string;
  readonly meals: readonly string[];
  readonly doubts?: readonly string[];
  readonly guessed?: true;
}

/** A canteen's plans, each laid out as another kitchen does. */
const plans: Readonly<Record<string, Plan>> = {
  'a row a dish, headings in the usual order': {
    data: [
      ['日期', '餐次', '菜名', '价格', '单位', '备注'],
      ['2026-12-07', '午餐', '红烧肉', '12元', '份', '少盐'],
      ['2026-12-07', '午餐', '米饭', '免费', '碗', null],
      ['2026-12-08', '晚餐', '清蒸鱼', '￥18.5', '份', null],
    ],
    meals: ['12-07 lunch, 红烧肉 12, 米饭 free/bowl', '12-08 dinner, +清蒸鱼 18.5'],
  },
  'headings in another order, with units in brackets and a number column': {
    data: [
      ['序号', '单价（元）', '菜品名称', '餐别', '供餐日期'],
      [1, 8.3, '干锅菜花', '中餐', day('2026-12-07', 'm"月"d"日"')],
      [2, { value: 12, format: '0.00' }, '红 烧 肉', '晚饭', day('2026-12-08', 'yyyy"年"m"月"d"日"')],
    ],
    meals: ['12-07 lunch, +干锅菜花 8.3', '12-08 dinner, 红烧肉 12'],
  },
  'a title, blank rows, days and meals written once and merged': {
    data: [
      [over('第49周食谱（12月7日—12月11日）', 1, 4), null, null, null],
      [],
      ['星期', '餐次', '菜名', '价格'],
      [over('周一', 3), over('早餐', 2), '小米粥', null],
      [null, null, '花卷', '1元/个'],
      [null, '午餐', '番茄炒蛋', 6.5],
      [],
      ['周二', '午餐', '红烧肉', '大份12小份8'],
      [null, '晚餐', '面条', '８/碗'],
    ],
    meals: [
      '12-07 breakfast, 小米粥 2/bowl, +花卷 1/piece',
      '12-07 lunch, 番茄炒蛋 6.5',
      '12-08 lunch, 红烧肉 12(8)',
      '12-08 dinner, +面条 8/bowl',
    ],
  },
  'days across, meals down, several dishes in one cell': {
    data: [
      ['', '周一', '周二', '周三'],
      ['早餐', '小米粥、花卷1元', '', '豆浆 2元/碗；油条'],
      ['午餐', '1、红烧肉 2、米饭', '番茄炒蛋\n清蒸鱼（18元）', '/'],
    ],
    meals: [
      '12-07 breakfast, 小米粥 2/bowl, +花卷 1',
      '12-07 lunch, 红烧肉 12(8), 米饭 free/bowl',
      '12-08 lunch, 番茄炒蛋 6, +清蒸鱼 18',
      '12-09 breakfast, +豆浆 2/bowl, +油条 ?',
    ],
    guessed: true,
  },
  'days down, meals across, dates with their weekdays': {
    data: [
      [over('社区食堂菜单 2026.12.7-12.9', 1, 3), null, null],
      ['日期', '午餐（11:00—12:30）', '晚餐'],
      ['12/7（周一）', '红烧肉，米饭', '小米粥'],
      ['12月8日 星期二', '番茄炒蛋 7元', null],
    ],
    meals: [
      '12-07 lunch, 红烧肉 12(8), 米饭 free/bowl',
      '12-07 dinner, 小米粥 2/bowl',
      '12-08 lunch, 番茄炒蛋 7',
    ],
  },
  'days down, kinds of dish across under one title': {
    data: [
      [over('午餐菜单', 1, 5), null, null, null, null],
      ['星期', '大荤', '素菜', '汤', '主食'],
      ['周一', '红烧肉', '炒青菜4元', '紫菜汤 免费', '米饭'],
      ['周四', '糖醋鱼15', '番茄炒蛋', '', '米饭'],
    ],
    meals: [
      '12-07 lunch, 红烧肉 12(8), +炒青菜 4, +紫菜汤 free, 米饭 free/bowl',
      '12-10 lunch, +糖醋鱼 15, 番茄炒蛋 6, 米饭 free/bowl',
    ],
    guessed: true,
  },
  'days across with a price beside each dish': {
    data: [
      [null, over('12月7日', 1, 2), null, over('12月8日', 1, 2), null],
      ['餐次', '菜名', '价格', '菜名', '价格'],
      [over('午餐', 2), '红烧肉', 13, '番茄炒蛋', '6元'],
      [null, '拌黄瓜', 4, null, null],
    ],
    meals: ['12-07 lunch, 红烧肉 13, +拌黄瓜 4', '12-08 lunch, 番茄炒蛋 6'],
  },
  'two weeks one under the other, each with its title': {
    data: [
      [over('第50周（12月7日—11日）', 1, 3), null, null],
      ['餐次', '周一', '周二'],
      ['午餐', '红烧肉', '番茄炒蛋'],
      [over('第51周（12月14日—18日）', 1, 3), null, null],
      ['餐次', '周一', '周二'],
      ['午餐', '番茄炒蛋', '红烧肉'],
    ],
    meals: [
      '12-07 lunch, 红烧肉 12(8)',
      '12-08 lunch, 番茄炒蛋 6',
      '12-14 lunch, 番茄炒蛋 6',
      '12-15 lunch, 红烧肉 12(8)',
    ],
  },
  'the meal as a line over what follows, one dish all week': {
    data: [
      ['', '12月7日', '12月8日'],
      [over('早餐', 1, 3), null, null],
      ['主食', over('馒头1元/个', 1, 2), null],
      [over('午餐', 1, 3), null, null],
      ['荤菜', '红烧肉', '番茄炒蛋'],
      [over('备注：菜品如有变动，以当天为准', 1, 3), null, null],
    ],
    meals: [
      '12-07 breakfast, +馒头 1/piece',
      '12-07 lunch, 红烧肉 12(8)',
      '12-08 breakfast, +馒头 1/piece',
      '12-08 lunch, 番茄炒蛋 6',
    ],
  },
  'no headings at all, the day in the sheet’s name': {
    sheet: '12月9日',
    data: [
      ['午餐', '红烧肉', 12],
      ['午餐', '油麦菜', '5元'],
      ['晚餐', '小米粥', null],
    ],
    meals: ['12-09 lunch, 红烧肉 12, +油麦菜 5', '12-09 dinner, 小米粥 2/bowl'],
  },
  'dishes parted by blanks, and a name wider than it is': {
    data: [
      ['', '周一', '周二'],
      ['午餐', '红烧肉 番茄炒蛋 米饭', '清炒时蔬 5元 炖 排 骨 20元'],
    ],
    meals: ['12-07 lunch, 红烧肉 12(8), 番茄炒蛋 6, 米饭 free/bowl', '12-08 lunch, +清炒时蔬 5, +炖排骨 20'],
    doubts: ['C2 blanks'],
    guessed: true,
  },
  'what is doubtful, and what cannot be': {
    data: [
      ['日期', '餐次', '菜名', '价格'],
      ['12月7日', '午餐', '番茄炒鸡蛋', '6元'],
      [null, null, '红烧肉', 120],
      [null, null, '凉拌木耳', 0],
      [null, null, '时令水果', '8-10元'],
      [null, null, '红烧肉', 11],
      [null, null, '!!!', 3],
      ['11月30日', '午餐', '米饭', null],
      ['12月8日', null, '米饭', { value: '6*2', type: 'Formula' }],
      ['13月1日', '午餐', '豆腐', 3],
      ['12月9日', '午餐', '同上', null],
      ['12月9日', '夜宵', '馄饨', 9],
    ],
    meals: [
      '12-07 lunch, +番茄炒鸡蛋 6, 红烧肉 120, +凉拌木耳 free, +时令水果 ?',
      '12-08 lunch, 米饭 free/bowl',
    ],
    doubts: [
      'C2 like',
      'C3 leap',
      'C4 zero',
      'D5 price left',
      'C6 twice left',
      'C7 not-a-name left',
      'C8 past left',
      'C9 meal',
      'D9 unsaved left',
      'C10 day left',
      'C11 same-as left',
      'C12 not-served left',
    ],
  },
};

describe('A canteen’s own plan of the week', () => {
  for (const [name, plan] of Object.entries(plans))
    it(`is understood with ${name}`, async () => {
      const read = await readWeek(await xlsx(plan.data, plan.sheet));
      assert.deepEqual(meals(read), plan.meals);
      assert.deepEqual(doubts(read), plan.doubts ?? []);
      assert.equal(read.isWeekGuessed, plan.guessed ?? false);
      assert.deepEqual(read.notUnderstood, []);
    });

  it('is understood as LibreOffice writes it: real dates, merged meals, several dishes in a cell', async () => {
    const read = await readWeek(fixture('week-grid.xlsx'));
    assert.deepEqual(meals(read), [
      '12-07 breakfast, 小米粥 2/bowl, +花卷 ?',
      '12-07 lunch, 红烧肉 12, 番茄炒蛋 6',
      '12-08 breakfast, +豆浆 ?',
      '12-08 lunch, +清蒸鱼 15, +拌黄瓜 4',
      '12-09 breakfast, 小米粥 2/bowl',
      '12-10 breakfast, +油条 ?',
      '12-10 lunch, 番茄炒蛋 6',
      '12-11 breakfast, +豆腐脑 3',
      '12-11 lunch, 红烧肉 12.5',
    ]);
    assert.deepEqual(doubts(read), ['D5 closed left']);
  });

  for (const name of ['month-list.xlsx', 'month-list.xls'])
    it(`is understood with formulas, bare date numbers and hidden things (${name})`, async () => {
      const read = await readWeek(fixture(name));
      assert.deepEqual(meals(read), ['12-14 lunch, 红烧肉 12', '12-15 dinner, 番茄炒蛋 6']);
      assert.deepEqual(read.hidden, { rows: 1, columns: 1, sheets: ['旧价格'] });
    });

  it('is understood as a web page’s table that LibreOffice has saved', async () => {
    const read = await readWeek(fixture('by-day.xlsx'));
    assert.deepEqual(meals(read), [
      '12-07 breakfast, +豆浆 2/bowl',
      '12-07 lunch, 红烧肉 12(8), 米饭 free/bowl',
      '12-07 dinner, +面条 8',
      '12-08 lunch, +清蒸鱼 ?, +青菜 ?',
      '12-09 breakfast, +包子 1.5/piece, +鸡蛋 ?',
      '12-09 lunch, 番茄炒蛋 6, +炒土豆丝 ?',
      '12-09 dinner, +粥 ?',
    ]);
  });

  it('is understood as text in GB18030', async () => {
    // 日期,菜名,价格 / 12月7日,米饭,免费
    const bytes = Uint8Array.from(
      '\xC8\xD5\xC6\xDA,\xB2\xCB\xC3\xFB,\xBC\xDB\xB8\xF1\r\n12\xD4\xC27\xC8\xD5,\xC3\xD7\xB7\xB9,\xC3\xE2\xB7\xD1\r\n',
      (char) => char.charCodeAt(0),
    );
    const read = await readWeek(bytes);
    assert.deepEqual(meals(read), ['12-07 lunch, 米饭 free/bowl']);
    assert.deepEqual(doubts(read), ['B2 meal']);
  });

  it('that is none says so, sheet by sheet', async () => {
    const read = await readWeek(
      await xlsx(
        [
          ['员工', '电话'],
          ['甲', '123'],
        ],
        '通讯录',
      ),
    );
    assert.deepEqual([read.meals, read.notUnderstood], [[], ['通讯录']]);
  });
});
