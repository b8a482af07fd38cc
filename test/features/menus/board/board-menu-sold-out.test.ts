import { expect } from 'chai';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { menuId, type Menu } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { wrongOn } from '../../../support/board-proof.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';

const date = '2026-11-22';
const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 5000 };
const roles = { h1: 55, small: 25, '.price': 40, '.name': 40 };

/** A lunch of eleven dishes, of which some are sold out; one may have a text that goes on over pages. */
const menuOf = (soldOut: readonly number[], long = ''): Menu => ({
  id: menuId(date, 'lunch', 'main'),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: Array.from({ length: 11 }, (_, i) =>
    menuItem({
      dishId: id(`d${i}`),
      name: i === 1 && long !== '' ? long : `第${i + 1}道炖豆腐`,
      tags: ['soft'],
      allergens: ['soy'],
      soldOut: soldOut.includes(i),
    }),
  ),
  set: null,
  note: null,
  version: 3,
  publishedAtMs: 0,
  publishedBy: null,
});

describe('A dish that sells out', () => {
  let store: FakeStore;
  let time: PassingTime;

  beforeEach(() => {
    store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
    store.put('centre', 'centre', 'sample', centreRow());
    // No page turns while one is looked at, however long that takes.
    time = new PassingTime(store);
  });
  afterEach(() => {
    time.stop();
    unmountAll();
  });

  async function television(menu: Menu): Promise<LlBoardMenu> {
    store.put('centre', 'menu', menu.id, menu);
    const board = new LlBoardMenu();
    board.sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };
    board.timeConfirmed = true;
    await hang(board, hall, store);
    while (board.shadowRoot?.querySelector('.main .rows:not(.first)') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    await settled(board);
    return board;
  }
  const becomes = async (board: LlBoardMenu, menu: Menu): Promise<void> => {
    store.put('centre', 'menu', menu.id, menu);
    await settled(board);
  };
  const rowsOn = (board: LlBoardMenu): readonly Element[] =>
    Array.from(board.shadowRoot?.querySelectorAll('.rows .row') ?? []);
  const namesOn = (board: LlBoardMenu): readonly string[] =>
    rowsOn(board).map((row) => row.querySelector('.name')?.textContent?.trim() ?? '');

  it('is struck through where it stands: the board is not made anew, and nobody looks for the others again', async () => {
    const board = await television(menuOf([]));
    const before = rowsOn(board);
    const names = namesOn(board);
    await becomes(board, menuOf([1]));
    expect(rowsOn(board)).to.deep.equal(before);
    expect(namesOn(board)).to.deep.equal(names);
    expect(before[1]?.className).to.include('sold');
    expect(before[1]?.textContent).to.include('卖完了');
    expect(wrongOn(board, roles)).to.deep.equal([]);
    await becomes(board, menuOf([]));
    expect(rowsOn(board)).to.deep.equal(before);
    expect(before[1]?.className).not.to.include('sold');
    expect(wrongOn(board, roles)).to.deep.equal([]);
  });

  it('stands on the same page whether a television was switched on before or after', async () => {
    const early = await television(menuOf([]));
    await becomes(early, menuOf([0, 1, 2]));
    const late = await television(menuOf([0, 1, 2]));
    expect(namesOn(late)).to.deep.equal(namesOn(early));
    expect(wrongOn(late, roles)).to.deep.equal([]);
  });

  it('leaves no page of the rest of what was said of it, where that went on over several', async () => {
    const long = '老北京风味京酱肉丝配荷叶饼与时令青菜拼盘加一份例汤和水果再送一个热馒头'.repeat(9);
    const board = await television(menuOf([], long));
    await becomes(board, menuOf([1], long));
    expect(wrongOn(board, roles)).to.deep.equal([]);
    expect(rowsOn(board).every((row) => row.querySelector('.say') !== null)).to.equal(true);
  });
});
