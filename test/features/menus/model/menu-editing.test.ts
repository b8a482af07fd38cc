import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { othersAt, takeMenuEditing } from '../../../../src/features/menus/model/menu-editing.ts';
import { House, staff } from '../../../support/house.ts';

const NOW = Date.UTC(2026, 10, 22, 3, 0);
const lunch = id<'MenuId'>('2026-11-22.lunch.main');
const kitchen = {
  deviceId: id<'DeviceId'>('kitchen-tablet'),
  by: '李师傅',
  nowMs: NOW,
  isSure: true,
  agoMs: 0,
};

describe('who writes a menu just now', () => {
  const house = new House();
  const say = (menuId: typeof lunch | null, ctx: Partial<typeof kitchen> = {}) =>
    takeMenuEditing(house.tx(staff('canteen')), { menuId }, { ...kitchen, ...ctx });
  const seen = (nowMs: number | null, from = 'office', menuId: string = lunch) =>
    othersAt(house.list('staff:sample', 'menuEditing'), menuId, from, nowMs).map(({ by }) => by);

  it('is seen by others at the same menu for two minutes, and not by itself', async () => {
    await say(lunch, { agoMs: 10_000 });
    assert.deepEqual(seen(NOW), ['李师傅']);
    assert.deepEqual(seen(NOW + 100_000), ['李师傅']);
    assert.deepEqual(seen(NOW + 120_000), [], 'a tablet whose battery died writes no more');
    assert.deepEqual(seen(NOW, 'kitchen-tablet'), []);
    assert.deepEqual(seen(NOW, 'office', '2026-11-22.dinner.main'), []);
    assert.deepEqual(seen(null), [], 'what time it is must be known');
  });

  it('is gone once nobody writes, and is told by nobody who is not signed in, nor by a hub unsure of the time', async () => {
    await say(null);
    assert.deepEqual(house.list('staff:sample', 'menuEditing'), []);
    await say(lunch, { isSure: false });
    const { by: _, ...nobody } = kitchen;
    await takeMenuEditing(house.tx(staff('canteen')), { menuId: lunch }, nobody);
    assert.deepEqual(house.list('staff:sample', 'menuEditing'), []);
  });
});
