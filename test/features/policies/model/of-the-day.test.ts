import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { policyOfTheDay } from '../../../../src/features/policies/model/of-the-day.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { addDays } from '../../../../src/kernel/time.ts';
import type { RowOf } from '../../../../src/kernel/rows.ts';

const TODAY = '2026-11-22';
const policy = (name: string, expiresOn: string | null = null): RowOf<'policy'> => ({
  id: id(name),
  category: 'meals',
  title: name,
  titleEn: null,
  summary: name,
  body: [name],
  who: [],
  papers: [],
  where: null,
  hours: null,
  phone: null,
  source: '某发〔2026〕1号',
  author: null,
  reviewedOn: '2026-01-01',
  expiresOn,
  audio: null,
});

describe('the policy of the day', () => {
  const held = [policy('a'), policy('b'), policy('c')];
  const over = policy('over', '2026-11-21');

  it('is another one each day until all have been told of, in whatever order they are read', () => {
    const told = [0, 1, 2].map((day) => policyOfTheDay([...held, over], addDays(TODAY, day))?.id);
    assert.deepEqual(new Set(told), new Set(['a', 'b', 'c']));
    assert.equal(policyOfTheDay([over, ...held].reverse(), TODAY)?.id, told[0]);
  });

  it('is none that has run out, nor one that will while the day is not known', () => {
    assert.equal(policyOfTheDay([over], TODAY), null);
    assert.equal(policyOfTheDay([policy('until', '2027-01-01')], null), null);
    assert.equal(policyOfTheDay(held, null)?.id, 'a');
  });
});
