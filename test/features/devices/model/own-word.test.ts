import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOwnWord } from '../../../../src/features/devices/model/own-word.ts';

const NOON = Date.UTC(2026, 10, 22, 4);
const MINUTE = 60_000;

test('what was said before a television was signed off or replaced is not told of what hangs there now', () => {
  assert.equal(isOwnWord({ pairedAtMs: null }, NOON, NOON), false, 'signed off');
  assert.equal(isOwnWord({ pairedAtMs: NOON - MINUTE }, NOON - 2 * MINUTE, NOON), false, 'the set before it');
  assert.equal(isOwnWord({ pairedAtMs: NOON - MINUTE }, NOON, NOON), true);
});

test('a pairing dated by a clock that was years ahead does not silence a television for years', () => {
  const ahead = { pairedAtMs: Date.UTC(2036, 0, 1) };
  assert.equal(isOwnWord(ahead, NOON, NOON), true);
  assert.equal(isOwnWord({ pairedAtMs: NOON }, 0, null), true, 'nor where nobody knows the time');
});
