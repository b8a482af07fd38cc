import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillPlanned } from '../../../../src/features/menus/model/planned.ts';
import { lateLunches } from '../../../../src/features/menus/model/late.ts';
import { isUp } from '../../../../src/features/menus/model/menu.ts';
import { publishDue } from '../../../../src/features/menus/model/publish-at.ts';
import { startPublishingAtTime } from '../../../../src/hub/ops/publish-at-time.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { CENTRE, House, hub, NOW, staff, TODAY } from '../../../support/house.ts';
import { hubOfRows } from '../../../support/hub-of-rows.ts';
import { item } from '../../../support/model-rows.ts';
import { centreRow, dishRow } from '../../../support/rows.ts';

const lunch = id<'MenuId'>(`${TODAY}.lunch.main`);
const cook = staff('canteen', '李师傅');
const offer = { items: [item()], set: null, note: '主食免费续' };
const at = (clock: string, day: string = TODAY): number => Date.parse(`${day}T${clock}:00+08:00`);
const menuIn = (house: House) => house.get('centre:sample', 'menu', lunch);
const draftIn = (house: House) => house.get('staff:sample', 'menuDraft', lunch);
const due = (house: House, clock: string) => publishDue(house.tx(hub), at(clock));

async function set(house: House, over: { atMs?: number; upon?: number; baseVersion?: number } = {}) {
  const args = { menuId: lunch, ...offer, baseVersion: 0, upon: 0, atMs: at('10:30') };
  return house.act(cook, 'menu.publishAt', { ...args, ...over });
}

describe('a menu that is to be published at a time', () => {
  it('is not on any glass before, and is at that time, in the name of whoever set it', async () => {
    const house = new House();
    assert.equal((await set(house)).status, 'applied');
    await due(house, '10:29');
    assert.equal(menuIn(house), undefined, 'no screen is given it: none can show it too early');
    await due(house, '10:30');
    const menu = menuIn(house);
    assert.deepEqual(
      [menu?.items, menu?.note, menu?.version, menu?.publishedBy, menu?.publishedAtMs],
      [offer.items, offer.note, 1, '李师傅', at('10:30')],
    );
    assert.equal(draftIn(house), undefined);
    await due(house, '10:31');
    assert.equal(menuIn(house)?.version, 1, 'twice is as once');
  });

  it('does not take the place of what was published, withdrawn or closed since: it stays, and says so', async () => {
    for (const since of ['menu.publish', 'menu.close'] as const) {
      const house = new House();
      await set(house);
      if (since === 'menu.close')
        await house.act(cook, since, { menuId: lunch, why: '停水', baseVersion: 0 });
      else house.set('centre:sample', 'menu', lunch, { ...(await published()), version: 3 });
      const before = menuIn(house);
      await due(house, '10:30');
      assert.deepEqual(menuIn(house), before, since);
      assert.deepEqual([draftIn(house)?.items, draftIn(house)?.due?.missed], [offer.items, true]);
    }
  });

  describe('in place of one that is up', () => {
    const [egg, fish] = [item(), item({ dishId: id('fish') })];
    const soup = item({ dishId: id('soup'), soldOut: true });
    const meal = { name: '营养套餐', priceFen: 1500, text: '一荤一素' };
    const up = async (): Promise<House> => {
      const house = new House();
      const items = [egg, fish, soup];
      await house.act(cook, 'menu.publish', { menuId: lunch, items, set: meal, note: null, baseVersion: 0 });
      return house;
    };
    const instead = (house: House, upon: number) => {
      const items = [egg, soup, item({ dishId: id('tofu') })];
      const args = { menuId: lunch, items, set: meal, note: '加了豆腐', baseVersion: 0, upon };
      return house.act(cook, 'menu.publishAt', { ...args, atMs: at('10:30') });
    };
    const isOut = (house: House, dishId: string, soldOut: boolean) =>
      house.act(cook, 'menu.soldOut', { menuId: lunch, dishId: id(dishId), soldOut });

    it('is published though something has run out since, or is there again, and says so of what is on both', async () => {
      const house = await up();
      assert.equal((await instead(house, 1)).status, 'applied');
      await isOut(house, 'fish', true);
      await house.act(cook, 'menu.allBack', { menuId: lunch });
      await house.act(cook, 'menu.setSoldOut', { menuId: lunch, soldOut: true });
      await house.act(cook, 'menu.left', { menuId: lunch, dishId: egg.dishId, left: 3 });
      const before = menuIn(house)?.version ?? 0;
      await due(house, '10:30');
      const menu = menuIn(house);
      assert.deepEqual(
        menu?.items.map(({ dishId, soldOut, left }) => [dishId, soldOut, left]),
        [
          [egg.dishId, false, 3],
          ['soup', false, undefined],
          ['tofu', false, undefined],
        ],
      );
      assert.deepEqual([menu?.set?.soldOut, menu?.note, menu?.version], [true, '加了豆腐', before + 1]);
      assert.equal(draftIn(house), undefined, 'nobody is told that it was missed');
    });

    it('is planned though a colleague has said a moment before that something ran out', async () => {
      const house = await up();
      await isOut(house, 'fish', true);
      assert.equal((await instead(house, 1)).status, 'applied');
      await due(house, '10:30');
      assert.equal(menuIn(house)?.note, '加了豆腐');
    });

    it('is not where another offer was published between two such words', async () => {
      const house = await up();
      await instead(house, 1);
      await isOut(house, 'fish', true);
      house.set('centre:sample', 'menu', lunch, { ...(await published()), version: 3 });
      await isOut(house, 'tomato-egg', true);
      assert.equal((await instead(house, 2)).status, 'conflict');
      await due(house, '10:30');
      assert.deepEqual([menuIn(house)?.version, draftIn(house)?.due?.missed], [4, true]);
    });
  });

  it('has no time any more where it is published by hand, saved as a draft or thrown away', async () => {
    for (const end of ['menu.publish', 'menu.draft', 'menu.dropDraft'] as const) {
      const house = new House();
      await set(house);
      const standing = { menuId: lunch, baseVersion: end === 'menu.publish' ? 0 : 1 };
      await house.act(cook, end, end === 'menu.dropDraft' ? standing : { ...offer, ...standing });
      await due(house, '10:30');
      assert.equal(isUp(menuIn(house)), end === 'menu.publish', end);
      assert.equal(menuIn(house)?.version ?? 0, end === 'menu.publish' ? 1 : 0, end);
    }
  });

  it('is refused for after the day’s end, and upon what has changed since it was written', async () => {
    const house = new House();
    const late = await set(house, { atMs: at('07:00', '2026-11-23') });
    assert.equal(late.status === 'refused' && late.code, 'after-the-meal');
    house.set('centre:sample', 'menu', lunch, { ...(await published()), version: 3 });
    assert.equal((await set(house)).status, 'conflict');
    assert.equal(draftIn(house), undefined);
  });

  it('goes before what the repeating plan would put up, and is nothing that somebody has forgotten', async () => {
    const house = new House();
    await set(house);
    house.set('centre:sample', 'dish', 'pork', dishRow({ id: id('pork'), name: '红烧肉' }));
    const plan = {
      ...{ id: id<'MenuPlanId'>('main'), canteenId: id<'CanteenId'>('main'), anchor: TODAY },
      days: [[{ meal: 'lunch' as const, dishIds: [id<'DishId'>('pork')], set: null, note: null }]],
      publishing: { by: '王经理', since: TODAY },
    };
    await fillPlanned(house.tx(hub), plan, { today: TODAY, atMs: NOW });
    assert.equal(menuIn(house), undefined);
    const drafts = house.list('staff:sample', 'menuDraft');
    const moment = { date: TODAY, minute: 10 * 60 };
    const late = (known: typeof drafts) => lateLunches(centreRow(), [], known, moment, () => false).length;
    assert.deepEqual([late([]), late(drafts)], [1, 0]);
  });
});

describe('the hub', () => {
  it('looks for menus whose time has come, on a clock that it is sure of and on no other', async () => {
    for (const sure of [false, true]) {
      const house = new House();
      const boot = Date.parse('1971-01-01T10:00:00+08:00');
      await set(house, { atMs: boot });
      const sync = hubOfRows(house, sure ? at('10:30') : boot, sure);
      await new Promise<void>((resolve, reject) => {
        const stop = startPublishingAtTime(sync, {
          centreId: CENTRE,
          failed: reject,
          timers: {
            after: () => {
              void stop().then(resolve);
              return () => {};
            },
          },
        });
      });
      assert.equal(isUp(menuIn(house)), sure);
    }
  });
});

async function published() {
  const house = new House();
  await house.act(cook, 'menu.publish', { menuId: lunch, ...offer, baseVersion: 0 });
  const menu = menuIn(house);
  assert.ok(menu);
  return menu;
}
