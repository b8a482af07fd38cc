import { MAX_FEN } from '../../../../kernel/money.ts';
import type { SheetCell } from '../../../../kernel/workbook.ts';
import type { MenuItem } from '../menu.ts';
import { narrow } from './day-words.ts';

/** What is said of what a dish costs; what is not said is null. */
export interface PriceWords {
  /** Fen; `free` is said in words. */
  readonly price: number | 'free' | null;
  readonly small: number | null;
  readonly unit: MenuItem['unit'] | null;
}

const units: readonly (readonly [RegExp, MenuItem['unit']])[] = [
  [/^(份|盘|客|套)$/, 'portion'],
  [/^(碗|盅)$/, 'bowl'],
  [/^(个|只|块|盒|杯|串|条|根|张|枚)$/, 'piece'],
  [/^(斤|500g)$/i, 'jin'],
  [/^(位|人)$/, 'person'],
];

/** What a price is for, by its Chinese word; null for one that is not known. */
export const unitOf = (word: string): MenuItem['unit'] | null =>
  units.find(([words]) => words.test(narrow(word)))?.[1] ?? null;

const MONEY = String.raw`¥?(\d+(?:\.\d+)?)(?:元|块钱|块|圆)?`;
const UNIT = String.raw`(?:[/每](?:1|一)?|一)?(份|盘|客|套|碗|盅|个|只|块|盒|杯|串|条|根|张|枚|斤|位|人)?`;
const plainPrice = new RegExp(`^${MONEY}${UNIT}$`);
const twoPrices = new RegExp(String.raw`^大份?:?${MONEY}[,、;/]?小份?:?${MONEY}$`);
const isFree = /^(免费|免费续|免费添加|赠送|送|不收费)$/;

/** What a text says of a price, and nothing else: 8元, ￥8.5, 8/份, １２, 免费, 大份12小份8. Null where it says anything else. */
export function priceIn(words: string): PriceWords | null {
  const text = narrow(words)
    .replace(/\s/g, '')
    .replace(/^(价格|单价|售价):?/, '');
  if (isFree.test(text)) return { price: 'free', small: null, unit: null };
  const two = twoPrices.exec(text);
  if (two !== null) {
    const [price, small] = [fenOf(two[1]), fenOf(two[2])];
    return price === null || small === null ? null : { price, small, unit: null };
  }
  const one = plainPrice.exec(text);
  const price = fenOf(one?.[1]);
  return price === null ? null : { price, small: null, unit: unitOf(one?.[2] ?? '') };
}

/** The same of a cell of its own, whose number may stand there as one: 8.3 is kept by Excel as 8.300000000000001. */
export const priceOf = ({ value, text }: SheetCell): PriceWords | null =>
  typeof value === 'number' ? priceIn(String(Math.round(value * 1e6) / 1e6)) : priceIn(text);

function fenOf(yuan: string | undefined): number | null {
  if (yuan === undefined) return null;
  const fen = Number(yuan) * 100;
  return Math.abs(fen - Math.round(fen)) < 1e-6 && fen <= MAX_FEN ? Math.round(fen) : null;
}

/** A dish as it stands among others, parted into its name and what it costs. */
export interface DishWords extends PriceWords {
  readonly name: string;
}

const AT_END = new RegExp(
  String.raw`^(.*?)[:\s]*((?:¥\d+(?:\.\d+)?|\d+(?:\.\d+)?(?:元|块钱|块|圆)|\d+(?:\.\d+)?(?=[/每])|(?<=[\s\p{Script=Han})])\d+(?:\.\d+)?)(?:元|块钱|块|圆)?${UNIT})$`,
  'u',
);

/** The name and the price in a dish's words: 红烧肉 12元, 红烧肉（大份12小份8）, 米饭免费. */
export function dishWordsOf(words: string): DishWords {
  const text = narrow(words);
  const said = (name: string, price: PriceWords): DishWords => ({ name: nameOf(name), ...price });
  const bracket = /^(.+?)\s*[([【]([^()[\]【】]+)[)\]】]$/.exec(text);
  const inBracket = bracket === null ? null : priceIn(bracket[2] ?? '');
  if (bracket !== null && inBracket !== null) return said(bracket[1] ?? '', inBracket);
  const two = /^(.+?)[\s:]*(大份?.+小份?.+)$/.exec(text);
  const both = two === null ? null : priceIn(two[2] ?? '');
  if (two !== null && both?.small != null) return said(two[1] ?? '', both);
  const free = /^(.+?)[\s:]*(免费续|免费添加|免费)$/.exec(text);
  if (free !== null) return said(free[1] ?? '', { price: 'free', small: null, unit: null });
  const end = AT_END.exec(text);
  const price = end === null ? null : priceIn(end[2] ?? '');
  return end === null || price === null || nameOf(end[1] ?? '') === ''
    ? said(text, { price: null, small: null, unit: null })
    : said(end[1] ?? '', price);
}

/** A name as it is put on a menu: without the blanks that make it as wide as its neighbours, and with Chinese brackets. */
const nameOf = (text: string): string =>
  text
    .replace(/[:\s,]+$/, '')
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）')
    .trim();

/** The dishes of one cell, as they are written: parted by lines, 、 ， ； or a stroke, but not inside brackets. */
export function dishesIn(words: string): readonly string[] {
  return words
    .replace(/[①-⑳]/g, '\n')
    .normalize('NFKC')
    .replace(/(^|[\n、,;\s])\d{1,2}[、.)]\s*(?=\p{Script=Han})/gu, '$1')
    .split(/[\n、,;|]+(?![^(]*\))|\/(?=\s*\p{Script=Han}{2,})(?![^(]*\))|\s{2,}/u)
    .map((one) => one.replace(/^[·•*\-\s]+/, '').trim())
    .filter((one) => one !== '');
}
