import { expect } from 'chai';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import type { Menu, MenuDraft, MenuItem, MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { id, type Mid } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import {
  canteen,
  egg,
  field,
  item,
  lunch,
  menu,
  names,
  open,
  pork,
  rice,
  text,
} from '../../../support/menu-editor.ts';
import { button, deepAll, settled, type, unmountAll } from '../../../support/mount.ts';
import { dishRow } from '../../../support/rows.ts';

const mid = (n: number): Mid => id(`0199aaaa-0000-7000-8000-${String(n).padStart(12, '0')}`);
const theirs = (version: number, items: readonly MenuItem[]): MenuDraft => ({
  id: lunch,
  date: '2026-11-22',
  meal: 'lunch',
  canteenId: id('main'),
  items: [...items],
  set: null,
  note: null,
  version,
  savedBy: '王经理',
  savedAtMs: 1_000,
});
const plan: MenuPlan = {
  id: id('main'),
  canteenId: id('main'),
  anchor: '2026-11-22',
  days: [[{ meal: 'lunch', dishIds: [id('egg'), id('pork')], set: null, note: null }]],
};

/** Two who write the same meal, and neither has published it. */
describe('A draft that a colleague keeps meanwhile', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;
  const draft = () => store.query((view) => view.get('staff', 'menuDraft', lunch));
  const kept = async (): Promise<unknown[]> =>
    (await draft())?.items.map(({ dishId, priceFen }) => [dishId, priceFen]) ?? [];
  const press = async (name: string | RegExp): Promise<void> => {
    button(editor, name).click();
    await settled(editor);
  };
  const price = async (name: string, typed: string): Promise<void> => {
    type(field(editor, name, '#price'), typed);
    await settled(editor);
  };
  const keeps = async (version: number, ...items: readonly MenuItem[]): Promise<void> => {
    store.put('staff', 'menuDraft', lunch, theirs(version, items));
    await settled(editor);
  };
  async function begin(...put: readonly (Menu | MenuDraft | MenuPlan)[]): Promise<void> {
    for (const one of put)
      if ('days' in one) store.put('staff', 'menuPlan', one.id, one);
      else if ('savedBy' in one) store.put('staff', 'menuDraft', lunch, one);
      else store.put('centre', 'menu', lunch, one);
    editor = await open(store);
  }

  beforeEach(() => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen });
    for (const { dishId, soldOut: _, ...known } of [egg, pork, rice])
      store.put('centre', 'dish', dishId, { id: dishId, ...known });
    store.put('centre', 'dish', 'fish', dishRow({ id: id('fish'), name: '清蒸鲈鱼', priceFen: 1800 }));
  });
  afterEach(unmountAll);

  for (const [begun, rows] of [
    ['the plan', [plan]],
    ['the menu that is up', [menu(3, [egg, pork])]],
    ['an earlier draft', [theirs(7, [egg, pork])]],
  ] as const)
    it(`comes in by itself where it does not collide, begun as ${begun} was, and both are kept`, async () => {
      await begin(...rows);
      await price('番茄炒蛋', '6');
      await keeps(8, egg, { ...pork, priceFen: 1000 }, rice);
      expect(text(editor)).to.contain('王经理 刚改的已经合进来：五花肉烩苋菜的价格改成 10 元、加了杂粮米饭');
      await press(/^存草稿/);
      expect(await kept()).to.deep.equal([
        ['egg', 600],
        ['pork', 1000],
        ['rice', null],
      ]);
      expect((await draft())?.savedBy).to.equal('李师傅');
      expect(text(editor)).not.to.contain('请看看两边');
    });

  it('is asked about where both have put the same price otherwise, and what is chosen is kept', async () => {
    await begin(plan);
    await price('番茄炒蛋', '6');
    await keeps(8, { ...egg, priceFen: 700 }, pork);
    expect(text(editor)).to.contain('王经理 刚存了这一餐的草稿');
    expect(() => button(editor, /^存草稿/), 'nothing is written over by a slip').to.throw();
    await expectAccessible(editor);
    await press('用我的：6 元');
    await press(/^存草稿/);
    expect(await kept()).to.deep.equal([
      ['egg', 600],
      ['pork', 900],
    ]);
  });

  it('is shown beside mine where neither began from anything, and both are put together by one press', async () => {
    await begin();
    await press(/加一道菜/);
    await press(/清蒸鲈鱼/);
    await keeps(8, egg, pork);
    const sides = deepAll(editor, '.sides h3').map((one) => one.textContent.trim());
    expect(sides).to.deep.equal(['您改的（还没发布）', '王经理的草稿']);
    await expectAccessible(editor);
    await press('两边合在一起');
    expect([...names(editor)].sort()).to.deep.equal(['五花肉烩苋菜', '清蒸鲈鱼', '番茄炒蛋']);
    await press(/^存草稿/);
    expect((await draft())?.items).to.have.length(3);
  });

  it('may be taken as it is; what was written here can be taken up again', async () => {
    await begin();
    await press(/加一道菜/);
    await press(/清蒸鲈鱼/);
    await keeps(8, egg);
    await press('用这份草稿');
    expect(names(editor)).to.deep.equal(['番茄炒蛋']);
    await press('恢复');
    await press('用我改的');
    await press(/^存草稿/);
    expect((await draft())?.items.map(({ dishId }) => dishId)).to.deep.equal(['fish']);
  });

  it('does not ask anybody about what they have saved themselves and go on with', async () => {
    await begin(plan);
    await price('番茄炒蛋', '6');
    button(editor, /^存草稿/).click();
    type(field(editor, '番茄炒蛋', '#price'), '6.5');
    await settled(editor);
    expect(text(editor)).not.to.contain('刚存了').and.not.to.contain('合进来');
    await press(/^存草稿/);
    expect(await kept()).to.deep.equal([
      ['egg', 650],
      ['pork', 900],
    ]);
  });

  it('leaves what was saved here without the hub to be put together, when the hub had theirs first', async () => {
    await begin(plan);
    await price('番茄炒蛋', '6');
    store.setStatus({ outbox: 1, link: 'away' });
    await press(/^存草稿/);
    unmountAll();
    // The page was closed meanwhile; what it says of this comes with the answer to what it had kept.
    editor = await open(store);
    store.setStatus({
      outbox: 0,
      link: 'live',
      ended: [{ mid: mid(1), name: 'menu.draft', result: { mid: mid(1), status: 'conflict', current: 8 } }],
    });
    await keeps(8, egg, { ...pork, priceFen: 1000 });
    expect(text(editor)).to.contain('王经理 刚改的已经合进来：五花肉烩苋菜的价格改成 10 元');
    expect(field(editor, '番茄炒蛋', '#price').value, 'what was written is not lost').to.equal('6');
    await press(/^存草稿/);
    expect(await kept()).to.deep.equal([
      ['egg', 600],
      ['pork', 1000],
    ]);
  });

  it('is no draft to save over once it is thrown away', async () => {
    await begin(theirs(7, [egg, pork]));
    await price('番茄炒蛋', '6');
    store.remove('staff', 'menuDraft', lunch);
    await settled(editor);
    await press(/^存草稿/);
    expect(await kept()).to.deep.equal([
      ['egg', 600],
      ['pork', 900],
    ]);
  });

  it('that is published with a change meets what was written upon it, dish by dish', async () => {
    await begin(theirs(7, [egg, pork]));
    await price('番茄炒蛋', '6');
    store.remove('staff', 'menuDraft', lunch);
    store.put('centre', 'menu', lunch, menu(1, [egg, { ...pork, priceFen: 1000 }], '王经理'));
    await settled(editor);
    expect(text(editor)).to.contain('王经理 刚改的已经合进来：五花肉烩苋菜的价格改成 10 元');
    await press('发布 第2版');
    const up = await store.query((view) => view.get('centre', 'menu', lunch));
    expect(up?.items.map(({ priceFen }) => priceFen)).to.deep.equal([600, 1000]);
  });

  it('of what a dish that ran out has nothing to do with goes on as it was', async () => {
    await begin(
      menu(3, [egg, pork, item('tofu', '麻婆豆腐', 700)]),
      theirs(7, [{ ...egg, priceFen: 550 }, pork]),
    );
    await price('番茄炒蛋', '6');
    store.put(
      'centre',
      'menu',
      lunch,
      menu(4, [egg, { ...pork, soldOut: true }, item('tofu', '麻婆豆腐', 700)]),
    );
    await settled(editor);
    expect(text(editor)).not.to.contain('刚存了').and.not.to.contain('刚发布了');
    await press(/^存草稿/);
    expect(await kept()).to.deep.equal([
      ['egg', 600],
      ['pork', 900],
    ]);
  });
});
