import { err, ok, type Result } from '../../kernel/result.ts';
import {
  columnLetters,
  type Sheet,
  type SheetCell,
  type SheetTrouble,
  type Workbook,
} from '../../kernel/workbook.ts';
import { kindOf } from './file-kind.ts';
import { MAX_BYTES, MAX_CELLS, MAX_ROWS } from './limits.ts';
import { sheetsOf } from './sheets-of.ts';
import { tidy } from './tidy.ts';
import { unpacked } from './unpacked.ts';
import { rowsOf, textOf } from './text-of.ts';

/**
 * What stands in a file, whatever it is called: Excel's own (.xlsx, .xls) and WPS's (.et), and text parted by commas
 * or tabs in UTF-8, GB18030 or UTF-16. Takes the processor for as long as it takes: `readSheets` does it in a worker.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Workbook, SheetTrouble>> {
  if (bytes.length > MAX_BYTES) return err({ kind: 'too-large', bytes: bytes.length, limit: MAX_BYTES });
  if (bytes.length === 0) return err({ kind: 'empty' });
  const file = kindOf(bytes);
  switch (file.kind) {
    case 'other':
      return err({ kind: 'not-a-workbook', is: file.is });
    case 'too-much':
      return err({ kind: 'too-much', rows: MAX_ROWS });
    case 'damaged':
    case 'password':
      return err({ kind: file.kind });
    case 'text': {
      const text = textOf(bytes);
      return text === null
        ? err({ kind: 'not-a-workbook', is: 'unknown' })
        : bounded({ format: 'csv', sheets: [sheetOfText(text)], hiddenSheets: [], from1904: false });
    }
    case 'packed': {
      const whole = await unpacked(bytes, file.entries);
      return whole === null ? err({ kind: 'damaged' }) : ofFile(whole, 'xlsx');
    }
    case 'old':
      return ofFile(bytes, 'xls');
  }
}

function ofFile(bytes: Uint8Array, format: Workbook['format']): Result<Workbook, SheetTrouble> {
  try {
    return bounded({ format, ...sheetsOf(bytes) });
  } catch (error) {
    // What is locked is known by its words alone: an old Excel's file tells nothing of it before it is read.
    return err({ kind: /password|encrypt/i.test(String(error)) ? 'password' : 'damaged' });
  }
}

function bounded(workbook: Workbook): Result<Workbook, SheetTrouble> {
  const cells = workbook.sheets.reduce(
    (sum, { rows }) => sum + rows.reduce((count, row) => count + row.cells.length, 0),
    0,
  );
  if (cells === 0) return err({ kind: 'empty' });
  const tooLong = workbook.sheets.some(({ rows }) => (rows[rows.length - 1]?.row ?? 0) > MAX_ROWS);
  return tooLong || cells > MAX_CELLS ? err({ kind: 'too-much', rows: MAX_ROWS }) : ok(workbook);
}

function sheetOfText(text: string): Sheet {
  const rows = rowsOf(text).map((cells, row) => ({
    row: row + 1,
    cells: cells
      .map((cell, column) => cellOfText(cell, row + 1, column + 1))
      .filter(({ text }) => text !== ''),
  }));
  return {
    name: '',
    rows: rows.filter(({ cells }) => cells.length > 0),
    hiddenRows: [],
    hiddenColumns: [],
  };
}

function cellOfText(text: string, row: number, column: number): SheetCell {
  const trimmed = tidy(text);
  return {
    address: `${columnLetters(column)}${row}`,
    row,
    column,
    text: trimmed,
    value: trimmed,
    date: null,
    formula: 'none',
    spans: { rows: 1, columns: 1 },
  };
}
