import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isClosed, isUp } from '../../../../src/features/menus/model/menu.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { uuid7 } from '../../../../src/kernel/uuid7.ts';
import { House, staff } from '../../../support/house.ts';
import { item } from '../../../support/model-rows.ts';

const lunch = id<'MenuId'>('2026-11-22.lunch.main');
const cook = staff('canteen', '李师傅');
const offer = {
  items: [item(), item({ dishId: id('pork'), name: '红烧肉' })],
  set: { name: '今日套餐', priceFen: 1200, text: '一荤两素' },
  note: '主食免费续',
};
const menuIn = (house: House) => house.get('centre:sample', 'menu', lunch);
const draftIn = (house: House) => house.get('staff:sample', 'menuDraft', lunch);
async function published(): Promise<House> {
  const house = new House();
  await house.act(cook, 'menu.publish', { menuId: lunch, ...offer, baseVersion: 0 });
  return house;
}

describe('taking a menu down', () => {
  it('leaves nothing of it on the glass, and keeps it for whoever puts it up again', async () => {
    const house = await published();
    await house.act(cook, 'menu.withdraw', { menuId: lunch, baseVersion: 1 });
    const menu = menuIn(house);
    assert.deepEqual(
      [menu?.version, menu?.items, menu?.set, menu?.note, menu?.off],
      [2, [], null, null, 'withdrawn'],
    );
    assert.ok(!isUp(menu));
    const draft = draftIn(house);
    assert.deepEqual(
      [draft?.items, draft?.set, draft?.note, draft?.withdrawn],
      [...Object.values(offer), true],
    );

    await house.act(cook, 'menu.publish', { menuId: lunch, ...offer, baseVersion: 2 });
    const again = menuIn(house);
    assert.deepEqual([again?.version, again?.items, again?.off], [3, offer.items, undefined]);
    assert.equal(draftIn(house), undefined, 'it is no draft any more');
  });

  it('changes nothing where somebody has published since, and says what stands', async () => {
    const house = await published();
    await house.act(cook, 'menu.publish', { menuId: lunch, ...offer, baseVersion: 1 });
    const late = await house.act(cook, 'menu.withdraw', { menuId: lunch, baseVersion: 1 });
    assert.deepEqual(late.status === 'conflict' && late.current, 2);
    assert.ok(isUp(menuIn(house)));
  });

  it('is done, as closing is, though a colleague has said since that something ran out', async () => {
    for (const off of ['menu.withdraw', 'menu.close'] as const) {
      const house = await published();
      const pork = { menuId: lunch, dishId: id<'DishId'>('pork'), soldOut: true };
      await house.act(staff('canteen', '张师傅'), 'menu.soldOut', pork);
      const said = { menuId: lunch, baseVersion: 1 };
      await (off === 'menu.close'
        ? house.act(cook, off, { ...said, why: null })
        : house.act(cook, off, said));
      assert.deepEqual([isUp(menuIn(house)), draftIn(house)?.items[1]?.soldOut], [false, true], off);
    }
  });

  it('is refused where there is none, and of a day that is over', async () => {
    const house = new House();
    const of = async (day: string) => {
      const menuId = id<'MenuId'>(`${day}.lunch.main`);
      return house.act(cook, 'menu.withdraw', { menuId, baseVersion: 0 });
    };
    const [none, over] = [
      await of('2026-11-22'),
      await house.act(cook, 'menu.close', { menuId: id('2026-11-01.lunch.main'), why: null, baseVersion: 0 }),
    ];
    assert.deepEqual(
      [none.status === 'refused' && none.code, over.status === 'refused' && over.code],
      ['unknown-menu', 'past-day'],
    );
  });

  it('does not overwrite the draft that somebody is at', async () => {
    const house = await published();
    const other = { ...offer, items: [item({ dishId: id('fish'), name: '清蒸鲈鱼' })] };
    await house.act(cook, 'menu.draft', { menuId: lunch, ...other, baseVersion: 0 });
    await house.act(cook, 'menu.withdraw', { menuId: lunch, baseVersion: 1 });
    assert.equal(draftIn(house)?.items[0]?.name, '清蒸鲈鱼');
  });
});

describe('a meal that is not served', () => {
  it('is said with its reason, whether or not there was a menu, and is taken back', async () => {
    for (const house of [new House(), await published()]) {
      const baseVersion = menuIn(house)?.version ?? 0;
      await house.act(cook, 'menu.close', { menuId: lunch, why: '停水', baseVersion });
      const closed = menuIn(house);
      assert.deepEqual(
        [closed?.off, closed?.why, closed?.items, isClosed(closed)],
        ['closed', '停水', [], true],
      );
      await house.act(cook, 'menu.withdraw', { menuId: lunch, baseVersion: baseVersion + 1 });
      assert.deepEqual([isClosed(menuIn(house)), menuIn(house)?.why], [false, undefined]);
    }
  });
});

describe('a draft', () => {
  it('is seen by staff alone, also with no dish on it, and counts its versions', async () => {
    const house = new House();
    await house.act(cook, 'menu.draft', { menuId: lunch, ...offer, items: [], baseVersion: 0 });
    await house.act(cook, 'menu.draft', { menuId: lunch, ...offer, baseVersion: 1 });
    assert.deepEqual(
      [draftIn(house)?.version, draftIn(house)?.savedBy, menuIn(house)],
      [2, '李师傅', undefined],
    );
    const late = await house.act(cook, 'menu.draft', { menuId: lunch, ...offer, baseVersion: 1 });
    assert.deepEqual(late.status === 'conflict' && late.current, 2);
  });

  it('that a colleague has gone on with since stays when the older one is published', async () => {
    const house = new House();
    await house.act(cook, 'menu.draft', { menuId: lunch, ...offer, baseVersion: 0 });
    const newer = { menuId: lunch, ...offer, note: '后来写的', baseVersion: 1 };
    await house.act(staff('canteen', '张师傅'), 'menu.draft', newer);
    const publish = (baseVersion: number, draftVersion: number) =>
      house.act(cook, 'menu.publish', { menuId: lunch, ...offer, baseVersion, draftVersion });
    await publish(0, 1);
    assert.deepEqual([menuIn(house)?.version, draftIn(house)?.note], [1, '后来写的']);
    await publish(1, 2);
    assert.equal(draftIn(house), undefined, 'it is what was published');
  });

  it('that was begun anew is not written over by what comes late upon the one before it', async () => {
    const house = new House();
    const colleague = staff('canteen', '张师傅');
    const made = (atMs: number) => ({ mid: uuid7(atMs, new Uint8Array(16)) });
    const written = { menuId: lunch, ...offer };
    await house.act(cook, 'menu.draft', { ...written, baseVersion: 0 }, made(1));
    const baseVersion = draftIn(house)?.version ?? 0;
    await house.act(colleague, 'menu.publish', { ...written, baseVersion: 0, draftVersion: baseVersion });
    await house.act(colleague, 'menu.draft', { ...written, note: '明天再加一道', baseVersion: 0 }, made(2));
    const late = await house.act(
      cook,
      'menu.draft',
      { ...written, note: '断网时写的', baseVersion },
      made(3),
    );
    assert.deepEqual([late.status, draftIn(house)?.note], ['conflict', '明天再加一道']);
    const thrown = await house.act(cook, 'menu.dropDraft', { menuId: lunch, baseVersion }, made(4));
    assert.deepEqual([thrown.status, draftIn(house)?.note], ['conflict', '明天再加一道']);
  });

  it('is thrown away only as it was seen', async () => {
    const house = new House();
    await house.act(cook, 'menu.draft', { menuId: lunch, ...offer, baseVersion: 0 });
    assert.equal(
      (await house.act(cook, 'menu.dropDraft', { menuId: lunch, baseVersion: 0 })).status,
      'conflict',
    );
    assert.equal(
      (await house.act(cook, 'menu.dropDraft', { menuId: lunch, baseVersion: 1 })).status,
      'applied',
    );
    assert.equal(draftIn(house), undefined);
  });
});

describe('what runs out', () => {
  const pork = { menuId: lunch, dishId: id<'DishId'>('pork') };
  const porkIn = (house: House) => menuIn(house)?.items.find(({ dishId }) => dishId === 'pork');

  it('is counted down to nothing, which is sold out', async () => {
    const house = await published();
    await house.act(cook, 'menu.left', { ...pork, left: 3 });
    assert.deepEqual([porkIn(house)?.left, porkIn(house)?.soldOut], [3, false]);
    await house.act(cook, 'menu.left', { ...pork, left: 0 });
    assert.deepEqual([porkIn(house)?.left, porkIn(house)?.soldOut], [undefined, true]);
    await house.act(cook, 'menu.left', { ...pork, left: 5 });
    assert.deepEqual([porkIn(house)?.left, porkIn(house)?.soldOut], [5, false], 'five more were cooked');
    await house.act(cook, 'menu.soldOut', { ...pork, soldOut: true });
    await house.act(cook, 'menu.soldOut', { ...pork, soldOut: false });
    assert.equal(porkIn(house)?.left, undefined, 'nobody has counted those');
  });

  it('is the set meal too, and all is back with one press', async () => {
    const house = await published();
    await house.act(cook, 'menu.soldOut', { ...pork, soldOut: true });
    await house.act(cook, 'menu.setSoldOut', { menuId: lunch, soldOut: true });
    assert.equal(menuIn(house)?.set?.soldOut, true);
    await house.act(cook, 'menu.allBack', { menuId: lunch });
    const menu = menuIn(house);
    assert.deepEqual(
      [menu?.set?.soldOut, menu?.items.map(({ soldOut }) => soldOut), menu?.version],
      [false, [false, false], 4],
    );
    await house.act(cook, 'menu.allBack', { menuId: lunch });
    assert.equal(menuIn(house)?.version, 4, 'nothing to bring back is no version');
  });
});
