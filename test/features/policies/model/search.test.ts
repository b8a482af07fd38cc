import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readings } from '../../../../src/app/readings.ts';
import { everydayWords } from '../../../../src/features/policies/model/everyday-words.ts';
import { searchOf } from '../../../../src/features/policies/model/search.ts';
import { sampleOf } from '../../../support/sample.ts';

const policies = sampleOf('policy');
const search = searchOf(policies, readings);
const found = (input: string): readonly string[] => search(input).map(({ id }) => id);

describe('looking for a benefit', () => {
  for (const [typed, wanted] of [
    ['洗澡', 'home-care'],
    ['xizao', 'home-care'],
    ['xz', 'home-care'],
    ['助浴', 'home-care'],
    ['看病', 'community-health'],
    ['kanbing', 'medical-aid'],
    ['高龄', 'old-age-allowance'],
    ['gaoling', 'old-age-allowance'],
    ['GLJT', 'old-age-allowance'],
    ['gao ling', 'old-age-allowance'],
    ['db', 'minimum-living'],
    ['chx', 'long-term-care'],
    ['changhuxian', 'long-term-care'],
    ['lunyi', 'aids'],
    ['摔跤', 'home-adaptation'],
    ['wheelchair', 'aids'],
    ['allowance', 'old-age-allowance'],
  ] as const) {
    it(`by “${typed}” finds ${wanted}`, () => {
      assert.ok(found(typed).includes(wanted), found(typed).join(' '));
    });
  }

  it('for money finds the money, and nothing else before it', () => {
    const money = policies.filter(({ kind }) => kind === 'money').length;
    for (const typed of ['钱', 'qian']) {
      const first = search(typed).slice(0, money);
      assert.deepEqual(
        first.map(({ kind }) => kind),
        Array.from({ length: money }, () => 'money'),
        typed,
      );
    }
  });

  it('finds what is called so before what only speaks of it', () => {
    assert.equal(found('助餐')[0], 'meal-subsidy');
    assert.equal(found('dibao')[0], 'minimum-living');
  });

  it('finds something by each word that is offered to tap', () => {
    for (const { words } of everydayWords.filter(({ offered }) => offered))
      assert.ok(found(words[0] ?? '').length > 0, words[0]);
  });

  it('finds by the English for an everyday word all that the word itself finds', () => {
    for (const { words, english } of everydayWords) {
      const inEnglish = found(english);
      assert.deepEqual(
        found(words[0] ?? '').filter((one) => !inEnglish.includes(one)),
        [],
        english,
      );
    }
    assert.equal(search('Money')[0]?.kind, 'money');
    assert.ok(found('bath').includes('home-care'));
  });

  it('finds each benefit by its whole name, by the pinyin of it and by its initials', () => {
    for (const { id, title } of policies) {
      const syllables = [...title].flatMap((one) => readings(one)[0] ?? []);
      assert.ok(found(title).includes(id), title);
      assert.ok(found(syllables.join('')).includes(id), syllables.join(''));
      assert.ok(found(syllables.map((one) => one[0]).join('')).includes(id), title);
    }
  });

  it('bears whatever is typed, and nothing finds nothing', () => {
    assert.deepEqual(found(''), []);
    assert.deepEqual(found(' ·—'), []);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (input) => Array.isArray(search(input))),
    );
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'abghnxz'), { maxLength: 24 }).map((all) => all.join('')),
        (input) => Array.isArray(search(input)),
      ),
    );
  });

  it('finds by words still where the table of readings could not be had', () => {
    const plainly = searchOf(policies, () => []);
    assert.ok(plainly('高龄').some(({ id }) => id === 'old-age-allowance'));
  });
});
