import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import {
  collisionKey,
  mergeMenus,
  withTheirs,
  type Written,
  type WrittenLine,
} from '../../../../src/features/menus/model/merge-menu.ts';
import { menuItem } from '../../../support/rows.ts';

const line = (
  dishId: string,
  over: Partial<Omit<WrittenLine, 'item'>> & { readonly item?: Partial<WrittenLine['item']> } = {},
): WrittenLine => ({
  price: '5',
  small: '',
  ...over,
  item: { ...menuItem({ dishId: id(dishId), name: dishId }), ...over.item },
});
const menu = (...lines: readonly WrittenLine[]): Written => ({ lines, set: null, note: '' });
const pork = line('pork');
const egg = line('egg');
const rice = line('rice');
const base = menu(pork, egg, rice);
const ids = ({ lines }: Written): readonly string[] => lines.map(({ item }) => item.dishId);
const of = ({ lines }: Written, dishId: string) => lines.find(({ item }) => item.dishId === dishId);

describe('two people at one menu', () => {
  it('keep what each has done where it is not the same thing', () => {
    const mine = menu(pork, line('egg', { price: '7' }), rice);
    const theirs = menu(
      line('pork', { item: { soldOut: true } }),
      line('egg', { small: '3' }),
      line('rice', { price: '1' }),
    );
    const { written, collisions, taken } = mergeMenus(base, mine, theirs);
    assert.deepEqual(collisions, []);
    assert.equal(of(written, 'pork')?.item.soldOut, true, 'what has run out is not offered');
    assert.deepEqual([of(written, 'egg')?.price, of(written, 'egg')?.small], ['7', '3']);
    assert.equal(of(written, 'rice')?.price, '1');
    assert.deepEqual(
      taken.map((one) => one.of === 'dish' && [one.line.item.dishId, one.what]),
      [
        ['pork', 'soldOut'],
        ['egg', 'small'],
        ['rice', 'price'],
      ],
    );
  });

  it('are asked only of what both have put differently, and each answer stands', () => {
    const mine = menu(pork, line('egg', { price: '7' }), rice);
    const theirs = menu(pork, line('egg', { price: '6', item: { tags: ['soft'] } }), rice);
    const { written, collisions } = mergeMenus(base, mine, theirs);
    assert.deepEqual(collisions.map(collisionKey), ['egg.price']);
    assert.equal(of(written, 'egg')?.price, '7', 'until it is answered nothing of mine is gone');
    assert.deepEqual(of(written, 'egg')?.item.tags, ['soft']);
    const [asked] = collisions;
    assert.ok(asked !== undefined);
    const answered = mergeMenus(base, { ...mine, ...withTheirs(mine, asked, theirs) }, theirs);
    assert.deepEqual([answered.collisions, of(answered.written, 'egg')?.price], [[], '6']);
  });

  it('are not asked where a price is the same, however it was typed', () => {
    const mine = menu(pork, line('egg', { price: '6元' }), rice);
    assert.deepEqual(mergeMenus(base, mine, menu(pork, line('egg', { price: '6.00' }), rice)).collisions, []);
  });

  it('have the dishes that either has added, where that one has put them, and none that one took off', () => {
    const mine = menu(pork, line('fish'), rice);
    const theirs = menu(pork, egg, line('tofu'), rice);
    const { written, collisions } = mergeMenus(base, mine, theirs);
    assert.deepEqual([ids(written), collisions], [['pork', 'fish', 'tofu', 'rice'], []]);
  });

  it('are asked of a dish that one took off and the other has changed', () => {
    const mine = menu(pork, rice);
    const theirs = menu(pork, line('egg', { price: '6' }), rice);
    const { written, collisions } = mergeMenus(base, mine, theirs);
    assert.deepEqual([ids(written), collisions.map(collisionKey)], [['pork', 'rice'], ['egg.line']]);
    const [asked] = collisions;
    assert.ok(asked !== undefined);
    const back = mergeMenus(base, { ...mine, ...withTheirs(mine, asked, theirs) }, theirs);
    assert.deepEqual([ids(back.written), back.collisions], [['pork', 'egg', 'rice'], []]);
    assert.deepEqual(
      mergeMenus(base, theirs, mine).collisions.map(collisionKey),
      ['egg.line'],
      'the other way round',
    );
    const soldOut = menu(pork, line('egg', { item: { soldOut: true } }), rice);
    assert.deepEqual(
      mergeMenus(base, mine, soldOut).collisions,
      [],
      'nobody asks how much there is left of it',
    );
  });

  it('have the order of the one who has moved something', () => {
    assert.deepEqual(ids(mergeMenus(base, base, menu(rice, pork, egg)).written), ['rice', 'pork', 'egg']);
    assert.deepEqual(ids(mergeMenus(base, menu(egg, pork, rice), menu(rice, pork, egg)).written), [
      'egg',
      'pork',
      'rice',
    ]);
  });

  it('merge the set meal and the word to the guests the same way', () => {
    const set = { name: '套餐', price: '12', text: '一荤两素' };
    const mine = { ...base, note: '主食免费续' };
    const one = mergeMenus(base, mine, { ...base, set });
    assert.deepEqual([one.written.set, one.written.note, one.collisions], [set, '主食免费续', []]);
    const two = mergeMenus(
      base,
      { ...mine, set: { ...set, price: '14' } },
      { ...base, set, note: '今天没有粥' },
    );
    assert.deepEqual(two.collisions.map(collisionKey), ['set', 'note']);
  });
});
