import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  emptyForm,
  formOf,
  policyOf,
  type PolicyForm,
} from '../../../../src/features/policies/console/policy-form.ts';
import { mergedForms, withoutSameEnglish } from '../../../../src/features/policies/console/policy-merge.ts';
import { sampleOf } from '../../../support/sample.ts';
import { policyRow } from '../../../support/policy-rows.ts';

const written = (over: Partial<PolicyForm> = {}): PolicyForm => ({ ...formOf(policyRow()), ...over });
const both = (zh: string, en = '') => ({ zh, en });
const problems = (form: PolicyForm): readonly string[] => {
  const read = policyOf(form, 'meals-help');
  return read.ok ? [] : read.error.map(({ field, code }) => `${field}: ${code}`);
};

describe('a policy that is written', () => {
  it('says after a look what it said before, each of the sample', () => {
    for (const policy of sampleOf('policy')) {
      const read = policyOf(formOf(policy), policy.id);
      assert.ok(read.ok, `${policy.id}: ${JSON.stringify(read)}`);
      const { author: _, ...said } = read.value;
      const { author: __, ...stands } = policy;
      assert.deepEqual(
        said,
        { kind: 'service', amounts: [], keywords: [], example: false, rule: null, ...nones, ...stands },
        policy.id,
      );
    }
  });

  it('wants a title, a sentence, something said and where that is written', () => {
    assert.deepEqual(problems(emptyForm('2026-11-22')), [
      'body.0: empty',
      'title: empty',
      'summary: empty',
      'source: empty',
    ]);
  });

  it('leaves out lines in which nothing stands', () => {
    const read = policyOf(written({ who: [both(''), both(' 满 60 岁 '), both('')] }), 'p');
    assert.deepEqual(read.ok && read.value.who, ['满 60 岁']);
  });

  it('keeps no half of a translation, and says so rather than losing it', () => {
    assert.deepEqual(problems(written({ who: [both('一', 'one'), both('二')] })), ['who: half-english']);
    const whole = policyOf(written({ who: [both('一', 'one'), both('二', 'two')] }), 'p');
    assert.deepEqual(whole.ok && whole.value.whoEn, ['one', 'two']);
  });

  it('reads sums as people type them, and asks where it cannot', () => {
    const amounts = [{ words: both('每月'), yuan: '１００元' }];
    const read = policyOf(written({ amounts }), 'p');
    assert.deepEqual(read.ok && read.value.amounts, [{ words: '每月', wordsEn: null, fen: 10_000 }]);
    assert.deepEqual(problems(written({ amounts: [{ words: both('每月'), yuan: '几百' }] })), [
      'amounts.0.yuan: not-a-price',
    ]);
  });

  it('parts everyday words wherever somebody parts them', () => {
    const read = policyOf(written({ keywords: '饭卡、吃饭 饭钱，饭卡' }), 'p');
    assert.deepEqual(read.ok && read.value.keywords, ['饭卡', '吃饭', '饭钱']);
  });

  it('does not end before it was looked at, nor on a day there is none of', () => {
    assert.deepEqual(problems(written({ expiresOn: '2026-09-01' })), ['expiresOn: before-review']);
    assert.deepEqual(problems(written({ expiresOn: '2026-02-31' })), ['expiresOn: not-a-date']);
  });

  it('asks for nobody in vain: an age without an end, an end before its beginning, a question without an answer', () => {
    const rule = {
      lines: [
        { any: [{ question: 'age' as const, from: null, below: null }] },
        { any: [{ question: 'age' as const, from: 80, below: 60 }] },
        { any: [{ question: 'living' as const, is: [] }] },
      ],
    };
    assert.deepEqual(problems(written({ rule })), [
      'rule.0.0: no-age',
      'rule.1.0: age-turned',
      'rule.2.0: no-choice',
    ]);
  });
});

/** What a form says of what a row does not mention. */
const nones = {
  bodyEn: null,
  whoEn: null,
  papersEn: null,
  whereEn: null,
  hoursEn: null,
  summaryEn: null,
};

describe('two who write one policy', () => {
  const base = written();

  it('lose nothing of each other where they touched other fields', () => {
    const mine = { ...base, phone: '110' };
    const theirs = { ...base, where: both('二楼') };
    assert.deepEqual(mergedForms(base, mine, theirs), {
      form: { ...base, phone: '110', where: both('二楼') },
      collisions: [],
    });
  });

  it('are asked about what both touched, and about that alone', () => {
    const mine = { ...base, phone: '110', source: '新办法' };
    const theirs = { ...base, phone: '120' };
    const { form, collisions } = mergedForms(base, mine, theirs);
    assert.deepEqual([form.phone, form.source], ['110', '新办法']);
    assert.deepEqual(collisions, ['phone']);
  });

  it('who wrote the same are of one mind', () => {
    const changed = { ...base, phone: '120' };
    assert.deepEqual(mergedForms(base, changed, changed).collisions, []);
  });
});

describe('what is read of a change', () => {
  const before = written({ title: both('旧', 'Old'), who: [both('一', 'one')] });

  it('leaves out the English that stayed as it was, and not that which did not', () => {
    const after = { ...before, title: both('新', 'Old'), who: [both('二', 'two')] };
    assert.deepEqual(withoutSameEnglish(before, after, 'title').after.title, both('新'));
    assert.deepEqual(withoutSameEnglish(before, after, 'who').after.who, [both('二', 'two')]);
  });
});
