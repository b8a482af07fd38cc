import { expect } from 'chai';
import { LlStaffDishes } from '../../../../src/features/menus/console/staff-dishes.ts';
import { itemOf, menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, menuOf, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, toldInSheet, type, unmountAll } from '../../../support/mount.ts';
import { centreRow, dishRow } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';

const dish = (name: string, over: Parameters<typeof dishRow>[0] = {}) =>
  dishRow({ id: id(name), name, ...over });
const pork = dish('红烧肉', { priceFen: 900, drawing: 'meat' });
const tomorrow = '2026-11-23';

describe('The kitchen’s list of dishes', () => {
  let store: FakeStore;
  let page: LlStaffDishes;

  beforeEach(() => {
    localStorage.clear();
    store = new FakeStore({ actor: staff('canteen'), nowMs: at(9, 0) });
    store.put('centre', 'centre', 'sample', centreRow());
  });
  afterEach(unmountAll);

  const open = async (...dishes: readonly ReturnType<typeof dish>[]): Promise<void> => {
    for (const one of dishes) store.put('centre', 'dish', one.id, one);
    page = new LlStaffDishes();
    page.style.width = '320px';
    await mount(page, { store });
  };
  const listed = () => deepAll(page, '.rows .dish').map((one) => one.textContent ?? '');
  const words = () =>
    deepAll(page, 'p, summary, .soft, .chip')
      .map((one) => one.textContent ?? '')
      .join('\n');
  const input = (selector: string): HTMLInputElement => {
    const [found] = deepAll(page, selector);
    if (!(found instanceof HTMLInputElement)) throw new Error(`no ${selector}`);
    return found;
  };
  const press = async (name: string | RegExp): Promise<void> => {
    button(page, name).click();
    await settled(page);
  };
  const kept = (name = '红烧肉') => store.query((view) => view.get('centre', 'dish', name));
  /** Lunches of these days with this dish. */
  const serve = (...days: readonly string[]) => {
    for (const day of days) {
      const menu = menuOf(day, 'lunch', [itemOf(pork)]);
      store.put('centre', 'menu', menu.id, menu);
    }
  };
  const priceOn = (day: string) =>
    store.query(
      async (view) => (await view.get('centre', 'menu', menuId(day, 'lunch', 'main')))?.items[0]?.priceFen,
    );

  it('says that there is none yet, and takes the first', async () => {
    await open();
    expect(words()).to.contain('还没有菜');
    await press('加一道新菜');
    await press('保存');
    expect(words(), 'a dish has a name').to.contain('请填菜名');
    type(input('#dish-name'), '清蒸鲈鱼');
    type(input('#dish-price'), '18');
    await settled(page);
    await expectAccessible(page);
    await press('保存');
    expect(listed()).to.deep.equal(['清蒸鲈鱼']);
    const [made] = await store.query((view) => view.list('centre', 'dish'));
    expect(made).to.include({ priceFen: 1800, drawing: 'fish' });
  });

  it('is no wider than a telephone with the longest of names, and has what is cooked most first', async () => {
    serve(today);
    const long = dish('老北京风味京酱肉丝配荷叶饼与时令青菜'.repeat(2), { nameEn: 'A'.repeat(100) });
    await open(dish('白菜'), long, pork);
    expect(listed()).to.deep.equal(['红烧肉', '白菜', long.name]);
    const { left, right } = page.getBoundingClientRect();
    for (const one of deepAll(page, '.rows *')) {
      const box = one.getBoundingClientRect();
      expect([box.left >= left, box.right <= right + 1], one.className).to.deep.equal([true, true]);
    }
    await expectAccessible(page);
    type(input('#sought'), '白');
    await settled(page);
    expect(listed()).to.deep.equal(['白菜']);
  });

  it('asks whether a new price holds for the menus to come, and changes no more than that', async () => {
    serve(today, tomorrow, '2026-11-25');
    await open(pork);
    await press(/红烧肉/);
    type(input('#dish-price'), '10');
    await settled(page);
    await press('保存');
    expect(
      deepAll(page, '.note')
        .map((one) => one.textContent)
        .join(),
    ).to.contain('今天起的 3 份菜单');
    expect(store.asked, 'not before it is answered').to.be.empty;
    await press('明天起都改（2 份）');
    expect(store.asked.at(-1)?.args).to.deep.equal({
      dishId: pork.id,
      change: { priceFen: 1000 },
      from: tomorrow,
    });
    expect([(await kept())?.priceFen, await priceOn(today), await priceOn(tomorrow)]).to.deep.equal([
      1000, 900, 1000,
    ]);
  });

  it('leaves what is on menus alone where only the list is meant', async () => {
    serve(today, tomorrow);
    await open(pork);
    await press(/红烧肉/);
    await press('鱼');
    await press('保存');
    await press('只改菜品库');
    expect((await kept())?.allergens).to.deep.equal(['fish']);
    expect(store.asked.at(-1)?.args).to.deep.include({ change: { allergens: ['fish'] }, from: null });
  });

  it('keeps what a colleague has put meanwhile', async () => {
    await open(pork);
    await press(/红烧肉/);
    store.put('centre', 'dish', pork.id, { ...pork, priceFen: 1200 });
    await settled(page);
    await press('软烂');
    await press('保存');
    expect(await kept()).to.deep.include({ priceFen: 1200, tags: ['soft'] });
  });

  it('puts a dish away that is cooked no more, says where it still is, and takes it back', async () => {
    store.put('staff', 'menuPlan', 'main', {
      id: id<'MenuPlanId'>('main'),
      canteenId: id<'CanteenId'>('main'),
      anchor: today,
      days: [[{ meal: 'lunch', dishIds: [pork.id], set: null, note: null }]],
    });
    await open(pork, dish('白菜'));
    await press(/红烧肉/);
    await press('不再做');
    expect(words()).to.contain('循环菜单会跳过它').and.to.contain('现在不做的菜（1）');
    await press('撤销');
    expect(words()).not.to.contain('现在不做的菜');
    expect((await kept())?.archived).to.equal(false);
  });

  it('says so where it could not be kept, and keeps what is written', async () => {
    await open(pork);
    await press(/红烧肉/);
    type(input('#dish-price'), '10');
    store.nextAnswer = { ok: false, status: 'refused', code: 'not-kept', detail: '-' };
    await settled(page);
    await press('保存');
    expect(toldInSheet(page)).to.deep.equal(['没有存上，请再试一次']);
    expect(input('#dish-price').value).to.equal('10');
  });

  it('marks a dish whose change has not gone out', async () => {
    await open(pork);
    store.setStatus({ link: 'away' });
    await press(/红烧肉/);
    type(input('#dish-price'), '10');
    await settled(page);
    await press('保存');
    store.setStatus({ outbox: 1 });
    await settled(page);
    expect(words()).to.contain('等着送出');
  });

  it('goes on with a dish that was half written, and leaves what a colleague has changed meanwhile', async () => {
    await open(pork);
    await press(/^红烧肉/);
    type(input('#dish-price'), '12');
    await settled(page);
    unmountAll();
    store.put('centre', 'dish', pork.id, { ...pork, ingredients: '五花肉、酱油' });
    page = new LlStaffDishes();
    await mount(page, { store });
    await press(/^红烧肉/);
    expect(words()).to.contain('这是上次没填完的');
    expect(input('#dish-price').value).to.equal('12');
    await press('保存');
    expect(await kept()).to.include({ priceFen: 1200, ingredients: '五花肉、酱油' });
  });
});
