import { expect } from 'chai';
import type { MediaLibrary } from '../../../../src/app/contexts.ts';
import { LlBoardMenu } from '../../../../src/features/menus/board/board-menu.ts';
import { menuId, type Menu } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { hang } from '../../../support/board-glass.ts';
import { wrongOn } from '../../../support/board-proof.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { deepAll, settled, unmountAll } from '../../../support/mount.ts';
import { PassingTime } from '../../../support/passing-time.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';
import { until } from '../../../support/until.ts';

const date = '2026-11-22';
const photo = id<'MediaHash'>('c'.repeat(64));
const jpeg = new URL('../../../../public/media/baduanjin.jpg', import.meta.url).href;

const menu: Menu = {
  id: menuId(date, 'lunch', 'main'),
  date,
  meal: 'lunch',
  canteenId: id('main'),
  items: [
    menuItem({ dishId: id('egg'), name: '番茄炒蛋' }),
    menuItem({ dishId: id('pork'), name: '五花肉烩苋菜', photo, drawing: 'meat' }),
  ],
  set: null,
  note: null,
  version: 3,
  publishedAtMs: 0,
  publishedBy: null,
};

describe('The picture on the menu board', () => {
  afterEach(unmountAll);

  it('is the photo of a dish once the device holds it, a drawing till then, where it is broken, and when the dish is gone', async () => {
    const held = new Map<string, string>();
    let arrived = (_: string): void => undefined;
    const media: MediaLibrary = {
      url: (hash) => Promise.resolve(held.get(hash) ?? null),
      onReady: (next) => {
        arrived = next;
        return () => undefined;
      },
      failed: () => undefined,
    };
    const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
    store.put('centre', 'centre', 'sample', centreRow()).put('centre', 'menu', menu.id, menu);
    const board = new LlBoardMenu();
    board.sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };
    board.timeConfirmed = true;
    const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 5000 };
    await hang(board, hall, store, {}, media);
    const photos = (): HTMLImageElement[] =>
      deepAll(board, 'img').filter((one): one is HTMLImageElement => one instanceof HTMLImageElement);
    const isDrawn = (): boolean => photos().length === 0 && deepAll(board, 'll-board-picture').length === 1;

    await until(isDrawn);
    held.set(photo, 'data:image/jpeg;base64,AAAA');
    const broken = new Promise((resolve) => {
      const root = deepAll(board, 'll-board-picture')[0]?.shadowRoot;
      root?.addEventListener('error', resolve, { capture: true, once: true });
    });
    arrived(photo);
    await broken;
    await until(isDrawn);
    held.set(photo, jpeg);
    arrived(photo);
    const shown = await until(() =>
      photos().find(({ complete, naturalWidth }) => complete && naturalWidth > 0),
    );
    const place = deepAll(board, 'll-board-picture')[0]?.getBoundingClientRect();
    expect(shown.getBoundingClientRect()).to.deep.include({ width: place?.width, height: place?.height });
    expect(place?.height).to.be.greaterThan(200);
    expect(wrongOn(board, { h1: 55, small: 25, '.price': 40, '.name': 40 })).to.deep.equal([]);

    const [egg, pork] = menu.items;
    if (egg === undefined || pork === undefined) throw new Error('no dishes');
    store.put('centre', 'menu', menu.id, { ...menu, items: [egg, { ...pork, soldOut: true }], version: 4 });
    await settled(board);
    expect(isDrawn(), 'nobody is shown what cannot be had').to.equal(true);
  });

  it('stands beside the set meal too, where that has a page without a dish: a frame of nothing looks broken', async () => {
    const store = new FakeStore({ nowMs: Date.UTC(2026, 10, 22, 2, 32) });
    const dishes = ['番茄炒蛋', '五花肉烩苋菜', '干锅菜花', '清蒸鲈鱼'].map((name, i) =>
      menuItem({ dishId: id(`d${i}`), name, allergens: ['soy'], smallPriceFen: 300 }),
    );
    const set = {
      name: '老年人营养双拼套餐',
      priceFen: 1200,
      text: '一荤两素一汤，水果一份，小菜一碟，米饭馒头都可以添，汤可以续一次，老花镜在窗口边上，要少盐少油请先说',
    };
    const note =
      '主食免费续，要小份请跟师傅说，吃完请把碗筷放回收车，汤在门口自己盛，小心烫，腿脚不便的请坐着等，我们送过来';
    store
      .put('centre', 'centre', 'sample', centreRow())
      .put('centre', 'menu', menu.id, { ...menu, items: dishes, set, note });
    const time = new PassingTime(store);
    try {
      const board = new LlBoardMenu();
      board.sitting = { meal: 'lunch', date, startMinute: 660, endMinute: 750 };
      board.timeConfirmed = true;
      const hall = { panel: { diagonalInches: 65, widthPx: 1920, heightPx: 1080 }, distanceMm: 6000 };
      await hang(board, hall, store);
      while (deepAll(board, 'll-board-picture').length === 0)
        await new Promise((resolve) => requestAnimationFrame(resolve));
      await settled(board);
      const pages = Number(board.shadowRoot?.querySelector('.page')?.textContent?.split('/')[1]);
      let withoutDish = 0;
      for (let page = 0; page < pages; page += 1) {
        if (deepAll(board, '.main .row.dish').length === 0) withoutDish += 1;
        const [picture] = deepAll(board, 'll-board-picture');
        expect(picture?.shadowRoot?.querySelector('svg, img'), `page ${page + 1}`).to.exist;
        await time.turn();
        await settled(board);
      }
      expect(withoutDish, 'pages without a dish').to.be.greaterThan(0);
    } finally {
      time.stop();
    }
  });
});
