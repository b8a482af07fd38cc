import { expect } from 'chai';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { menuId, type MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { canteen, egg, field, lunch, menu, names, open, pork, text } from '../../../support/menu-editor.ts';
import { button, deepAll, settled, type, unmountAll } from '../../../support/mount.ts';
import { centreRow, screenConfig } from '../../../support/rows.ts';

const plan: MenuPlan = {
  id: id('main'),
  canteenId: id('main'),
  anchor: '2026-11-22',
  days: [[{ meal: 'lunch', dishIds: [id('egg')], set: null, note: null }]],
};
const chip = (editor: LlStaffMenuEditor): string => deepAll(editor, '.chip')[0]?.textContent?.trim() ?? '';

describe('A menu that waits to be published, in the editor', () => {
  let store: FakeStore;
  const draft = () => store.query((view) => view.get('staff', 'menuDraft', lunch));
  const published = () => store.query((view) => view.get('centre', 'menu', lunch));
  const press = async (editor: LlStaffMenuEditor, name: string | RegExp): Promise<void> => {
    button(editor, name).click();
    await settled(editor);
  };

  beforeEach(() => {
    localStorage.clear();
    const { dishId, soldOut: _, ...known } = egg;
    store = new FakeStore({ actor: canteen })
      .put('centre', 'dish', 'egg', { id: dishId, ...known })
      .put('staff', 'menuPlan', 'main', plan);
  });
  afterEach(unmountAll);

  it('begins with what the plan has, as a draft, and follows it till somebody changes something', async () => {
    const editor = await open(store);
    expect([names(editor), chip(editor)]).to.deep.equal([['番茄炒蛋'], '草稿']);
    const { dishId, soldOut: _, ...known } = pork;
    const days: MenuPlan['days'] = [[{ meal: 'lunch', dishIds: [id('egg'), dishId], set: null, note: null }]];
    store
      .put('centre', 'dish', 'pork', { id: dishId, ...known })
      .put('staff', 'menuPlan', 'main', { ...plan, days });
    await settled(editor);
    expect(names(editor)).to.deep.equal(['番茄炒蛋', '五花肉烩苋菜']);
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    store.put('staff', 'menuPlan', 'main', plan);
    await settled(editor);
    expect(names(editor), 'what is being written stays').to.deep.equal(['番茄炒蛋', '五花肉烩苋菜']);
    await press(editor, '发布 第1版');
    expect((await published())?.items.map(({ priceFen }) => priceFen)).to.deep.equal([600, 900]);
    expect(chip(editor)).to.contain('已发布 第1版');
  });

  it('brings back what was given up', async () => {
    const editor = await open(store);
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    await press(editor, '不改了');
    expect(field(editor, '番茄炒蛋', '#price').value).to.equal('5');
    await expectAccessible(editor);
    await press(editor, '恢复');
    expect(field(editor, '番茄炒蛋', '#price').value).to.equal('6');
    await press(editor, '不改了');
    type(field(editor, '番茄炒蛋', '#price'), '7');
    await settled(editor);
    expect(deepAll(editor, 'button').some((one) => one.textContent?.trim() === '恢复')).to.equal(false);
  });

  it('is kept for whoever publishes it, and is nobody’s own then', async () => {
    const editor = await open(store);
    type(field(editor, '番茄炒蛋', '#price'), '6');
    await settled(editor);
    await press(editor, '存草稿');
    expect((await draft())?.items[0]?.priceFen).to.equal(600);
    expect(await published()).to.equal(undefined);
    expect(deepAll(editor, 'button').some((one) => one.textContent?.trim() === '不改了')).to.equal(false);
    await press(editor, '发布 第1版');
    expect([(await published())?.items[0]?.priceFen, await draft()]).to.deep.equal([600, undefined]);
  });

  it('keeps what is sold out of the menu that is up, whatever a draft says of it', async () => {
    store.put('centre', 'menu', lunch, menu(3, [{ ...egg, soldOut: true }]));
    const offer = { items: [egg, pork], set: null, note: null };
    await store.mutate('menu.draft', { menuId: lunch, ...offer, baseVersion: 0 });
    const editor = await open(store);
    expect(names(editor)).to.deep.equal(['番茄炒蛋', '五花肉烩苋菜']);
    await press(editor, '发布 第4版');
    expect((await published())?.items.map(({ soldOut }) => soldOut)).to.deep.equal([true, false]);
  });

  it('says when a menu that is published ahead comes to the glass, and waits for no screen till then', async () => {
    const tomorrow = menuId('2026-11-23', 'lunch', 'main');
    const meals = [{ meal: 'lunch' as const, from: '11:00', to: '12:30' }];
    const hall = { ...screenConfig(), canteenId: id<'CanteenId'>('main') };
    store
      .put('centre', 'centre', 'sample', centreRow({ meals }))
      .put('staff', 'deviceConfig', hall.id, hall)
      .put('centre', 'schedule', hall.id, {
        id: hall.id,
        dayparts: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '10:30', to: '13:00', show: 'menu' }],
      });
    const editor = await open(store);
    editor.menuId = tomorrow;
    await settled(editor);
    await press(editor, '发布 第1版');
    expect(text(editor)).to.contain('第1版 已发布，明天 上午10:30 上屏').and.not.to.contain('等屏幕');
  });
});
