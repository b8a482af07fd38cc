import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { checkDish, checkMenuDraft } from '../../../../src/features/menus/model/check-menu.ts';
import { parseMenuId } from '../../../../src/features/menus/model/menu.ts';
import { House, kiosk, staff } from '../../../support/house.ts';
import { item } from '../../../support/model-rows.ts';

const lunch = id<'MenuId'>('2026-11-22.lunch.main');
const publish = (house: House, baseVersion: number, priceFen = 500) =>
  house.act(staff('canteen', '李师傅'), 'menu.publish', {
    menuId: lunch,
    items: [item({ priceFen })],
    set: null,
    note: null,
    baseVersion,
  });
const soldOut = (house: House, out: boolean) =>
  house.act(staff('canteen'), 'menu.soldOut', { menuId: lunch, dishId: id('tomato-egg'), soldOut: out });

describe('publishing a menu', () => {
  it('counts its versions up and says who put it up', async () => {
    const house = new House();
    await publish(house, 0);
    await publish(house, 1, 600);
    const menu = house.get('centre:sample', 'menu', lunch);
    assert.deepEqual([menu?.version, menu?.publishedBy, menu?.items[0]?.priceFen], [2, '李师傅', 600]);
  });

  it('changes nothing when somebody else has published since, and says what stands', async () => {
    const house = new House();
    await publish(house, 0);
    const late = await publish(house, 0, 900);
    assert.deepEqual(late.status === 'conflict' && late.current, 1);
    assert.equal(house.get('centre:sample', 'menu', lunch)?.items[0]?.priceFen, 500);
  });

  it('goes through over what ran out meanwhile, and offers nobody what did: it does not collide', async () => {
    const house = new House();
    const [rice, soup] = [item({ dishId: id('rice') }), item({ dishId: id('soup') })];
    const set = { name: '今日套餐', priceFen: 1200, text: '一荤两素' };
    const cook = staff('canteen', '李师傅');
    const args = { menuId: lunch, items: [item(), rice, soup], set, note: null };
    await house.act(cook, 'menu.publish', { ...args, baseVersion: 0 });
    await soldOut(house, true);
    await house.act(cook, 'menu.left', { menuId: lunch, dishId: id('rice'), left: 4 });
    await house.act(cook, 'menu.setSoldOut', { menuId: lunch, soldOut: true });
    const late = { ...args, items: [item({ priceFen: 600 }), rice], note: '加了汤' };
    const ended = await house.act(cook, 'menu.publish', { ...late, baseVersion: 1 });
    const menu = house.get('centre:sample', 'menu', lunch);
    assert.equal(ended.status, 'applied');
    assert.deepEqual(
      menu?.items.map(({ dishId, priceFen, soldOut: out, left }) => [dishId, priceFen, out, left]),
      [
        ['tomato-egg', 600, true, undefined],
        ['rice', 500, false, 4],
      ],
    );
    assert.deepEqual([menu?.set?.soldOut, menu?.note, menu?.version], [true, '加了汤', 5]);
    assert.equal((await publish(house, 4)).status, 'conflict', 'another menu is none to be written over');
  });

  it('sold out is a version of its own, and saying it twice is as once', async () => {
    const house = new House();
    await publish(house, 0);
    await soldOut(house, true);
    await soldOut(house, true);
    const menu = house.get('centre:sample', 'menu', lunch);
    assert.deepEqual([menu?.version, menu?.items[0]?.soldOut], [2, true]);
  });

  it('is for the canteen and the manager, not for a kiosk or a viewer', async () => {
    const args = { menuId: lunch, items: [item()], set: null, note: null, baseVersion: 0 };
    for (const actor of [kiosk(), staff('viewer'), staff('leader')]) {
      assert.equal((await new House().act(actor, 'menu.publish', args)).status, 'refused');
    }
    assert.equal((await new House().act(staff('manager'), 'menu.publish', args)).status, 'applied');
  });

  it('leaves a day that is over as it was; the one that just ended may still be corrected', async () => {
    const on = async (date: string) => {
      const menuId = id<'MenuId'>(`${date}.dinner.main`);
      const args = { menuId, items: [item()], set: null, note: null, baseVersion: 0 };
      return (await new House().act(staff('canteen'), 'menu.publish', args)).status;
    };
    assert.deepEqual(await Promise.all(['2026-11-20', '2026-11-21', '2026-11-22', '2026-12-24'].map(on)), [
      'refused',
      'applied',
      'applied',
      'applied',
    ]);
  });

  it('refuses a menu of no day, an empty one and one with a dish twice', async () => {
    const bad = async (over: object) => {
      const args = { menuId: lunch, items: [item()], set: null, note: null, baseVersion: 0, ...over };
      return (await new House().act(staff('canteen'), 'menu.publish', args)).status;
    };
    assert.equal(await bad({ menuId: 'sunday' }), 'refused');
    assert.equal(await bad({ menuId: '2026-11-31.lunch.main' }), 'refused');
    assert.equal(await bad({ items: [] }), 'refused');
    assert.equal(await bad({ items: [item(), item()] }), 'refused');
  });
});

describe('what is wrong with a draft', () => {
  it('is said field by field', () => {
    const items = [
      item({ name: ' ' }),
      item({ dishId: id('b'), smallPriceFen: 500 }),
      item({ dishId: id('c'), priceFen: 9.5, smallPriceFen: null }),
    ];
    assert.deepEqual(checkMenuDraft({ items, set: null, note: null }), [
      { field: 'items.0.name', code: 'empty' },
      { field: 'items.1.smallPriceFen', code: 'not-smaller' },
      { field: 'items.2.priceFen', code: 'not-a-price' },
    ]);
  });

  it('is nothing for a free dish', () => {
    assert.deepEqual(checkDish(item({ priceFen: null, smallPriceFen: null })), []);
  });
});

describe('the name of a menu', () => {
  it('holds the day, the meal and the canteen', () => {
    assert.deepEqual(parseMenuId(lunch), { date: '2026-11-22', meal: 'lunch', canteenId: 'main' });
    assert.equal(parseMenuId('2026-11-22.tea.main'), null);
  });
});
