import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { declared, ofADay, shareOfADay } from '../../../../src/features/menus/model/nutrition.ts';
import { menuItem } from '../../../support/rows.ts';

/** What each share means, as a part of the day. */
const means = {
  hardly: 0,
  twentieth: 1 / 20,
  tenth: 1 / 10,
  fifth: 1 / 5,
  quarter: 1 / 4,
  third: 1 / 3,
  half: 1 / 2,
  most: 3 / 4,
  whole: 1,
};

describe('what a serving holds', () => {
  it('is told as the part of a day that is nearest, never far from it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('energy', 'fat', 'salt'),
        fc.double({ min: 0, max: 1.09, noNaN: true }),
        (one, part) => {
          const said = shareOfADay(one, part * ofADay[one]);
          assert.ok(said !== 'over');
          assert.ok(
            Math.abs(means[said] - part) <= 0.16 && Math.abs(means[said] - part) <= 0.03 + part * 0.34,
          );
        },
      ),
    );
  });

  it('says where a single dish has more salt than a whole day ought to', () => {
    assert.equal(shareOfADay('salt', 6), 'over');
    assert.equal(shareOfADay('salt', 1.3), 'quarter');
  });

  it('takes nothing that nobody has measured for nought', () => {
    assert.equal(declared(menuItem({ saltG: null }), 'salt'), null);
    assert.equal(declared(menuItem({ saltG: 0 }), 'salt'), 0);
  });
});
