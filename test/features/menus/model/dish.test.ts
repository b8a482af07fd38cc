import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import type { ArgsOf } from '../../../../src/kernel/mutation.ts';
import { itemOf, menuId } from '../../../../src/features/menus/model/menu.ts';
import { publishDue } from '../../../../src/features/menus/model/publish-at.ts';
import { House, hub, kiosk, staff } from '../../../support/house.ts';
import { menuItem, dishRow } from '../../../support/rows.ts';

type Change = Omit<ArgsOf<'dish.change'>, 'dishId'>;
const eggs = dishRow({ smallPriceFen: 300 });
const pork = menuItem({ dishId: id('pork'), name: '红烧肉', priceFen: 900 });

/** A kitchen with a dish, and menus of these days on which it stands. */
async function kitchen(...days: readonly string[]): Promise<House> {
  const house = new House();
  await house.act(staff('canteen'), 'dish.save', { dish: eggs });
  for (const day of days)
    await house.act(staff('canteen'), 'menu.publish', {
      menuId: menuId(day, 'lunch', 'main'),
      items: [itemOf(eggs), pork],
      set: null,
      note: null,
      baseVersion: 0,
    });
  return house;
}
const change = (house: House, said: Change, actor = staff('canteen')) =>
  house.act(actor, 'dish.change', { dishId: eggs.id, ...said });
const AT = Date.parse('2026-11-23T10:30:00+08:00');
/** Another offer in place of the menu that was up at a version. */
const planned = (house: House, upon: number) =>
  house.act(staff('canteen'), 'menu.publishAt', {
    menuId: menuId('2026-11-23', 'lunch', 'main'),
    items: [itemOf(eggs), pork],
    set: null,
    note: '有汤',
    baseVersion: 0,
    upon,
    atMs: AT,
  });
const dish = (house: House) => house.get('centre:sample', 'dish', eggs.id);
const menu = (house: House, day: string) => house.get('centre:sample', 'menu', menuId(day, 'lunch', 'main'));
const priceOn = (house: House, day: string) => menu(house, day)?.items.map(({ priceFen }) => priceFen);

describe('changing a dish of the kitchen’s list', () => {
  it('changes what was said of it and leaves what a colleague has put meanwhile', async () => {
    const house = await kitchen();
    await change(house, { change: { priceFen: 600 }, from: null });
    await change(house, { change: { allergens: ['egg'] }, from: null });
    assert.deepEqual([dish(house)?.priceFen, dish(house)?.allergens], [600, ['egg']]);
  });

  it('leaves menus that are up as they are where nobody asked for them', async () => {
    const house = await kitchen('2026-11-23');
    await change(house, { change: { priceFen: 600 }, from: null });
    assert.deepEqual([priceOn(house, '2026-11-23'), menu(house, '2026-11-23')?.version], [[500, 900], 1]);
  });

  it('is lasting from the day that was said: no menu before it is changed, and no other dish', async () => {
    const house = await kitchen('2026-11-22', '2026-11-23', '2026-11-30');
    await change(house, { change: { priceFen: 600, smallPriceFen: 400 }, from: '2026-11-23' });
    const days = ['2026-11-22', '2026-11-23', '2026-11-30'];
    assert.deepEqual(
      days.map((day) => priceOn(house, day)),
      [
        [500, 900],
        [600, 900],
        [600, 900],
      ],
    );
    assert.deepEqual(
      days.map((day) => menu(house, day)?.version),
      [1, 2, 2],
    );
  });

  it('is lasting in what is only drafted so far', async () => {
    const house = await kitchen();
    const draft = {
      menuId: menuId('2026-11-24', 'lunch', 'main'),
      items: [itemOf(eggs)],
      set: null,
      note: null,
    };
    await house.act(staff('canteen'), 'menu.draft', { ...draft, baseVersion: 0 });
    await change(house, { change: { priceFen: 600 }, from: '2026-11-23' });
    const { items, version } = house.get('staff:sample', 'menuDraft', draft.menuId) ?? {};
    assert.deepEqual([items?.[0]?.priceFen, version], [600, 2]);
  });

  it('is another offer, also where something ran out before: no older one is planned over it', async () => {
    const house = await kitchen('2026-11-23');
    const lunch = menuId('2026-11-23', 'lunch', 'main');
    await house.act(staff('canteen'), 'menu.soldOut', { menuId: lunch, dishId: pork.dishId, soldOut: true });
    await change(house, { change: { priceFen: 600 }, from: '2026-11-22' });
    assert.equal((await planned(house, 1)).status, 'conflict');
  });

  it('does not cancel what is to be published at a time, which is changed just so', async () => {
    const house = await kitchen('2026-11-23');
    const lunch = menuId('2026-11-23', 'lunch', 'main');
    assert.equal((await planned(house, 1)).status, 'applied');
    await change(house, { change: { priceFen: 600 }, from: '2026-11-22' });
    await publishDue(house.tx(hub), AT);
    assert.deepEqual([menu(house, '2026-11-23')?.note, priceOn(house, '2026-11-23')], ['有汤', [600, 900]]);
    assert.equal(
      house.get('staff:sample', 'menuDraft', lunch),
      undefined,
      'nobody is told that it was missed',
    );
  });

  it('changes no day that is over, however long it was under way', async () => {
    const house = await kitchen('2026-11-21', '2026-11-22');
    await change(house, { change: { name: '西红柿炒蛋' }, from: '2026-11-01' });
    const names = ['2026-11-21', '2026-11-22'].map((day) => menu(house, day)?.items[0]?.name);
    assert.deepEqual(names, ['番茄炒蛋', '西红柿炒蛋']);
  });

  it('is done nowhere where it cannot be done everywhere', async () => {
    const house = await kitchen('2026-11-23');
    const { status } = await change(house, { change: { priceFen: 300 }, from: '2026-11-22' });
    assert.equal(status, 'refused');
    assert.deepEqual([dish(house)?.priceFen, priceOn(house, '2026-11-23')], [500, [500, 900]]);
  });

  it('is known no more on a menu once it is no longer cooked, and is cooked again as it was', async () => {
    const house = await kitchen('2026-11-23');
    await change(house, { change: { archived: true }, from: '2026-11-22' });
    assert.equal(dish(house)?.archived, true);
    assert.deepEqual([priceOn(house, '2026-11-23'), menu(house, '2026-11-23')?.version], [[500, 900], 1]);
    assert.ok(!('archived' in itemOf({ ...eggs, archived: true })), 'a menu says nothing of it');
    await change(house, { change: { archived: false }, from: null });
    assert.deepEqual(dish(house), { ...eggs, archived: false });
  });

  it('is the kitchen’s and the manager’s, and of a dish that there is', async () => {
    const said = { change: { priceFen: 600 }, from: null };
    for (const actor of [kiosk(), staff('viewer'), staff('leader'), staff('advisor')])
      assert.equal((await change(await kitchen(), said, actor)).status, 'refused');
    assert.equal((await change(await kitchen(), said, staff('manager'))).status, 'applied');
    const unknown = await change(new House(), said);
    assert.equal(unknown.status === 'refused' && unknown.code, 'unknown-dish');
  });
});
