import { utils, writeXLSX, type CellObject, type WorkSheet } from '@e965/xlsx';
import type { OutColumn, OutSheet } from './out-sheet.ts';

const DAY_MS = 86_400_000;
const formats: Readonly<Record<OutColumn['type'], string | null>> = {
  text: null,
  number: null,
  money: '0.00',
  date: 'yyyy-mm-dd',
  share: '0.0%',
};

/** The bytes of an .xlsx with these sheets, which have a name each. */
export function workbookBytes(sheets: readonly OutSheet[]): ArrayBuffer {
  const book = utils.book_new();
  sheets.forEach((sheet, i) => utils.book_append_sheet(book, sheetOf(sheet), nameOf(sheet, i), true));
  const bytes: ArrayBuffer = writeXLSX(book, { type: 'array', compression: true });
  return bytes;
}

const nameOf = ({ name }: OutSheet, i: number): string =>
  name
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || `${i + 1}`;

function sheetOf({ columns, rows }: OutSheet): WorkSheet {
  const sheet: WorkSheet = {
    '!ref': utils.encode_range({
      s: { r: 0, c: 0 },
      e: { r: rows.length, c: Math.max(0, columns.length - 1) },
    }),
    '!cols': columns.map(({ width = 12 }) => ({ wch: width })),
  };
  columns.forEach((column, c) => {
    sheet[utils.encode_cell({ r: 0, c })] = { t: 's', v: column.heading };
    rows.forEach((row, r) => {
      const cell = cellOf(column, row[c] ?? null);
      if (cell !== null) sheet[utils.encode_cell({ r: r + 1, c })] = cell;
    });
  });
  return sheet;
}

function cellOf({ type }: OutColumn, value: string | number | null): CellObject | null {
  if (value === null) return null;
  const format = formats[type];
  const number = numberOf(type, value);
  if (number === null) return { t: 's', v: String(value) };
  return { t: 'n', v: number, ...(format === null ? {} : { z: format }) };
}

/** What Excel counts with; null where it is words. */
function numberOf(type: OutColumn['type'], value: string | number): number | null {
  if (type === 'text') return null;
  if (type === 'date') {
    const ms = Date.parse(`${value}T00:00:00Z`);
    return Number.isNaN(ms) ? null : (ms - Date.UTC(1899, 11, 30)) / DAY_MS;
  }
  if (typeof value === 'string') return null;
  return type === 'money' ? value / 100 : value;
}
