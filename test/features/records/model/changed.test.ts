import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { changedFields } from '../../../../src/features/records/model/changed.ts';

const dish = (priceFen: number, soldOut = false) => ({ dishId: 'pork', name: '红烧肉', priceFen, soldOut });
const menu = (...items: readonly object[]) => ({ id: 'm', version: 3, note: '主食免费续', items });

/** A manager who asks who changed a price is told from what to what. */
describe('what a change has altered', () => {
  it('is told field by field, an element of a list by its own id', () => {
    const { fields, more } = changedFields([
      { subject: 'menu/m', before: menu(dish(1200)), after: { ...menu(dish(1500, true)), version: 4 } },
    ]);
    assert.equal(more, 0);
    assert.deepEqual(
      fields.map(({ path, before, after }) => [path.join('.'), before, after]),
      [
        ['items.pork.priceFen', 1200, 1500],
        ['items.pork.soldOut', false, true],
      ],
    );
  });

  it('says of what is new or gone that nothing was or is there', () => {
    const made = changedFields([
      { subject: 'dish/pork', before: undefined, after: { id: 'pork', name: '肉' } },
    ]);
    assert.deepEqual(made.fields, [{ subject: 'dish/pork', path: ['name'], before: null, after: '肉' }]);
    const gone = changedFields([
      { subject: 'dish/pork', before: { id: 'pork', name: '肉' }, after: undefined },
    ]);
    assert.deepEqual(gone.fields, [{ subject: 'dish/pork', path: ['name'], before: '肉', after: null }]);
  });

  it('keeps as much as a record holds, and counts the rest', () => {
    const row = (letter: string) =>
      Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, letter.repeat(500)]));
    const { fields, more } = changedFields([{ subject: 'x/1', before: row('甲'), after: row('乙') }]);
    assert.equal(fields.length, 20);
    assert.equal(more, 10);
    assert.ok(fields.every(({ before }) => typeof before === 'string' && before.length === 200));
  });

  it('is nothing where nothing is different, whatever the row', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (row) => {
        assert.deepEqual(
          changedFields([{ subject: 'x/1', before: row, after: structuredClone(row) }]).fields,
          [],
        );
      }),
    );
  });
});
