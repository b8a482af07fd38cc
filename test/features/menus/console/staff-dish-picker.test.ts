import { expect } from 'chai';
import type { LlStaffMenuEditor } from '../../../../src/features/menus/console/staff-menu-editor.ts';
import { LlStaffMenus } from '../../../../src/features/menus/console/staff-menus.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at } from '../../../support/kiosk-centre.ts';
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
import {
  button,
  deepAll,
  focused,
  mount,
  settled,
  toldInSheet,
  type,
  unmountAll,
} from '../../../support/mount.ts';
import { centreRow, dishRow } from '../../../support/rows.ts';
import { until } from '../../../support/until.ts';

const dish = (name: string, over: Parameters<typeof dishRow>[0] = {}) =>
  dishRow({ id: id(name), name, ...over });

describe('Putting dishes on a menu', () => {
  let store: FakeStore;
  let editor: LlStaffMenuEditor;

  beforeEach(async () => {
    localStorage.clear();
    store = new FakeStore({ actor: canteen });
    for (const one of [
      dish('银耳羹'),
      dish('红烧肉', { tags: ['soft'] }),
      dish('清蒸鲈鱼'),
      dish('酱爆茄子', { archived: true }),
    ])
      store.put('centre', 'dish', one.id, one);
    editor = await open(store);
  });
  afterEach(unmountAll);

  const input = (selector: string): HTMLInputElement => {
    const [found] = deepAll(editor, selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`no ${selector}`);
    return found;
  };
  const offered = (): readonly string[] =>
    deepAll(editor, '.found button').map((one) => one.querySelector('.dish')?.textContent?.trim() ?? '+');
  const choice = (name: RegExp) => button(deepAll(editor, 'll-staff-dish-picker')[0] ?? editor, name);
  const press = async (key: string): Promise<void> => {
    focused()?.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    );
    await settled(editor);
  };
  const pick = async (): Promise<void> => {
    button(editor, '加一道菜').click();
    await settled(editor);
  };
  /** The table of how characters are read has come. */
  const readable = () =>
    until(() => {
      type(input('#sought'), 'hsr');
      return editor.updateComplete.then(() => offered().includes('红烧肉'));
    });

  it('has a page of menus no wider than the glass where nothing has been written yet', async () => {
    unmountAll();
    const page = new LlStaffMenus();
    page.style.width = '320px';
    store.nowMs = at(9, 0);
    store.put('centre', 'centre', 'sample', centreRow());
    await mount(page, { store });
    expect(deepAll(page, '.days .how').map((one) => one.textContent)).to.include('没有');
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.be.at.most(clientWidth);
  });

  it('offers what is cooked most first and then as a dictionary has it, and takes several in one go', async () => {
    store.put('centre', 'menu', 'other', {
      ...menu(1, [item('清蒸鲈鱼', '清蒸鲈鱼', 1800)]),
      id: id<'MenuId'>('other'),
    });
    await settled(editor);
    await pick();
    expect(offered()).to.deep.equal(['清蒸鲈鱼', '红烧肉', '银耳羹', '+']);
    choice(/^红烧肉/).click();
    await settled(editor);
    choice(/^银耳羹/).click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['红烧肉', '银耳羹']);
    choice(/^银耳羹/).click();
    await settled(editor);
    expect(names(editor), 'a slip is taken back where it was made').to.deep.equal(['红烧肉']);
    expect(offered(), 'nothing moves under the finger').to.deep.equal(['清蒸鲈鱼', '红烧肉', '银耳羹', '+']);
    await expectAccessible(editor);
  });

  it('is done by the keyboard: initials and Enter, or arrows through one stop of Tab', async () => {
    await pick();
    await readable();
    expect(offered()).to.deep.equal(['红烧肉', '+']);
    input('#sought').focus();
    await press('Enter');
    expect(names(editor)).to.deep.equal(['红烧肉']);
    type(input('#sought'), '');
    await settled(editor);
    const stops = deepAll(editor, '.found button').filter(({ tabIndex }) => tabIndex === 0);
    expect(stops).to.have.length(1);
    await press('ArrowDown');
    await press('ArrowDown');
    expect(focused()?.textContent).to.contain('清蒸鲈鱼');
    await press('Home');
    await press('ArrowUp');
    expect(focused()).to.equal(input('#sought'));
  });

  it('cooks what the kitchen has never cooked: a name and a price, and it is in the list and on the menu', async () => {
    await pick();
    type(input('#sought'), ' 毛血旺 ');
    await settled(editor);
    button(editor, /新做“毛血旺”/).click();
    await settled(editor);
    expect(focused(), 'the price is what is missing').to.equal(input('#dish-price'));
    button(editor, '加进菜单').click();
    await settled(editor);
    expect(store.asked, 'no price is no price of 0').to.be.empty;
    type(input('#dish-price'), '0');
    button(editor, '加进菜单').click();
    await settled(editor);
    expect(text(editor)).to.contain('不要钱就勾“免费”');
    await expectAccessible(editor);
    type(input('#dish-price'), '18元');
    button(editor, '加进菜单').click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['毛血旺']);
    expect(field(editor, '毛血旺', '#price').value).to.equal('18');
    const kept = await store.query((view) => view.list('centre', 'dish'));
    expect(kept.find(({ name }) => name === '毛血旺')).to.include({ priceFen: 1800, unit: 'portion' });
  });

  it('keeps a new dish in sight that could not be kept, and says so', async () => {
    await pick();
    type(input('#sought'), '毛血旺');
    await settled(editor);
    button(editor, /新做/).click();
    await settled(editor);
    type(input('#dish-price'), '18');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: '-' };
    button(editor, '加进菜单').click();
    await settled(editor);
    expect(toldInSheet(editor)).to.deep.equal(['没有存上，请再试一次']);
    expect(input('#dish-price').value).to.equal('18');
  });

  it('has a new dish there again as far as it was written when the page was closed, under the name it was begun with', async () => {
    const make = async (name: string): Promise<void> => {
      await pick();
      type(input('#sought'), name);
      await settled(editor);
      button(editor, /新做/).click();
      await settled(editor);
    };
    await make('毛血旺');
    type(input('#dish-price'), '18');
    await settled(editor);
    unmountAll();
    editor = await open(store);
    await make('酸辣汤');
    expect(text(editor), 'another dish is another one').to.not.contain('这是上次没填完的');
    button(editor, '返回').click();
    await settled(editor);
    type(input('#sought'), '毛血旺');
    await settled(editor);
    button(editor, /新做/).click();
    await settled(editor);
    expect(text(editor)).to.contain('这是上次没填完的');
    expect(input('#dish-price').value).to.equal('18');
    button(editor, '加进菜单').click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['毛血旺']);
    await make('毛血旺汤');
    expect(text(editor)).to.not.contain('这是上次没填完的');
  });

  it('finds a dish that is cooked no more by its name alone, and cooks it again', async () => {
    await pick();
    expect(offered()).not.to.contain('酱爆茄子');
    type(input('#sought'), '酱爆');
    await settled(editor);
    choice(/^酱爆茄子/).click();
    await settled(editor);
    expect(names(editor)).to.deep.equal(['酱爆茄子']);
    expect((await store.query((view) => view.get('centre', 'dish', '酱爆茄子')))?.archived).to.equal(false);
  });

  it('says that a menu is full before one dish too many is refused', async () => {
    const many = Array.from({ length: 23 }, (_, i) => item(`d${i}`, `第${i}道`, 500));
    store.put('centre', 'menu', lunch, menu(12, many));
    await settled(editor);
    await pick();
    expect(text(editor)).to.contain('还能加 1 道菜');
    choice(/^红烧肉/).click();
    await settled(editor);
    expect(text(editor)).to.contain('一份菜单最多 24 道菜，已经满了');
    choice(/^银耳羹/).click();
    await settled(editor);
    expect(names(editor)).to.have.length(24);
  });

  it('is a row for each dish on a telephone, and says at once what has run out', async () => {
    store.put('centre', 'menu', lunch, menu(12, [pork, { ...egg, smallPriceFen: 300 }, rice]));
    editor.style.width = '330px';
    await settled(editor);
    for (const line of deepAll(editor, 'll-staff-menu-line'))
      expect(line.getBoundingClientRect().height, names(editor).join()).to.be.at.most(88);
    expect(text(editor)).to.contain('小份 3 元');
    button(editor, '五花肉烩苋菜：卖完').click();
    await settled(editor);
    const { items } = (await store.query((view) => view.get('centre', 'menu', lunch))) ?? menu(0, []);
    expect(items.map(({ soldOut }) => soldOut)).to.deep.equal([true, false, false]);
    expect(() => button(editor, /^发布/), 'there is nothing to publish').to.throw();
  });
});
