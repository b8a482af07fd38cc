import { expect } from 'chai';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { menuId, type Menu } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { wordsOn, wrongOn } from '../../../support/board-proof.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';

const date = '2026-11-22';
const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 5000 };
const roles = { h1: 55, small: 25, '.price': 40, '.name': 40 };
/** A step of the clock that is shorter than any page stays. */
const STEP_MS = 2000;

const menuOf = (dishes: number): Menu => ({
  id: menuId(date, 'lunch', 'main'),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: Array.from({ length: dishes }, (_, i) =>
    menuItem({ dishId: id(`d${i}`), name: `第${i + 1}道炖豆腐`, tags: ['soft'], allergens: ['soy'] }),
  ),
  set: null,
  note: null,
  version: 3,
  publishedAtMs: 0,
  publishedBy: null,
});

describe('A menu on two televisions side by side', () => {
  let store: FakeStore;
  let time: PassingTime;

  beforeEach(() => {
    store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
    store.put('centre', 'centre', 'sample', centreRow());
    time = new PassingTime(store);
  });
  afterEach(() => {
    time.stop();
    unmountAll();
  });

  async function television(part: number): Promise<LlBoardMenu> {
    const board = new LlBoardMenu();
    board.sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };
    board.timeConfirmed = true;
    await hang(board, hall, store, { continues: { of: 2, part } });
    while (board.shadowRoot?.querySelector('.main .rows:not(.first)') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(board);
    return board;
  }
  const pageOn = (board: LlBoardMenu): string =>
    board.shadowRoot?.querySelector('.page')?.textContent?.trim() ?? '';

  it('stands on them page by page like an open book, whole, and turns on both at once, whenever each was switched on', async () => {
    const menu = menuOf(15);
    store.put('centre', 'menu', menu.id, menu);
    const left = await television(1);
    store.nowMs = (store.nowMs ?? 0) + 3 * STEP_MS;
    const right = await television(2);
    const seen = new Map<string, string>();
    for (let step = 0; step < 90 && seen.size < 3; step += 1) {
      store.nowMs += STEP_MS;
      await time.turn();
      await settled(left);
      await settled(right);
      const both = `${pageOn(left)} ${pageOn(right)}`;
      expect(both).to.be.oneOf(['1/5 2/5', '3/5 4/5', '5/5 5/5']);
      if (seen.has(both)) continue;
      seen.set(both, wordsOn(left, '.name *') + (both.startsWith('5') ? '' : wordsOn(right, '.name *')));
      expect([...wrongOn(left, roles), ...wrongOn(right, roles)], both).to.deep.equal([]);
    }
    const all = ['1/5 2/5', '3/5 4/5', '5/5 5/5'].map((both) => seen.get(both)).join('');
    expect(all).to.equal(menu.items.map(({ name }) => name).join(''));
  });

  it('stands on both where it is one page', async () => {
    const menu = menuOf(2);
    store.put('centre', 'menu', menu.id, menu);
    const [left, right] = [await television(1), await television(2)];
    expect(wordsOn(right)).to.equal(wordsOn(left)).and.to.contain('第1道炖豆腐');
    expect([pageOn(left), pageOn(right)]).to.deep.equal(['', '']);
  });
});
