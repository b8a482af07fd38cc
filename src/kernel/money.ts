import { err, ok, type Result } from './result.ts';

/** The dearest price there is, in fen: 10,000 yuan. */
export const MAX_FEN = 1_000_000;

type PriceProblem = 'empty' | 'not-a-price' | 'too-fine' | 'too-high';

/** Full-width figures, stop and currency words as an input method leaves them, made plain. */
const plain = (text: string): string =>
  text
    .replace(/[！-～]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[。．]/g, '.')
    .replace(/\s+/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/(元|块钱?|圆)$/, '');

/**
 * The price in fen that staff typed: 9, 9.5, 9元, ¥9.50, １２. What it could mean twice (9,5) is not guessed at.
 */
export function parsePrice(text: string): Result<number, PriceProblem> {
  const typed = plain(text);
  if (typed === '') return err('empty');
  const [, yuan, decimals] = /^(\d+)(?:\.(\d*))?$/.exec(typed) ?? [];
  if (yuan === undefined || typed.endsWith('.')) return err('not-a-price');
  if ((decimals ?? '').length > 2) return err('too-fine');
  const fen = Number(yuan) * 100 + Number((decimals ?? '').padEnd(2, '0'));
  return fen > MAX_FEN ? err('too-high') : ok(fen);
}

/** Fen as yuan, without the unit, in as few digits as tell: 900 → 9, 950 → 9.5, 905 → 9.05. Everywhere alike. */
export const formatPrice = (fen: number): string => String(fen / 100);
