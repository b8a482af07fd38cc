import { expect } from 'chai';
import { LlStaffMealCard } from '../../../../src/features/menus/console/staff-meal-card.ts';
import { menuId } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { expectAccessible } from '../../../support/axe.ts';
import { FakeStore } from '../../../support/fake-store.ts';
import { at, menuOf, today } from '../../../support/kiosk-centre.ts';
import { button, deepAll, mount, settled, type, unmountAll } from '../../../support/mount.ts';
import { centreRow, menuItem } from '../../../support/rows.ts';
import { staff } from '../../../support/staff-centre.ts';

describe('The canteen’s headcount', () => {
  let store: FakeStore;
  let card: LlStaffMealCard;
  afterEach(unmountAll);

  const open = async (nowMs: number, mayChange = true): Promise<void> => {
    store = new FakeStore({ actor: staff('canteen'), nowMs });
    store.put('centre', 'centre', 'sample', centreRow());
    for (const meal of ['lunch', 'dinner'] as const) {
      const menu = menuOf(today, meal, []);
      store.put('centre', 'menu', menu.id, { ...menu, items: [menuItem()] });
    }
    card = new LlStaffMealCard();
    card.mayChange = mayChange;
    card.style.width = '320px';
    await mount(card, { store });
  };
  const words = (): string =>
    deepAll(card, 'll-staff-headcount')
      .flatMap((one) => deepAll(one, 'p, label'))
      .map((one) => one.textContent?.replace(/\s+/g, ' ').trim() ?? '')
      .join(' | ');
  const came = (weeksAgo: number, count: number): void => {
    const date = addDays(today, -7 * weeksAgo);
    const of = menuId(date, 'lunch', 'main');
    const row = {
      id: of,
      date,
      meal: 'lunch',
      canteenId: id<'CanteenId'>('main'),
      count,
      by: null,
      atMs: 1,
    } as const;
    store.put('staff', 'mealCount', of, row);
  };
  const field = (): HTMLInputElement => {
    const [found] = deepAll(card, '#came');
    if (!(found instanceof HTMLInputElement)) throw new Error('nowhere to say how many');
    return found;
  };

  it('is there with the dishes on a slow disk: what comes after them moves what is sold out from under the finger', async () => {
    store = new FakeStore({ actor: staff('canteen'), nowMs: at(9, 0) });
    store.put('centre', 'centre', 'sample', centreRow());
    const menu = menuOf(today, 'lunch', []);
    store.put('centre', 'menu', menu.id, { ...menu, items: [menuItem()] });
    Object.defineProperty(store, 'slow', { get: () => new Promise(requestAnimationFrame) });
    card = new LlStaffMealCard();
    card.mayChange = true;
    void mount(card, { store });
    while (deepAll(card, 'button').every((one) => !one.textContent?.includes('卖完')))
      await new Promise(requestAnimationFrame);
    expect(words()).to.contain('以后就能估');
  });

  it('says that there is no past before it makes one up', async () => {
    await open(at(9, 0));
    expect(words()).to.contain('以后就能估');
    store.put('centre', 'attendanceCount', 'tai-chi@2026-11-15', {
      ...{ id: id<'SessionId'>('tai-chi@2026-11-15'), date: addDays(today, -7), count: 31 },
    });
    await settled(card);
    expect(words()).to.contain('31 人次来签到').and.not.contain('预计');
    await expectAccessible(card);
  });

  it('is told ahead with what it is made from', async () => {
    await open(at(9, 0));
    for (const [week, count] of [61, 74, 66, 69].entries()) came(week + 1, count);
    await settled(card);
    expect(words()).to.contain('预计 68 人 最近 4 个星期日的午饭来了 61–74 人');
    expect(deepAll(card, '#came'), 'breakfast is over: how many came is asked of it').to.have.length(1);
    expect(words()).to.contain('早饭来了多少人');
    await expectAccessible(card);
  });

  it('is noted once a meal has begun, changed, and taken back; what is no number is not taken', async () => {
    await open(at(11, 30));
    type(field(), '六十');
    button(card, '记下').click();
    await settled(card);
    expect(words()).to.contain('请填人数');
    expect(store.asked).to.be.empty;
    type(field(), '６４');
    button(card, '记下').click();
    await settled(card);
    expect(words()).to.contain('午饭来了 64 人');
    button(card, '改').click();
    await settled(card);
    await expectAccessible(card);
    type(field(), '');
    button(card, '记下').click();
    await settled(card);
    expect(store.asked.map(({ args }) => args)).to.deep.equal([
      { menuId: menuId(today, 'lunch', 'main'), count: 64 },
      { menuId: menuId(today, 'lunch', 'main'), count: null },
    ]);
    expect(words()).to.contain('午饭来了多少人');
  });

  it('is asked of nobody who may not say it', async () => {
    await open(at(11, 30), false);
    expect(deepAll(card, '#came')).to.be.empty;
  });
});
