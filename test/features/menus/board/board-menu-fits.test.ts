import { expect } from 'chai';
import fc from 'fast-check';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { dishesOnPage, pxPerArcminute } from '../../../../src/features/devices/model/panel.ts';
import type { Sitting } from '../../../../src/features/menus/model/meals.ts';
import { menuId, type Menu, type MenuItem } from '../../../../src/features/menus/model/menu.ts';
import { setLocale } from '../../../../src/i18n/index.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { scaleOf } from '../../../../src/ui/common/scale.ts';
import { hang, type Hall } from '../../../support/board-glass.ts';
import { turnAll, type Turned } from '../../../support/board-pages.ts';
import { wrongOn } from '../../../support/board-proof.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';

const date = '2026-11-22';
const sitting: Sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };

/** What must be read keeps 40 minutes of arc, the meal 55; a unit and what is said of a dish no less than 25. */
const roles = {
  'h1 small': 40,
  h1: 55,
  small: 25,
  '.price': 40,
  '.name': 40,
  '.contains': 30,
  '.text': 30,
  '.note': 30,
};

/** What names and texts are cut from. */
const LONG =
  '老北京风味京酱肉丝配荷叶饼与时令青菜拼盘加一份例汤和水果再送一个热馒头，红烧肉或者清蒸鲈鱼任选其一，素菜有番茄炒蛋、干锅菜花和蒜蓉西兰花';
const ALL: MenuItem['allergens'] = [
  'egg',
  'fish',
  'shellfish',
  'milk',
  'soy',
  'peanut',
  'nut',
  'gluten',
  'sesame',
];

const menuOf = (items: readonly MenuItem[], set: Menu['set'] = null, note: string | null = null): Menu => ({
  id: menuId(date, 'lunch', 'main'),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: [...items],
  set,
  note,
  version: 3,
  publishedAtMs: 0,
  publishedBy: null,
});

/** What parts the menu into pages comes after its first paint. */
async function pagesOf(board: LlBoardMenu): Promise<void> {
  while (board.shadowRoot?.querySelector('.main .rows') === null)
    await new Promise((resolve) => requestAnimationFrame(resolve));
}

/** All pages of a menu on the glass of a hall: what is wrong on any, and all that is said. */
async function read(menu: Menu, hall: Hall): Promise<Turned> {
  const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
  store.put('centre', 'centre', 'sample', centreRow()).put('centre', 'menu', menu.id, menu);
  const time = new PassingTime(store);
  try {
    const board = new LlBoardMenu();
    board.sitting = sitting;
    board.timeConfirmed = true;
    await hang(board, hall, store);
    const wrong = wrongOn(board, roles).map((what) => `first: ${what}`);
    await pagesOf(board);
    const first = await turnAll(board, time, roles, '.rows .name *');
    // Where a page was drawn higher than it was measured all are made anew: then they are read once more.
    const whole = menu.items.every(({ name }) => first.names.includes(name));
    const seen = whole ? first : await turnAll(board, time, roles, '.rows .name *');
    return { ...seen, wrong: [...wrong, ...first.wrong, ...seen.wrong] };
  } finally {
    time.stop();
    unmountAll();
  }
}

const hallOf = (diagonalInches: number, metres: number, widthPx = 1920): Hall => ({
  panel: { diagonalInches, widthPx, heightPx: (widthPx * 9) / 16 },
  distanceMm: metres * 1000,
});

const full = (over: Partial<MenuItem>): MenuItem => ({
  ...menuItem({
    tags: ['low-salt', 'soft', 'halal', 'vegetarian'],
    allergens: ['egg', 'soy', 'gluten'],
    priceFen: 1350,
    smallPriceFen: 850,
    energyKcal: 310,
    saltG: 1.3,
    drawing: 'meat',
  }),
  ...over,
});

const numbered = (names: readonly string[]): readonly MenuItem[] =>
  names.map((name, i) =>
    full({ dishId: id(`d${i}`), name, nameEn: `Pork belly with ${name.length} greens` }),
  );

const crowded = menuOf(
  numbered(['五花肉烩苋菜', '番茄炒蛋', '干锅菜花', '清蒸鲈鱼', '土豆胡萝卜炖牛腩配小米饭子']).map(
    (item, i) => ({
      ...item,
      soldOut: i === 3,
      priceFen: i === 1 ? 0 : i === 2 ? null : item.priceFen,
    }),
  ),
  { name: '今日套餐', priceFen: 1200, text: '一荤两素一汤' },
  '主食免费续，要小份请跟师傅说',
);
const usual = menuOf(
  numbered(['五花肉烩苋菜', '番茄炒蛋', '杂粮米饭']).map((item, i) => ({
    ...item,
    tags: i === 0 ? ['soft'] : [],
    nameEn: ['Pork belly', 'Egg', 'Rice'][i] ?? null,
  })),
  { name: '今日套餐', priceFen: 0, text: '一荤两素一汤' },
  '主食免费续',
);

describe('The menu on a television', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    describe(locale, () => {
      before(() => setLocale(locale));
      after(() => setLocale('zh-CN'));

      [55, 65, 75].forEach((inches, i) =>
        [3, 5, 8].forEach((metres, j) => {
          // Every panel at every distance, with either count of pixels at each in one language or the other.
          const width = (i + j) % 2 === (locale === 'en' ? 0 : 1) ? 1920 : 3840;
          it(`can be read from ${metres} m on ${inches} inches, ${width} pixels across`, async () => {
            for (const menu of [usual, crowded]) {
              const { wrong, pages } = await read(menu, hallOf(inches, metres, width));
              expect(wrong).to.deep.equal([]);
              const all = pages.join('');
              if (locale === 'zh-CN') for (const { name } of menu.items) expect(all).to.contain(name);
              expect(all).to.contain('今日套餐').and.to.contain('一荤两素一汤');
              expect(all).to.contain(menu.note);
              expect(all, 'what costs nothing is free').not.to.match(/(^|[^\d.])0\s*(元|yuan)/);
            }
          });
        }),
      );
    });
  }

  it('parts only the dish that is higher than a page: what goes on over another takes no room from all', async () => {
    await setLocale('en');
    try {
      const said = { priceFen: 500, smallPriceFen: 300, energyKcal: 165, saltG: 0.9 };
      const dishes = [
        full({
          ...said,
          dishId: id('egg'),
          nameEn: 'Tomato and egg',
          tags: ['low-salt'],
          allergens: ['egg'],
        }),
        full({
          ...said,
          dishId: id('greens'),
          nameEn: 'Cauliflower',
          tags: ['vegetarian'],
          allergens: ['soy'],
        }),
        full({
          ...said,
          dishId: id('bass'),
          nameEn: 'Steamed bass',
          tags: ['low-salt', 'soft'],
          allergens: ['fish', 'soy'],
          priceFen: 1200,
          smallPriceFen: 700,
        }),
      ];
      const { pages, wrong } = await read(menuOf(dishes), hallOf(55, 8));
      expect(wrong.filter((what) => !what.startsWith('first:'))).to.deep.equal([]);
      expect(pages.map((words) => /egg|Cauliflower|bass/.exec(words)?.[0])).to.deep.equal([
        'egg',
        'Cauliflower',
        'bass',
        'bass',
      ]);
    } finally {
      await setLocale('zh-CN');
    }
  });

  it('holds on a page as many dishes as set-up says', async () => {
    const names = ['红烧肉', '炒鸡蛋', '蒸鲈鱼', '炖豆腐', '炒青菜', '冬瓜汤'];
    const dishes = numbered([...names, ...names]).map((item) => ({
      ...item,
      tags: [],
      allergens: ['egg' as const],
      energyKcal: null,
      saltG: null,
      priceFen: 900,
    }));
    for (const inches of [55, 65, 75])
      for (const metres of [3, 5, 8]) {
        const where = hallOf(inches, metres);
        const { pages } = await read(menuOf(dishes), where);
        const many = dishesOnPage(where);
        expect(pages.length, `${inches} inches, ${metres} m`).to.equal(Math.ceil(dishes.length / many));
      }
    expect(dishesOnPage(hallOf(43, 8)), 'too small').to.equal(0);
    expect(scaleOf(hallOf(43, 8).panel, 8000, { width: 1920, height: 1080 }).am, 'and whole').to.be.lessThan(
      pxPerArcminute(hallOf(43, 8).panel, 8000),
    );
  });

  it('has each of sixty dishes on one of its pages, with names of twenty characters, some for nothing and some sold out', async () => {
    const dishes = Array.from({ length: 60 }, (_, i) =>
      full({
        dishId: id(`d${i}`),
        name: `${i + 1}号${LONG}`.slice(0, 20),
        priceFen: i % 3 === 0 ? 0 : 900 + i,
        soldOut: i % 7 === 0,
        tags: [],
      }),
    );
    for (const where of [hallOf(55, 5), hallOf(65, 8)]) {
      const { wrong, pages } = await read(menuOf(dishes), where);
      expect(wrong.filter((what) => !what.startsWith('first:'))).to.deep.equal([]);
      const all = pages.join('');
      for (const { name } of dishes) expect(all).to.contain(name);
      expect(all, 'what costs nothing is free')
        .to.contain('免费')
        .and.not.to.match(/(^|[^\d.])0\s*元/);
      expect(all.split('卖完了').length - 1, 'sold out').to.equal(9);
    }
  });

  /** A text of so many characters. */
  const text = (least: number, most: number): fc.Arbitrary<string> =>
    fc
      .tuple(fc.integer({ min: least, max: most }), fc.integer({ min: 0, max: 20 }))
      .map(([length, from]) => LONG.slice(from, from + length));

  const dish = fc.record({
    name: text(1, 40),
    priceFen: fc.constantFrom(null, 0, 900, 1350, 8888),
    smallPriceFen: fc.constantFrom(null, 50, 650),
    soldOut: fc.boolean(),
    tags: fc.constantFrom<MenuItem['tags']>([], ['soft'], ['low-salt', 'soft', 'halal', 'vegetarian']),
    allergens: fc.constantFrom<MenuItem['allergens']>([], ['egg'], ALL),
    energyKcal: fc.constantFrom(null, 310),
  });
  const menu = fc
    .record({
      dishes: fc
        .constantFrom(1, 6, 24, 60)
        .chain((count) => fc.array(dish, { minLength: 1, maxLength: count })),
      set: fc.option(fc.record({ name: text(1, 40), text: text(1, 57) })),
      note: fc.option(text(1, 57)),
    })
    .map(({ dishes, set, note }) =>
      menuOf(
        dishes.map((one, i) => full({ ...one, dishId: id(`d${i}`) })),
        set && { ...set, priceFen: 1200 },
        note,
      ),
    );
  const hall = fc
    .record({
      inches: fc.constantFrom(32, 43, 55, 65, 75),
      metres: fc.constantFrom(3, 5, 8),
      across: fc.constantFrom(1920, 3840),
      upright: fc.boolean(),
    })
    .map(({ inches, metres, across, upright }): Hall => {
      const { panel, distanceMm } = hallOf(inches, metres, across);
      const { widthPx, heightPx } = panel;
      return upright
        ? { panel: { ...panel, widthPx: heightPx, heightPx: widthPx }, distanceMm }
        : { panel, distanceMm };
    });

  it('is read whole and from every seat, whatever the kitchen writes and wherever the panel hangs', async () => {
    const { errorInstance, counterexample } = await fc.check(
      fc.asyncProperty(menu, hall, async (written, where) => {
        const { wrong, pages, names } = await read(written, where);
        // A dish too long for a page is whole as soon as there are pages.
        expect(wrong.filter((what) => !what.startsWith('first:')).join('\n')).to.equal('');
        const all = pages.join('');
        const wanted = written.items.map(({ name }) => name).join('');
        expect(
          names.includes(wanted) || written.items.every(({ name }) => names.includes(name)),
          names,
        ).to.equal(true);
        const gone = written.items.filter(({ soldOut }) => soldOut).length;
        expect(all.split('卖完了').length - 1, 'sold out').to.be.at.least(gone);
        if (written.note !== null) expect(all).to.contain(written.note.slice(0, 3));
      }),
      { seed: 20261122, numRuns: 16, endOnFailure: true },
    );
    const said = errorInstance instanceof Error ? errorInstance.message : '';
    expect(`${said}${said === '' ? '' : JSON.stringify(counterexample)}`).to.equal('');
  });
});
