import { formatDay, t } from '../../../../i18n/index.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import type { Menu } from '../../model/menu.ts';
import { noteWords } from '../../words/set-words.ts';
import { dishSaid, inOrder, priceOf, setSaid } from './menu-text.ts';

/** As wide as a phone shows a picture without making it smaller. */
const WIDTH = 1080;
const EDGE = 72;
/** Of a line's size. */
const LINE_HEIGHT = 1.35;
const BETWEEN = 32;
const FACE = "'Noto Sans SC Variable', 'Noto Sans SC', sans-serif";
const INK = '#221c15';
const SOFT = '#51473a';
const CINNABAR = '#9a2d18';
const CARD = '#fffdf8';

/** One line of the picture: words at the left, a price at the right. Sizes in pixels. */
interface Line {
  readonly left: string;
  readonly right?: string;
  readonly size: number;
  readonly weight: 500 | 700 | 900;
  readonly colour: string;
  readonly above: number;
}

function linesOf(date: CivilDate, menus: readonly Menu[], house: string): readonly Line[] {
  const day = formatDay(date);
  const meals = inOrder(menus).flatMap((menu): readonly Line[] => {
    const { meal, items } = menu;
    const note = noteWords(menu);
    const small = (left: string): Line => ({ left, size: 38, weight: 500, colour: SOFT, above: 20 });
    const row = (left: string, right: string, soldOut: boolean): Line => {
      const colour = soldOut ? SOFT : INK;
      return { left, right, size: 46, weight: 500, colour, above: 22 };
    };
    return [
      { left: t(`common.meal.${meal}`), size: 52, weight: 900, colour: CINNABAR, above: 56 },
      ...setRows(menu.set, row, small),
      ...items.map((item) => row(dishSaid(item), priceOf(item), item.soldOut)),
      ...(note === null ? [] : [small(note)]),
    ];
  });
  return [
    { left: house, size: 44, weight: 700, colour: SOFT, above: 0 },
    { left: day, size: 72, weight: 900, colour: INK, above: 12 },
    ...meals,
  ];
}

/** The set meal with its price, as a dish has, and what is in it beneath. */
function setRows(
  set: Menu['set'],
  row: (left: string, right: string, soldOut: boolean) => Line,
  small: (left: string) => Line,
): readonly Line[] {
  if (set === null) return [];
  const { name, price, text } = setSaid(set);
  return [row(name, price, set.soldOut ?? false), ...(text === '' ? [] : [{ ...small(text), above: 4 }])];
}

/** A text in as many rows as it needs: broken between words where it has some, else between characters. */
export function rowsOf(text: string, fits: (row: string) => boolean): readonly string[] {
  const rows: string[] = [];
  let row = '';
  for (const part of text.match(/[A-Za-z0-9’'-]+\s*|./gu) ?? []) {
    if (row !== '' && !fits((row + part).trimEnd())) {
      rows.push(row.trimEnd());
      row = '';
    }
    row += part;
  }
  return [...rows, row.trimEnd()];
}

/** A day's published menus as a picture for a chat group, drawn on this device; null where it cannot draw one. */
export async function menuPicture(
  date: CivilDate,
  menus: readonly Menu[],
  house: string,
): Promise<Blob | null> {
  const lines = linesOf(date, menus, house);
  await bringTypeface(lines);
  const sheet = document.createElement('canvas').getContext('2d');
  if (sheet === null) return null;
  const write = ({ weight, size }: Line): string => (sheet.font = `${weight} ${size}px ${FACE}`);
  const laid = lines.map((line) => {
    write(line);
    const price = line.right === undefined ? 0 : sheet.measureText(line.right).width + BETWEEN;
    const room = WIDTH - 2 * EDGE - price;
    return { line, rows: rowsOf(line.left, (row) => sheet.measureText(row).width <= room) };
  });
  const heightOf = ({ line, rows }: (typeof laid)[number]): number =>
    line.above + rows.length * line.size * LINE_HEIGHT;
  sheet.canvas.width = WIDTH;
  sheet.canvas.height = Math.ceil(laid.reduce((sum, one) => sum + heightOf(one), 2 * EDGE));
  sheet.fillStyle = CARD;
  sheet.fillRect(0, 0, WIDTH, sheet.canvas.height);
  sheet.textBaseline = 'top';
  let y = EDGE;
  for (const one of laid) {
    const { line, rows } = one;
    write(line);
    sheet.fillStyle = line.colour;
    const top = y + line.above;
    rows.forEach((row, i) => sheet.fillText(row, EDGE, top + i * line.size * LINE_HEIGHT));
    if (line.right !== undefined)
      sheet.fillText(line.right, WIDTH - EDGE - sheet.measureText(line.right).width, top);
    y += heightOf(one);
  }
  return new Promise((resolve) => sheet.canvas.toBlob(resolve, 'image/png'));
}

/** A canvas draws at once: what the typeface lacks by then would stand there in another one. */
async function bringTypeface(lines: readonly Line[]): Promise<void> {
  const words = lines.map(({ left, right = '' }) => left + right).join('');
  await Promise.all(
    [500, 700, 900].map((weight) => document.fonts.load(`${weight} 46px ${FACE}`, words)),
  ).catch((error: unknown) => console.warn(error));
}
