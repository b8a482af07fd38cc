import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUp, type MenuPlan } from '../../../../src/features/menus/model/menu.ts';
import { byId, plannedOffer } from '../../../../src/features/menus/model/planned.ts';
import { dailyWork } from '../../../../src/hub/ops/daily/daily.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import { CENTRE, House, NOW, staff, TODAY } from '../../../support/house.ts';
import { hubOfRows } from '../../../support/hub-of-rows.ts';
import { item } from '../../../support/model-rows.ts';
import { sampleOf } from '../../../support/sample.ts';

const cook = staff('canteen', '李师傅');
const tomorrow = addDays(TODAY, 1);
const lunchOf = (date: string) => id<'MenuId'>(`${date}.lunch.main`);
const menu = (house: House, date: string) => house.get('centre:sample', 'menu', lunchOf(date));
const plan = (house: House) => house.get('staff:sample', 'menuPlan', 'main');

/** A kitchen with the sample's plan, nobody standing behind it. */
function planned(): House {
  const house = new House();
  for (const { publishing: _, ...one } of sampleOf('menuPlan'))
    house.set('staff:sample', 'menuPlan', one.id, one);
  for (const dish of sampleOf('dish')) house.set('centre:sample', 'dish', dish.id, dish);
  return house;
}
const turn = (house: House, to: 'stopped' | 'drafts' | 'publishing') =>
  house.act(cook, 'menuPlan.turn', { planId: id('main'), to });
const daysOf = (house: House): MenuPlan['days'] => plan(house)?.days ?? [];

describe('a plan that nobody stands behind', () => {
  it('publishes nothing: what it says is a draft', async () => {
    const house = planned();
    await dailyWork(hubOfRows(house, NOW), CENTRE);
    assert.deepEqual(house.list('centre:sample', 'menu'), []);
    const dishes = byId(house.list('centre:sample', 'dish'));
    const offer = plannedOffer(plan(house), TODAY, 'lunch', dishes);
    assert.deepEqual(
      offer?.items.map(({ name }) => name),
      ['五花肉烩苋菜', '番茄炒蛋', '干锅菜花', '清蒸鲈鱼', '杂粮米饭'],
    );
  });

  it('leaves what an older hub has put up by it, which bore no name', async () => {
    const house = planned();
    const old = { ...(await publishedBy(house, tomorrow)), publishedBy: null };
    house.set('centre:sample', 'menu', old.id, old);
    await dailyWork(hubOfRows(house, NOW), CENTRE);
    assert.deepEqual(menu(house, tomorrow), old);
    await turn(house, 'stopped');
    assert.ok(!isUp(menu(house, tomorrow)), 'until somebody stops it');
  });
});

describe('a plan that somebody stands behind', () => {
  it('is published at once and from then on, in their name', async () => {
    const house = planned();
    await turn(house, 'publishing');
    const up = menu(house, TODAY);
    assert.deepEqual([up?.publishedBy, up?.byPlan, up?.version], ['李师傅', true, 1]);
    await dailyWork(hubOfRows(house, NOW + 86_400_000), CENTRE);
    assert.equal(menu(house, addDays(TODAY, 14))?.publishedBy, '李师傅');
  });

  it('takes down the days to come when it is stopped; today and what a person published stay', async () => {
    for (const to of ['stopped', 'drafts'] as const) {
      const house = planned();
      await turn(house, 'publishing');
      await publishedBy(house, addDays(TODAY, 2));
      await turn(house, to);
      await dailyWork(hubOfRows(house, NOW), CENTRE);
      assert.ok(isUp(menu(house, TODAY)) && isUp(menu(house, addDays(TODAY, 2))), to);
      assert.deepEqual([menu(house, tomorrow)?.off, menu(house, tomorrow)?.items], ['withdrawn', []]);
      await turn(house, 'publishing');
      assert.ok(isUp(menu(house, tomorrow)), 'and they are up again once it goes on');
      assert.equal(menu(house, tomorrow)?.version, 3);
    }
  });

  it('follows what is changed in it, but not today, and not where a person has said something', async () => {
    const house = planned();
    await turn(house, 'publishing');
    const closed = addDays(TODAY, 3);
    await house.act(cook, 'menu.close', { menuId: lunchOf(closed), why: null, baseVersion: 1 });
    const [first] = house.list('centre:sample', 'dish');
    assert.ok(first);
    const days = daysOf(house).map((meals) =>
      meals.map((one) => (one.meal === 'lunch' ? { ...one, dishIds: [first.id] } : one)),
    );
    const { id: planId, canteenId, anchor } = plan(house) ?? assert.fail();
    const save = () =>
      house.act(cook, 'menuPlan.save', { plan: { id: planId, canteenId, anchor, days }, baseVersion: 0 });
    assert.equal((await save()).status, 'applied');
    assert.deepEqual(
      menu(house, tomorrow)?.items.map(({ dishId }) => dishId),
      [first.id],
    );
    assert.equal(menu(house, TODAY)?.items.length, 5);
    assert.equal(menu(house, closed)?.off, 'closed');
    assert.equal((await save()).status, 'conflict', 'somebody else’s change is not undone unseen');
    assert.equal(plan(house)?.publishing?.by, '李师傅', 'who stands behind it stays');
  });

  it('keeps that something of a day to come has run out, and writes nothing anew where all is as it says', async () => {
    const house = planned();
    await turn(house, 'publishing');
    const [dish] = menu(house, tomorrow)?.items ?? [];
    assert.ok(dish);
    const stock = { menuId: lunchOf(tomorrow), dishId: dish.dishId, soldOut: true };
    await house.act(cook, 'menu.soldOut', stock);
    const before = house.list('centre:sample', 'menu');
    await turn(house, 'publishing');
    assert.deepEqual(house.list('centre:sample', 'menu'), before);
    assert.equal(menu(house, tomorrow)?.items[0]?.soldOut, true);
  });

  it('does not put up again what somebody has taken down', async () => {
    const house = planned();
    await turn(house, 'publishing');
    await house.act(cook, 'menu.withdraw', { menuId: lunchOf(tomorrow), baseVersion: 1 });
    await dailyWork(hubOfRows(house, NOW), CENTRE);
    await turn(house, 'publishing');
    assert.equal(menu(house, tomorrow)?.off, 'withdrawn');
  });
});

async function publishedBy(house: House, date: string) {
  const args = { menuId: lunchOf(date), items: [item()], set: null, note: null };
  await house.act(cook, 'menu.publish', { ...args, baseVersion: menu(house, date)?.version ?? 0 });
  return menu(house, date) ?? assert.fail();
}
