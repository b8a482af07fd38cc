import { read, SSF, utils, type CellObject, type Range, type WorkBook, type WorkSheet } from '@e965/xlsx';
import {
  columnLetters,
  dateOfSerial,
  type Sheet,
  type SheetCell,
  type SheetRow,
  type Workbook,
} from '../../kernel/workbook.ts';
import { MAX_ROWS } from './limits.ts';
import { tidy } from './tidy.ts';

/** What stands in a workbook's file. Throws where it is locked or damaged. */
export function sheetsOf(bytes: Uint8Array): Omit<Workbook, 'format'> {
  const book = read(bytes, {
    type: 'array',
    cellNF: true,
    cellHTML: false,
    cellStyles: true,
    sheetStubs: true,
    nodim: true,
    // One more than is taken, so that it is seen that there are more.
    sheetRows: MAX_ROWS + 1,
  });
  const from1904 = book.Workbook?.WBProps?.date1904 === true;
  const isHidden = hiddenIn(book);
  return {
    sheets: book.SheetNames.filter((name) => !isHidden(name)).map((name) =>
      sheetOf(name, book.Sheets[name] ?? {}, from1904),
    ),
    hiddenSheets: book.SheetNames.filter(isHidden),
    from1904,
  };
}

function hiddenIn({ SheetNames, Workbook: said }: WorkBook): (name: string) => boolean {
  return (name) => (said?.Sheets?.[SheetNames.indexOf(name)]?.Hidden ?? 0) !== 0;
}

function sheetOf(name: string, sheet: WorkSheet, from1904: boolean): Sheet {
  const merges: readonly Range[] = sheet['!merges'] ?? [];
  const mergeFrom = new Map(merges.map((merge) => [utils.encode_cell(merge.s), merge]));
  const isHiddenRow = (row: number): boolean => sheet['!rows']?.[row - 1]?.hidden === true;
  const isHiddenColumn = (column: number): boolean => sheet['!cols']?.[column - 1]?.hidden === true;
  const rows = new Map<number, SheetCell[]>();
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  for (const [address, found] of cellsOf(sheet)) {
    const cell = cellOf(address, found, mergeFrom.get(address), from1904);
    if (cell === null) continue;
    const { row, column, spans } = cell;
    // What is merged is read as long as one of what it covers can be seen.
    const isGone = (from: number, many: number, isHidden: (at: number) => boolean): boolean =>
      Array.from({ length: Math.min(many, MAX_ROWS) }, (_, i) => from + i).every(isHidden);
    if (isGone(row, spans.rows, isHiddenRow)) hiddenRows.add(row);
    else if (isGone(column, spans.columns, isHiddenColumn)) hiddenColumns.add(column);
    else rows.set(row, [...(rows.get(row) ?? []), cell]);
  }
  const byNumber = (a: number, b: number): number => a - b;
  return {
    name,
    rows: [...rows]
      .map(([row, cells]): SheetRow => ({ row, cells: cells.sort((a, b) => a.column - b.column) }))
      .sort((a, b) => a.row - b.row),
    hiddenRows: [...hiddenRows].sort(byNumber),
    hiddenColumns: [...hiddenColumns].sort(byNumber).map(columnLetters),
  };
}

/** The cells of a sheet by address; whatever else lies in it has a name with an exclamation mark. */
const cellsOf = (sheet: WorkSheet): readonly (readonly [string, CellObject])[] =>
  Object.keys(sheet)
    .filter((key) => !key.startsWith('!'))
    .map((key): readonly [string, CellObject] => [key, sheet[key]]);

/** Null where nothing stands in it. */
function cellOf(
  address: string,
  found: CellObject,
  merge: Range | undefined,
  from1904: boolean,
): SheetCell | null {
  const { r, c } = utils.decode_cell(address);
  // One whose answer is saved as no words at all is blank to whoever reads it.
  const unsaved = found.f !== undefined && (found.t === 'z' || found.v === undefined);
  const date = dayOf(found, from1904);
  const text = unsaved ? '' : (date ?? tidy(found.w ?? String(found.v ?? '')));
  if (text === '' && !unsaved) return null;
  const { v } = found;
  return {
    address,
    row: r + 1,
    column: c + 1,
    text,
    value:
      isError(found) || unsaved || v === undefined || v instanceof Date
        ? null
        : typeof v === 'string'
          ? tidy(v)
          : v,
    date,
    formula: unsaved ? 'unsaved' : found.f === undefined ? 'none' : 'saved',
    spans:
      merge === undefined
        ? { rows: 1, columns: 1 }
        : { rows: merge.e.r - merge.s.r + 1, columns: merge.e.c - merge.s.c + 1 },
  };
}

const isError = ({ t, v }: CellObject): boolean => t === 'e' && v !== undefined;

/** The day of a number that is shown as one, and not as a mere time of day. */
function dayOf({ t, v, z }: CellObject, from1904: boolean): string | null {
  if (t !== 'n' || typeof v !== 'number' || v < 1 || z === undefined) return null;
  return SSF.is_date(z) === true ? dateOfSerial(v, from1904) : null;
}
