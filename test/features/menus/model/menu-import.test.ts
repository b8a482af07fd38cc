import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ArgsOf } from '../../../../src/kernel/mutation.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { House, staff } from '../../../support/house.ts';
import { item } from '../../../support/model-rows.ts';
import { dishOf } from '../../../support/week-plans.ts';

const cook = staff('canteen', '李师傅');
const monday = id<'MenuId'>('2026-11-23.lunch.main');
const tuesday = id<'MenuId'>('2026-11-24.lunch.main');
const importId = id<'MenuImportId'>('plan-48');
const pork = dishOf('红烧肉', 1200);
const fish = dishOf('清蒸鱼', 1800);
const line = (dish: { readonly id: string }, priceFen: number | null) => ({
  dishId: id<'DishId'>(dish.id),
  priceFen,
  smallPriceFen: null,
  unit: 'portion' as const,
});
const plan: ArgsOf<'menu.import'> = {
  importId,
  from: '第48周食谱.xlsx',
  dishes: [fish],
  menus: [
    { menuId: monday, baseVersion: 0, items: [line(pork, 1300), line(fish, 1800)] },
    { menuId: tuesday, baseVersion: 1, items: [line(pork, 1200)] },
  ],
};
/** A kitchen that knows the pork, and has begun Tuesday's menu. */
async function begun(): Promise<House> {
  const house = new House();
  await house.act(cook, 'dish.save', { dish: pork });
  const offer = {
    items: [item()],
    set: { name: '套餐', priceFen: 1000, text: '一荤一素' },
    note: '主食免费续',
  };
  await house.act(cook, 'menu.draft', { menuId: tuesday, ...offer, baseVersion: 0 });
  return house;
}
const draftOf = (house: House, menuId: string) => house.get('staff:sample', 'menuDraft', menuId);
const dishIn = (house: House, dishId: string) => house.get('centre:sample', 'dish', dishId);

describe('a plan that was brought as a file', () => {
  it('becomes drafts that nobody but staff sees, with what it says of prices, and its new dishes are known', async () => {
    const house = await begun();
    assert.equal((await house.act(cook, 'menu.import', plan)).status, 'applied');
    const [first, second] = [draftOf(house, monday), draftOf(house, tuesday)];
    assert.deepEqual(
      [first?.version, first?.savedBy, first?.items.map(({ name, priceFen }) => [name, priceFen])],
      [
        1,
        '李师傅',
        [
          ['红烧肉', 1300],
          ['清蒸鱼', 1800],
        ],
      ],
    );
    assert.deepEqual(
      [second?.version, second?.items.map(({ name }) => name), second?.set?.name, second?.note],
      [2, ['红烧肉'], '套餐', '主食免费续'],
    );
    assert.equal(dishIn(house, fish.id)?.name, '清蒸鱼');
    assert.equal(dishIn(house, pork.id)?.priceFen, 1200, 'the library keeps its price');
    assert.equal(house.get('centre:sample', 'menu', monday), undefined, 'nothing is on the glass');
  });

  it('changes nothing at all where a colleague has changed one of its menus meanwhile', async () => {
    const house = await begun();
    const late = { ...plan, menus: plan.menus.map((menu) => ({ ...menu, baseVersion: 0 })) };
    const outcome = await house.act(cook, 'menu.import', late);
    assert.deepEqual(outcome.status === 'conflict' && outcome.current, 1);
    assert.deepEqual(
      [draftOf(house, monday), draftOf(house, tuesday)?.version, dishIn(house, fish.id)],
      [undefined, 1, undefined],
    );
  });

  it('is one plan however often it arrives', async () => {
    const house = await begun();
    await house.act(cook, 'menu.import', plan);
    assert.equal((await house.act(cook, 'menu.import', plan)).status, 'applied');
    assert.equal(draftOf(house, tuesday)?.version, 2);
  });

  it('loses only the days that went by while it waited for the hub', async () => {
    const house = await begun();
    const old = { menuId: id<'MenuId'>('2026-11-20.lunch.main'), baseVersion: 0, items: [line(pork, 1200)] };
    await house.act(cook, 'menu.import', { ...plan, menus: [old, ...plan.menus] });
    assert.deepEqual(
      [draftOf(house, old.menuId), draftOf(house, monday)?.version, draftOf(house, tuesday)?.version],
      [undefined, 1, 2],
    );
    const gone = await house.act(cook, 'menu.import', { ...plan, importId: id('other'), menus: [old] });
    assert.deepEqual(gone.status === 'refused' && gone.code, 'past-day');
  });

  it('is taken back to just what was there, its new dishes too', async () => {
    const house = await begun();
    const before = draftOf(house, tuesday);
    await house.act(cook, 'menu.import', plan);
    assert.equal((await house.act(cook, 'menu.importUndo', { importId })).status, 'applied');
    assert.deepEqual(draftOf(house, tuesday), { ...before, version: 3 });
    assert.deepEqual(
      [draftOf(house, monday), dishIn(house, fish.id), house.get('staff:sample', 'menuImport', importId)],
      [undefined, undefined, undefined],
    );
    assert.equal((await house.act(cook, 'menu.importUndo', { importId })).status, 'applied', 'a second tap');
  });

  it('keeps a dish that is on another menu by now when it is taken back', async () => {
    const house = await begun();
    await house.act(cook, 'menu.import', plan);
    const dinner = id<'MenuId'>('2026-11-23.dinner.main');
    const items = draftOf(house, monday)!.items;
    await house.act(cook, 'menu.draft', { menuId: dinner, items, set: null, note: null, baseVersion: 0 });
    await house.act(cook, 'menu.importUndo', { importId });
    assert.equal(dishIn(house, fish.id)?.name, '清蒸鱼');
  });

  it('is not taken back over what somebody has written or published since', async () => {
    const house = await begun();
    await house.act(cook, 'menu.import', plan);
    const items = draftOf(house, monday)!.items;
    await house.act(cook, 'menu.publish', { menuId: monday, items, set: null, note: null, baseVersion: 0 });
    const undo = await house.act(cook, 'menu.importUndo', { importId });
    assert.deepEqual(undo.status === 'refused' && undo.code, 'changed-since');
    assert.equal(draftOf(house, tuesday)?.version, 2, 'nothing of it is taken back');
  });

  it('is not taken back over a menu that was thrown away and begun anew, which counts from one again', async () => {
    const house = await begun();
    await house.act(cook, 'menu.import', plan);
    await house.act(cook, 'menu.dropDraft', { menuId: monday, baseVersion: 1 });
    const own = { menuId: monday, items: [item()], set: null, note: '我写的', baseVersion: 0 };
    await house.act(staff('canteen', '张师傅'), 'menu.draft', own);
    const undo = await house.act(cook, 'menu.importUndo', { importId });
    assert.deepEqual(undo.status === 'refused' && undo.code, 'changed-since');
    assert.equal(draftOf(house, monday)?.note, '我写的');
  });

  it('keeps a dish of which a colleague has written more by now when it is taken back', async () => {
    const house = await begun();
    await house.act(cook, 'menu.import', plan);
    const change = { allergens: ['fish' as const] };
    await house.act(staff('canteen', '张师傅'), 'dish.change', {
      ...{ dishId: id<'DishId'>(fish.id), change },
      from: null,
    });
    assert.equal((await house.act(cook, 'menu.importUndo', { importId })).status, 'applied');
    assert.deepEqual(dishIn(house, fish.id)?.allergens, ['fish']);
  });
});
