import { expect } from 'chai';
import { LlBoardWeeklyMenu } from '../../../../src/features/menus/board/board-weekly-menu.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { hang } from '../../../support/board-glass.ts';
import { turnAll } from '../../../support/board-pages.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';

const today = '2026-11-22';
const dishes = ['五花肉烩苋菜', '番茄炒蛋', '干锅菜花', '清蒸鲈鱼', '杂粮米饭', '冬瓜汤'];
const english = ['Pork belly with amaranth', 'Tomato and egg', 'Cauliflower', 'Steamed bass', 'Rice', 'Soup'];
const short = { 'Pork belly with amaranth': 'Amaranth pork' };
const shortOf = (name: string | undefined): string | undefined =>
  Object.entries(short).find(([whole]) => whole === name)?.[1];
const LONG = '老北京风味京酱肉丝配荷叶饼与时令青菜拼盘';

/** A week with a menu on some days, and said not to be served on others. */
async function weekly(
  days: readonly number[],
  inches: number,
  metres: number,
  closed: readonly number[] = [],
) {
  const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
  store.put('centre', 'centre', 'sample', centreRow());
  for (const day of [...days, ...closed]) {
    const date = addDays(today, day);
    const key = menuId(date, 'lunch', 'main');
    const items = dishes.map((name, i) =>
      menuItem({
        dishId: id(`d${i}`),
        name,
        nameEn: english[i] ?? null,
        shortNameEn: shortOf(english[i]) ?? null,
      }),
    );
    items.push(menuItem({ dishId: id('long'), name: LONG, shortName: '京酱肉丝' }));
    store.put('centre', 'menu', key, {
      id: key,
      date,
      meal: 'lunch',
      canteenId: id('main'),
      ...(closed.includes(day) ? { items: [], off: 'closed' } : { items }),
      set: null,
      note: null,
      version: 1,
      publishedAtMs: 0,
      publishedBy: null,
    });
  }
  const time = new PassingTime(store);
  try {
    const board = new LlBoardWeeklyMenu();
    board.date = today;
    await hang(
      board,
      { panel: { diagonalInches: inches, widthPx: 1920, heightPx: 1080 }, distanceMm: metres * 1000 },
      store,
    );
    return await turnAll(
      board,
      time,
      { h1: 55, small: 30, '.name': 40, '.open': 40 },
      '.rows .say, .rows .say *',
    );
  } finally {
    time.stop();
    unmountAll();
  }
}

describe('The week’s menu on a television', () => {
  it('can be read from every seat in English too, by short names where there are any, and what has no English name by its own', async () => {
    await setLocale('en');
    try {
      for (const [inches, metres] of [
        [65, 5],
        [55, 8],
      ] as const) {
        const { wrong, names } = await weekly([0, 1, 3], inches, metres);
        expect(wrong, `${inches} inches, ${metres} m`).to.deep.equal([]);
        const day = [...english.map((name) => shortOf(name) ?? name), '京酱肉丝']
          .join(', ')
          .replace(/\s/g, '');
        expect(names).to.equal(day.repeat(3));
      }
    } finally {
      await setLocale('zh-CN');
    }
  });

  it('can be read from every seat, says which day is not up yet, and calls a long dish by its short name', async () => {
    for (const [inches, metres] of [
      [55, 3],
      [65, 5],
      [75, 8],
      [55, 8],
    ] as const) {
      const { wrong, pages, names } = await weekly([0, 1, 3], inches, metres);
      expect(wrong, `${inches} inches, ${metres} m`).to.deep.equal([]);
      expect(names).to.equal([0, 1, 3].map(() => [...dishes, '京酱肉丝'].join('、')).join(''));
      expect(pages.join(''))
        .to.match(/周二(11月24日)?还没公布/)
        .and.not.to.match(/11月26日|周四/);
    }
    expect((await weekly([], 65, 5)).pages.join('')).to.contain('这周菜单还没公布');
    expect((await weekly([0], 65, 5, [1])).pages.join('')).to.match(/周一(11月23日)?不开饭/);
  });
});
