import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countWith, dishFilters, matching } from '../../../../src/features/menus/model/dish-filters.ts';
import { inServingOrder } from '../../../../src/features/menus/model/menu.ts';
import { menuItem } from '../../../support/rows.ts';

const tag = fc.constantFrom('low-salt', 'soft', 'halal', 'vegetarian', 'low-sugar', 'spicy');
const items = fc.array(
  fc
    .record({ tags: fc.uniqueArray(tag, { maxLength: 4 }), soldOut: fc.boolean() })
    .map((fields) => menuItem(fields)),
  { maxLength: 24 },
);
const asked = fc.uniqueArray(fc.constantFrom(...dishFilters));

describe('the kinds of dish that elders ask for', () => {
  it('shows a dish exactly where it is all that was asked for', () => {
    fc.assert(
      fc.property(items, asked, (all, filters) => {
        const shown = matching(all, filters);
        for (const item of all)
          assert.equal(
            shown.includes(item),
            filters.every((filter) => item.tags.some((own) => own === filter)),
          );
      }),
    );
  });

  it('promises with each kind as many dishes as then are shown', () => {
    fc.assert(
      fc.property(items, asked, fc.constantFrom(...dishFilters), (all, filters, next) => {
        assert.equal(countWith(all, filters, next), matching(all, [...filters, next]).length);
      }),
    );
  });

  it('loses no dish when it puts what is sold out last, and leaves the kitchen its order', () => {
    fc.assert(
      fc.property(items, (all) => {
        const shown = inServingOrder(all);
        assert.deepEqual(new Set(shown), new Set(all));
        const firstGone = shown.findIndex(({ soldOut }) => soldOut);
        if (firstGone !== -1) assert.ok(shown.slice(firstGone).every(({ soldOut }) => soldOut));
        const there = all.filter(({ soldOut }) => !soldOut);
        assert.deepEqual(shown.slice(0, there.length), there);
      }),
    );
  });
});
