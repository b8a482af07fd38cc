import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { SEEN_LINE, SEEN_TEXT, seen, seenIn } from '../../src/kernel/seen-text.ts';

const line = new RegExp(SEEN_LINE, 'u');
const text = new RegExp(SEEN_TEXT, 'u');

/** Two accounts that look alike, a menu that reads backwards: nobody would see why. */
describe('text that people see', () => {
  const unseen: Readonly<Record<string, string>> = {
    'a zero width space': '王\u200B秀兰',
    'a word joiner': '王\u2060秀兰',
    'a byte order mark': '\uFEFF王秀兰',
    'a soft hyphen': 'ku\u00ADchen',
    'a turn of direction': '红烧\u202E肉',
    'an isolate': '\u2066王秀兰\u2069',
    'a mark of direction': '王秀兰\u200F',
    'tags behind a letter': '王\u{E0061}\u{E007F}',
    'a filler that is a letter': '王\u3164秀兰',
    'a grapheme joiner': '王\u034F秀兰',
    'a joiner between letters': '王\u200D秀兰',
    'a variant of nothing': 'a\uFE0F',
    'half a character': '王\uD840',
    'the end of a C string': '王\u0000秀兰',
    'a bell': '王\u0007',
    'a control of the second kind': '王\u0085',
    'a line separator': '王\u2028秀兰',
  };
  for (const [what, one] of Object.entries(unseen)) {
    test(`${what} is refused, and goes from what is pasted`, () => {
      assert.doesNotMatch(one, line);
      assert.doesNotMatch(one, text);
      assert.match(seen(one), line);
    });
  }

  for (const one of [
    '王秀兰',
    '𠮷野家的𩽾𩾌鱼',
    '葛\u{E0100}城',
    '👩🏽‍🚀👨‍👩‍👧‍👦❤️‍🔥',
    '1️⃣ 红烧肉 ☎️',
    'Zoë’s café – ‘naïve’',
    '阿依古丽·买买提',
    '　全角空格　',
    'وقت الغداء',
    '',
  ]) {
    test(`"${one}" stays as it is`, () => {
      assert.match(one, line);
      assert.equal(seen(one), one);
    });
  }

  test('a text has lines, a name has none', () => {
    assert.match('一\n二\r\n\t三', text);
    assert.doesNotMatch('一\n二', line);
  });

  test('a long text is judged at once, however it is made', () => {
    for (const unit of ['👍🏽', '❤️', '👩‍🚀', '葛\u{E0100}', '1️⃣', '王'])
      assert.doesNotMatch(`${unit.repeat(2000)}\u0000`, text);
  });

  test('a change is cleaned wherever its text is, and is otherwise the same', () => {
    const change = { name: '王\u200B秀兰', n: 3, none: null, items: [{ name: '肉\u202E' }, true] };
    assert.deepEqual(seenIn(change), { name: '王秀兰', n: 3, none: null, items: [{ name: '肉' }, true] });
  });
});
