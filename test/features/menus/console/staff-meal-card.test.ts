import { expect } from 'chai';
import { LlStaffMealCard } from '../../../../src/features/menus/console/staff-meal-card.ts';
import { menuId, type MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { beGlass } from '../../../support/camera.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, dish, menuOf, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { centreRow } from '../../../support/rows.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const lunch = menuId(today, 'lunch', 'main');
const words = (root: Element): string =>
  deepAll(root, 'h2, h3, p, .chip, .dish, .price, b, a, button')
    .map((one) => one.textContent ?? '')
    .join('\n')
    .replace(/\s+/g, ' ');

/** A plan of one day, of what the kitchen knows. */
const plan: MenuPlan = {
  id: id('main'),
  canteenId: id('main'),
  anchor: today,
  days: [[{ meal: 'lunch', dishIds: [id('番茄炒蛋')], set: null, note: null }]],
};

describe('The meal on a cook’s 今天', () => {
  let store: FakeStore;
  let card: LlStaffMealCard;
  const lunchNow = () => store.query((view) => view.get('centre', 'menu', lunch));
  const asked = (): readonly string[] => store.asked.map(({ name }) => name);

  async function open(prepare: (store: FakeStore) => unknown = () => {}, minute = 2): Promise<void> {
    store = staffStore(staff('canteen', '李师傅'), at(11, minute));
    prepare(store);
    card = new LlStaffMealCard();
    card.mayChange = true;
    await mount(card, { store });
    await settled(card);
  }
  async function press(name: string): Promise<void> {
    button(card, name).click();
    await settled(card);
  }
  /** No lunch is up, and the plan has one. */
  const planned = (one: FakeStore): unknown => {
    const { dishId, soldOut: _, ...known } = dish('番茄炒蛋');
    one.remove('centre', 'menu', lunch);
    return one.put('centre', 'dish', dishId, { id: dishId, ...known }).put('staff', 'menuPlan', 'main', plan);
  };

  beforeEach(() => localStorage.clear());
  afterEach(() => unmountAll());
  after(() => beGlass(800, 600));

  it('shows what the plan has as a draft, which one press publishes in the cook’s name', async () => {
    await open(planned);
    expect(words(card)).to.contain('草稿').and.to.contain('番茄炒蛋').and.to.contain('还没有人发布');
    expect(words(card), 'nothing of it passes for published').not.to.contain('已发布');
    await press('发布这 1 道菜');
    const up = await lunchNow();
    expect([up?.publishedBy, up?.byPlan, up?.items.length]).to.deep.equal(['李师傅', undefined, 1]);
    expect(words(card)).to.contain('已发布 第1版').and.not.to.contain('草稿');
  });

  it('says that lunch is late, and what elders read meanwhile, till it is published', async () => {
    await open((one) => {
      planned(one);
      const meal = { id: lunch, date: today, meal: 'lunch' as const, canteenId: id<'CanteenId'>('main') };
      one.put('staff', 'menuReminder', lunch, { ...meal, sinceMs: at(9, 30) });
    });
    expect(words(card)).to.contain('过了上午9:30，午饭还没发布');
    await expectAccessible(card);
    await press('发布这 1 道菜');
    expect(words(card)).not.to.contain('还没发布');
  });

  it('takes a menu down and puts it up again as it was', async () => {
    await open();
    const before = await lunchNow();
    await press('撤下、不开饭…');
    await expectAccessible(card);
    await press('撤下菜单');
    expect((await lunchNow())?.off).to.equal('withdrawn');
    expect(words(card)).to.contain('已经撤下，菜都留着');
    await press('发布这 2 道菜');
    expect((await lunchNow())?.items).to.deep.equal(before?.items);
  });

  it('says that a meal is not served, with why, and serves it after all', async () => {
    await open();
    await press('撤下、不开饭…');
    const why = deepAll(card, '#why')[0];
    if (why instanceof HTMLInputElement) why.value = '停水';
    await press('这一餐不开饭');
    expect([(await lunchNow())?.off, (await lunchNow())?.why]).to.deep.equal(['closed', '停水']);
    expect(words(card)).to.contain('不开饭：停水').and.not.to.contain('五花肉');
    await press('还是开饭');
    expect((await lunchNow())?.items).to.have.length(2);
    expect(words(card)).to.contain('五花肉');
  });

  it('says sold out of the set meal too, brings all back, and takes that back', async () => {
    const set = { name: '今日套餐', priceFen: 1200, text: '一荤两素' };
    await open((one) =>
      one.put('centre', 'menu', lunch, { ...menuOf(today, 'lunch', [dish('五花肉'), dish('鱼')]), set }),
    );
    await press('今日套餐：卖完');
    await press('鱼：卖完');
    await press('全部恢复');
    const soldOut = async () => {
      const menu = await lunchNow();
      return [menu?.set?.soldOut, ...(menu?.items ?? []).map((one) => one.soldOut)];
    };
    expect(await soldOut()).to.deep.equal([false, false, false]);
    await press('撤销');
    await until(async () => String(await soldOut()) === 'true,false,true');
    expect(asked()).to.contain('menu.allBack');
  });

  it('counts what is left; none left is sold out, and what is no number changes nothing', async () => {
    await open((one) => one.put('centre', 'menu', lunch, menuOf(today, 'lunch', [dish('五花肉')])));
    await press('记还剩几份');
    const type = async (text: string): Promise<HTMLInputElement> => {
      const field = deepAll(card, '.count').find((one) => one instanceof HTMLInputElement);
      if (!(field instanceof HTMLInputElement)) throw new Error('there is nothing to count in');
      field.value = text;
      field.dispatchEvent(new Event('change'));
      await settled(card);
      return field;
    };
    await type('３');
    expect((await lunchNow())?.items[0]?.left).to.equal(3);
    const made = store.asked.length;
    expect((await type('三')).value).to.equal('3');
    expect(store.asked.length).to.equal(made);
    expect(words(card)).to.contain('“三”没看懂');
    await type('2份');
    expect((await lunchNow())?.items[0]?.left).to.equal(2);
    await press('记好了');
    expect(words(card)).to.contain('还剩 2 份').and.not.to.contain('没看懂');
    await press('记还剩几份');
    await type('0');
    expect((await lunchNow())?.items[0]?.soldOut).to.equal(true);
  });

  it('leaves a dish its name on a telephone while it is said how many are left', async () => {
    await beGlass(320, 568);
    await open((one) => one.put('centre', 'menu', lunch, menuOf(today, 'lunch', [dish('五花肉烩苋菜')])));
    await press('记还剩几份');
    const [name] = deepAll(card, '.dish');
    const [field] = deepAll(card, '.count');
    const ink = document.createRange();
    if (name === undefined || field === undefined) throw new Error('nothing to count');
    ink.selectNodeContents(name);
    expect(ink.getClientRects().length, 'its lines').to.be.lessThan(3);
    expect(ink.getBoundingClientRect().right).to.be.at.most(field.getBoundingClientRect().left);
  });

  it('says that its own change waits for the hub, and not that another’s does', async () => {
    await open();
    await store.mutate('screen.unpush', { screenIds: [id('dining-hall')] });
    store.setStatus({ link: 'away', outbox: 1 });
    await settled(card);
    expect(words(card)).to.contain('已发布 第1版').and.not.to.contain('等着送到主机');
    await press('五花肉烩苋菜：卖完');
    store.setStatus({ link: 'away', outbox: 2 });
    await until(() => words(card).includes('等着送到主机'));
    expect(words(card)).not.to.contain('已发布');
  });

  it('says each canteen’s own, where there are several', async () => {
    const canteens = [
      { id: id<'CanteenId'>('main'), name: '一楼食堂' },
      { id: id<'CanteenId'>('east'), name: '东院食堂' },
    ];
    const meals = [{ meal: 'lunch' as const, from: '11:00', to: '12:30' }];
    await open((one) => one.put('centre', 'centre', 'sample', centreRow({ canteens, meals })));
    expect(words(card)).to.match(/一楼食堂.*已发布.*东院食堂.*没有菜单/);
  });
});
