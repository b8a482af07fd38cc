import { expect } from 'chai';
import { LlStaffMenuPlan } from '../../../../src/features/menus/console/staff-menu-plan.ts';
import type { MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { at, dish, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';
import { until } from '../../../support/until.ts';

const plan: MenuPlan = {
  id: id('main'),
  canteenId: id('main'),
  anchor: addDays(today, -1),
  days: [
    [{ meal: 'lunch', dishIds: [id('番茄炒蛋')], set: null, note: null }],
    [{ meal: 'lunch', dishIds: [id('红烧肉')], set: null, note: null }],
  ],
};

describe('The page of the repeating menu', () => {
  let store: FakeStore;
  let page: LlStaffMenuPlan;
  const stands = async (): Promise<MenuPlan | undefined> =>
    (await store.query((view) => view.list('staff', 'menuPlan')))[0];
  const words = (): string =>
    deepAll(page, 'p, h2, h3, .chip, .rows span')
      .map((one) => one.textContent?.replace(/\s+/g, ' ') ?? '')
      .join('\n');
  const lunches = async (): Promise<unknown> =>
    (await stands())?.days.map((meals) => meals.find(({ meal }) => meal === 'lunch')?.dishIds ?? []);

  async function open(...plans: readonly MenuPlan[]): Promise<void> {
    store = staffStore(staff('canteen', '李师傅'), at(9, 0));
    for (const name of ['番茄炒蛋', '红烧肉']) {
      const { dishId, soldOut: _, ...known } = dish(name);
      store.put('centre', 'dish', dishId, { id: dishId, ...known });
    }
    for (const one of plans) store.put('staff', 'menuPlan', one.id, one);
    page = new LlStaffMenuPlan();
    page.style.width = '320px';
    await mount(page, { store });
    await settled(page);
  }
  async function press(name: string | RegExp): Promise<void> {
    button(page, name).click();
    await settled(page);
  }
  const turn = async (to: number): Promise<void> => {
    deepAll(page, 'input[type="radio"]')[to]?.click();
    await settled(page);
  };

  afterEach(() => unmountAll());

  it('says what is cooked on which day, and which of them is today', async () => {
    await open(plan);
    expect(words())
      .to.match(/第 1 天\n[^]*番茄炒蛋[^]*第 2 天（今天）[^]*红烧肉/)
      .and.to.contain('只出草稿');
    expect(document.documentElement.scrollWidth).to.be.at.most(document.documentElement.clientWidth);
    await expectAccessible(page);
  });

  it('is published in the name of who says so, is stopped, and goes on', async () => {
    await open(plan);
    await turn(2);
    expect((await stands())?.publishing).to.deep.equal({ by: '李师傅', since: today });
    expect(words()).to.contain('李师傅负责').and.to.contain('自动发布');
    await turn(0);
    expect([(await stands())?.stopped, (await stands())?.publishing]).to.deep.equal([true, null]);
    await turn(1);
    expect([(await stands())?.stopped, (await stands())?.publishing]).to.deep.equal([false, null]);
  });

  it('has a dish put on a day and taken off it, and all that undone', async () => {
    await open(plan);
    await press('改第 1 天的午饭');
    const picker = deepAll(page, 'll-staff-dish-picker')[0];
    const option = (name: string) => {
      const found = deepAll(picker ?? page, 'button').find((one) => one.textContent?.includes(name) === true);
      if (found === undefined) throw new Error(`no ${name}`);
      return found;
    };
    option('红烧肉').click();
    await until(async () => JSON.stringify(await lunches()) === '[["番茄炒蛋","红烧肉"],["红烧肉"]]');
    await press('去掉第 2 天');
    await until(async () => (await stands())?.days.length === 1);
    await settled(page);
    await press('撤销');
    await until(async () => JSON.stringify(await lunches()) === '[["番茄炒蛋"],["红烧肉"]]');
  });

  it('begins a round with what was published, where there is none yet', async () => {
    await open();
    await press('用发布过的菜单排 7 天一轮');
    expect((await stands())?.days[0]?.[0]).to.deep.equal({
      meal: 'lunch',
      dishIds: ['五花肉烩苋菜', '清蒸鲈鱼'],
      set: null,
      note: (await store.query((view) => view.list('centre', 'menu')))[0]?.note ?? null,
    });
    expect((await stands())?.publishing, 'nobody stands behind it yet').to.equal(undefined);
  });
});
