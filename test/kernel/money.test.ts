import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { formatPrice, MAX_FEN, parsePrice } from '../../src/kernel/money.ts';

const fen = fc.integer({ min: 0, max: MAX_FEN });
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));

describe('a price as staff type it', () => {
  const typed: readonly (readonly [string, number])[] = [
    ['9', 900],
    ['9.5', 950],
    ['9.05', 905],
    ['9元', 900],
    ['9 块', 900],
    ['¥9.50', 950],
    ['１２', 1200],
    ['１２．５', 1250],
    ['0', 0],
    ['10000', 1_000_000],
  ];
  for (const [text, value] of typed) {
    it(`${text} is ${value} fen`, () => assert.deepEqual(parsePrice(text), { ok: true, value }));
  }

  const wrong: readonly (readonly [string, string])[] = [
    ['', 'empty'],
    ['元', 'empty'],
    ['九', 'not-a-price'],
    ['9,5', 'not-a-price'],
    ['-3', 'not-a-price'],
    ['9.', 'not-a-price'],
    ['1e3', 'not-a-price'],
    ['9.005', 'too-fine'],
    ['10000.01', 'too-high'],
  ];
  for (const [text, error] of wrong) {
    it(`"${text}" is not guessed at: ${error}`, () =>
      assert.deepEqual(parsePrice(text), { ok: false, error }));
  }

  it('every price reads back as what was shown, in either width of figures, to the fen', () => {
    fc.assert(
      fc.property(fen, (value) => {
        assert.deepEqual(parsePrice(formatPrice(value)), { ok: true, value });
        assert.deepEqual(parsePrice(`${fullWidth(formatPrice(value))}元`), { ok: true, value });
      }),
    );
  });

  it('whatever is typed is a whole number of fen within bounds, or a problem', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789.，,-元¥ ９九e') }), (text) => {
        const parsed = parsePrice(text);
        if (parsed.ok)
          assert.ok(Number.isInteger(parsed.value) && parsed.value >= 0 && parsed.value <= MAX_FEN);
      }),
    );
  });

  it('is shown in one way, with as few digits as tell it', () => {
    assert.deepEqual([900, 950, 905, 5].map(formatPrice), ['9', '9.5', '9.05', '0.05']);
  });
});
