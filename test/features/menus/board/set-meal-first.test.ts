import { expect } from 'chai';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { unmountAll } from '../../../support/mount.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';
import { until } from '../../../support/until.ts';

const date = '2026-11-22';
const names = ['五花肉烩苋菜', '番茄炒蛋', '干锅菜花', '清蒸鲈鱼', '土豆炖牛腩', '蒜蓉西兰花', '杂粮米饭'];

describe('the set meal on a television', () => {
  afterEach(unmountAll);

  // A notice at its foot takes a strip of the glass: what stood beside the dishes goes into their rows.
  for (const heightPx of [1080, 880, 780])
    it(`stands with its price on the first page of ${heightPx} rows of pixels: who queued by the first page paid dish by dish`, async () => {
      const menu = {
        id: menuId(date, 'lunch', 'main'),
        date,
        meal: 'lunch' as const,
        canteenId: id<'CanteenId'>('main'),
        items: names.map((name, i) => menuItem({ dishId: id(`d${i}`), name, allergens: ['soy'] })),
        set: { name: '今日套餐', priceFen: 1200, text: '一荤两素一汤' },
        note: null,
        version: 3,
        publishedAtMs: 0,
        publishedBy: null,
      };
      const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) })
        .put('centre', 'centre', 'sample', centreRow())
        .put('centre', 'menu', menu.id, menu);
      const board = new LlBoardMenu();
      board.sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };
      board.timeConfirmed = true;
      const panel = { diagonalInches: 65, widthPx: 1920, heightPx };
      await hang(board, { panel, distanceMm: 8000 }, store);
      await until(() => board.shadowRoot?.querySelector('.page')?.textContent?.startsWith('1/'));
      const main = await until(() => board.shadowRoot?.querySelector('.main') ?? undefined);
      const seen = [...main.querySelectorAll<HTMLElement>('.name')]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .map((one) => one.textContent);
      expect(seen).to.include('今日套餐');
      expect(main.textContent).to.contain('12');
    });
});
