import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sentencesIn } from '../../src/i18n/sentences.ts';

const cut = (text: string): readonly string[] =>
  sentencesIn(text).map(({ start, end }) => text.slice(start, end));

describe('sentences to be read aloud', () => {
  it('end where a person ends them, in both languages', () => {
    assert.deepEqual(cut('八十岁以上每月都有。要带身份证！哪里办？'), [
      '八十岁以上每月都有。',
      '要带身份证！',
      '哪里办？',
    ]);
    assert.deepEqual(cut('Bring your card. Open 9.30 to 11.30; ask at the desk.'), [
      'Bring your card.',
      'Open 9.30 to 11.30;',
      'ask at the desk.',
    ]);
    assert.deepEqual(cut('他说：“可以。”谢谢'), ['他说：“可以。”', '谢谢']);
  });

  it('are none where there is nothing to say', () => {
    assert.deepEqual([cut(''), cut('  \n '), cut('\n今天\n')], [[], [], ['今天']]);
  });

  it('are cut where one breathes when they are long, so that the mark stays where the voice is', () => {
    const long = `${'符合条件的老人可以到社区服务中心办理，'.repeat(12)}请带好材料。`;
    assert.ok(
      cut(long).every((one) => one.length <= 90),
      cut(long)
        .map((one) => one.length)
        .join(),
    );
    assert.equal(cut(long).join(''), long);
    assert.deepEqual(cut('甲'.repeat(300)), ['甲'.repeat(300)]);
  });

  it('lose no word of any text, and come in order', () => {
    const texts = fc
      .array(fc.constantFrom('今天', '吃', '鱼', '。', '，', ' ', '\n', '9.5', '. ', 'Fish', '？'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const spans = sentencesIn(text);
        spans.forEach(({ start, end }, i) => assert.ok(start < end && start >= (spans[i - 1]?.end ?? 0)));
        assert.equal(cut(text).join('').replace(/\s/g, ''), text.replace(/\s/g, ''));
      }),
    );
  });
});
