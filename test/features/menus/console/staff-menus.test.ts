import { expect } from 'chai';
import { LlStaffMenus } from '../../../../src/features/menus/console/staff-menus.ts';
import { menuId, type MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import type { FakeStore } from '../../../support/fake-store.ts';
import { pressKey } from '../../../support/keys-here.ts';
import { at, dish, menuOf, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, focused, mount, settled, unmountAll } from '../../../support/mount.ts';
import { staff, staffStore } from '../../../support/staff-centre.ts';

const lunch = (days: number) => menuId(addDays(today, days), 'lunch', 'main');
/** A plan with a lunch for each day. */
const plan: MenuPlan = {
  id: id('main'),
  canteenId: id('main'),
  anchor: today,
  days: [[{ meal: 'lunch', dishIds: [id('番茄炒蛋')], set: null, note: null }]],
};

describe('The page of menus', () => {
  let store: FakeStore;
  let page: LlStaffMenus;
  const menu = (days: number) => store.query((view) => view.get('centre', 'menu', lunch(days)));
  const days = (): readonly string[] => deepAll(page, '.days .how').map((one) => one.textContent ?? '');
  const words = (): string =>
    deepAll(page, 'p, span, h2, h3, li, small')
      .map((one) => one.textContent ?? '')
      .join('\n');

  /** Today's lunch is up; the day after tomorrow is closed; the rest is the plan's. */
  async function open(more: (store: FakeStore) => unknown = () => {}): Promise<void> {
    const { dishId, soldOut: _, ...known } = dish('番茄炒蛋');
    store = staffStore(staff('canteen', '李师傅'), at(9, 0))
      .put('centre', 'dish', dishId, { id: dishId, ...known })
      .put('staff', 'menuPlan', 'main', plan)
      .put('centre', 'menu', lunch(2), {
        ...menuOf(addDays(today, 2), 'lunch', []),
        off: 'closed',
      });
    more(store);
    page = new LlStaffMenus();
    page.style.width = '320px';
    await mount(page, { store });
    await settled(page);
  }
  async function press(name: string | RegExp): Promise<void> {
    button(page, name).click();
    await settled(page);
  }

  beforeEach(() => localStorage.clear());
  afterEach(() => unmountAll());

  it('says of each day how it stands, and is no wider than a telephone', async () => {
    await open();
    // Yesterday, which went by as a draft and waits for nobody, today, tomorrow, and the day without lunch; of dinner nobody
    // has written anything.
    expect(days().slice(0, 4)).to.deep.equal(['没发布', '缺 1 餐', '草稿', '缺 1 餐']);
    const { scrollWidth, clientWidth } = document.documentElement;
    expect(scrollWidth).to.be.at.most(clientWidth);
    await expectAccessible(page);
  });

  it('has one stop of the Tab key for all the days and one for the meals; arrows lead along them', async () => {
    await open();
    const stops = (row: string): readonly HTMLElement[] =>
      deepAll(page, `${row} button`).filter(({ tabIndex }) => tabIndex === 0);
    expect(stops('.days').map((one) => one.getAttribute('aria-pressed'))).to.deep.equal(['true']);
    expect(stops('.meals').map((one) => one.getAttribute('aria-pressed'))).to.deep.equal(['true']);
    stops('.days')[0]?.focus();
    await pressKey('ArrowRight');
    expect(focused()?.textContent).to.contain('明天');
    await pressKey('End');
    expect(focused()).to.equal(deepAll(page, '.days button').at(-1));
    let chosen = '';
    page.addEventListener('ll-menu-choose', ({ menuId: one }) => (chosen = one));
    await pressKey('Home');
    await pressKey('Enter');
    expect(chosen).to.equal(lunch(-1));
  });

  it('publishes what waits of a week in one press that names it, leaves what is closed, and takes it back', async () => {
    await open();
    expect(words()).to.contain('5 餐是草稿');
    await press('看一看，发布');
    expect(words()).to.contain('11月23日').and.to.contain('番茄炒蛋').and.not.to.contain('11月24日 星期二\n');
    await expectAccessible(page);
    await press('发布这 5 餐');
    expect((await menu(1))?.publishedBy).to.equal('李师傅');
    expect([(await menu(2))?.off, (await menu(6))?.items.length, await menu(7)]).to.deep.equal([
      'closed',
      1,
      undefined,
    ]);
    expect(words()).to.contain('5 餐发布了').and.not.to.contain('是草稿');
    await press('撤销');
    expect([(await menu(1))?.off, (await menu(0))?.items.length]).to.deep.equal(['withdrawn', 2]);
    expect(words()).to.contain('5 餐是草稿');
  });

  it('counts what is written over a published meal, publishes it, and puts both back as they were', async () => {
    const written = menuOf(today, 'lunch', [dish('红烧肉')]);
    await open((rows) => {
      rows.put('centre', 'menu', lunch(0), menuOf(today, 'lunch', [dish('番茄炒蛋')]));
      rows.put('staff', 'menuDraft', lunch(0), { ...written, savedBy: '王师傅', savedAtMs: 1 });
    });
    expect(deepAll(page, '.meals [aria-pressed="true"] small').map((one) => one.textContent)).to.deep.equal([
      '有草稿',
    ]);
    await press('看一看，发布');
    expect(words()).to.contain('换下第1版');
    await press('只发布这一天的 1 餐');
    expect((await menu(0))?.items[0]?.name).to.equal('红烧肉');
    await press('撤销');
    expect((await menu(0))?.items[0]?.name).to.equal('番茄炒蛋');
    const draft = await store.query((view) => view.get('staff', 'menuDraft', lunch(0)));
    expect(draft?.items[0]?.name).to.equal('红烧肉');
  });

  it('publishes one day of them', async () => {
    await open();
    await press('看一看，发布');
    await press('只发布这一天的 1 餐');
    expect((await menu(1))?.items).to.have.length(1);
    expect(await menu(3)).to.equal(undefined);
    expect(words()).to.contain('4 餐是草稿');
  });

  it('puts no draft of yesterday’s up, nor over what somebody else publishes meanwhile', async () => {
    await open();
    await press('看一看，发布');
    store.put('centre', 'menu', lunch(1), menuOf(addDays(today, 1), 'lunch', [dish('红烧肉')]));
    await settled(page);
    await press('发布这 4 餐');
    expect((await menu(1))?.items[0]?.name).to.equal('红烧肉');
    expect(await menu(-1)).to.equal(undefined);
  });
});
