import type { Sheet, SheetCell, SheetRow, Workbook } from '../../../../kernel/workbook.ts';
import { birthYearIn, isIdentity, yearOfAge, yearOfIdentity } from './birth-words.ts';
import { findHeadings, isHeadings, type Column } from './headings.ts';
import { phonesIn } from './phone-words.ts';

/**
 * What is to be looked at. `rejected`: the row is left out. `dropped`: the row comes without that cell. `doubtful`: it is
 * taken as it was understood.
 */
export interface Remark {
  /** As Excel names it, with the sheet's name where there are several. */
  readonly address: string;
  readonly weight: 'rejected' | 'dropped' | 'doubtful';
  readonly code:
    | 'no-name'
    | 'long-name'
    | 'not-a-name'
    | 'bad-phone'
    | 'two-phones'
    | 'bad-year'
    | 'from-age'
    | 'identity'
    | 'long-note'
    | 'unsaved'
    | 'twice'
    | 'card-taken'
    | 'card-twice'
    | 'same-name'
    | 'has-left';
  /** What stands there, short; empty for what is nobody's business. */
  readonly text: string;
}

/** One person of a list, as far as it says. */
export interface Entry {
  readonly address: string;
  readonly name: string;
  readonly phone: string | null;
  readonly birthYear: number | null;
  /** As it stands there; it is kept as its key alone. */
  readonly cardNumber: string | null;
  readonly note: string | null;
}

export interface ReadMembers {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  /** Headings of columns that are left out. */
  readonly leftOut: readonly string[];
  /** How many identity numbers were read for their year, and dropped. */
  readonly identities: number;
  /** No sheet has headings with names under them. */
  readonly noHeadings: boolean;
}

const MOST_NAME = 40;
const MOST_NOTE = 200;
const MOST_TOLD = 20;

/** The people of a workbook: of each sheet that has a row of headings, the rows under it. */
export function readMembers(workbook: Workbook, thisYear: number): ReadMembers {
  const entries: Entry[] = [];
  const remarks: Remark[] = [];
  const leftOut = new Set<string>();
  let identities = 0;
  let noHeadings = true;
  for (const sheet of workbook.sheets) {
    const headings = findHeadings(sheet);
    if (headings === null) continue;
    noHeadings = false;
    for (const { text } of headings.unknown) leftOut.add(text);
    const at = addresses(workbook, sheet);
    for (const row of sheet.rows) {
      if (row.row <= headings.row || isHeadings(row)) continue;
      const read = new RowReader(row, headings.columns, at, thisYear);
      const entry = read.entry();
      remarks.push(...read.remarks);
      identities += read.identities;
      if (entry !== null) entries.push(entry);
    }
  }
  return { entries, remarks, leftOut: [...leftOut], identities, noHeadings };
}

type At = (address: string) => string;

const addresses =
  ({ sheets }: Workbook, { name }: Sheet): At =>
  (address) =>
    sheets.length > 1 ? `${name}!${address}` : address;

/** Reads one row, cell by cell, and remarks what it has made of it. */
class RowReader {
  readonly remarks: Remark[] = [];
  identities = 0;
  readonly #row: SheetRow;
  readonly #columns: ReadonlyMap<number, Column>;
  readonly #at: At;
  readonly #thisYear: number;

  constructor(row: SheetRow, columns: ReadonlyMap<number, Column>, at: At, thisYear: number) {
    this.#row = row;
    this.#columns = columns;
    this.#at = at;
    this.#thisYear = thisYear;
  }

  /** The person of the row; null where it names nobody. */
  entry(): Entry | null {
    const known = this.#row.cells.filter(({ column }) => this.#columns.has(column));
    const name = this.#cell('name');
    if (known.length === 0 || isTotal(name)) return null;
    const words = name === undefined ? '' : name.text.replace(/\s+/gu, ' ').trim();
    const where = name ?? known[0];
    if (where === undefined) return null;
    const code = words === '' ? 'no-name' : words.length > MOST_NAME ? 'long-name' : wrongName(words);
    if (code !== null) {
      this.#remark(where, 'rejected', code, name === undefined ? '' : words);
      return null;
    }
    const identity = this.#identityYear();
    return {
      address: this.#at(where.address),
      name: words,
      phone: this.#phone(),
      birthYear: this.#birthYear() ?? identity,
      cardNumber: this.#cardNumber(),
      note: this.#note(),
    };
  }

  #cell(column: Column): SheetCell | undefined {
    return this.#row.cells.find((cell) => this.#columns.get(cell.column) === column);
  }

  /** The text of a cell of a column; null where there is none. */
  #text(column: Column): { readonly cell: SheetCell; readonly text: string } | null {
    const cell = this.#cell(column);
    if (cell === undefined) return null;
    if (cell.formula === 'unsaved') {
      this.#remark(cell, 'dropped', 'unsaved', '');
      return null;
    }
    const text = plainText(cell);
    return text === '' ? null : { cell, text };
  }

  #phone(): string | null {
    const found = this.#text('phone');
    if (found === null) return null;
    const { cell, text } = found;
    if (isIdentity(text)) {
      this.#dropIdentity(cell);
      return null;
    }
    const [first, ...more] = phonesIn(text);
    if (first === undefined) this.#remark(cell, 'dropped', 'bad-phone', text);
    else if (more.length > 0) this.#remark(cell, 'doubtful', 'two-phones', text);
    return first ?? null;
  }

  #birthYear(): number | null {
    const found = this.#text('birth');
    if (found !== null) {
      const { cell, text } = found;
      const year = cell.date === null ? birthYearIn(text, this.#thisYear) : Number(cell.date.slice(0, 4));
      if (year !== null && year <= this.#thisYear) return year;
      this.#remark(cell, 'dropped', 'bad-year', text);
    }
    const age = this.#text('age');
    if (age === null) return null;
    const year = yearOfAge(age.text, this.#thisYear);
    if (year === null) this.#remark(age.cell, 'dropped', 'bad-year', age.text);
    else this.#remark(age.cell, 'doubtful', 'from-age', String(year));
    return year;
  }

  #identityYear(): number | null {
    const found = this.#text('identity');
    if (found === null) return null;
    this.#dropIdentity(found.cell, false);
    return yearOfIdentity(found.text, this.#thisYear);
  }

  #cardNumber(): string | null {
    const found = this.#text('card');
    if (found === null) return null;
    if (!isIdentity(found.text)) return found.text;
    this.#dropIdentity(found.cell);
    return null;
  }

  #note(): string | null {
    const found = this.#text('note');
    if (found === null) return null;
    const { cell } = found;
    const text = found.text.replace(IDENTITY_WITHIN, '').trim();
    if (text !== found.text.trim()) this.#dropIdentity(cell);
    if (text.length > MOST_NOTE) this.#remark(cell, 'doubtful', 'long-note', text);
    return text === '' ? null : text.slice(0, MOST_NOTE);
  }

  /** A number that is nobody's business: said where it does not stand in a column of its own. */
  #dropIdentity(cell: SheetCell, told = true): void {
    this.identities += 1;
    if (told) this.#remark(cell, 'dropped', 'identity', '');
  }

  #remark({ address }: SheetCell, weight: Remark['weight'], code: Remark['code'], text: string): void {
    this.remarks.push({
      address: this.#at(address),
      weight,
      code,
      text: text.replace(IDENTITY_WITHIN, '…').slice(0, MOST_TOLD),
    });
  }
}

const IDENTITY_WITHIN = /\d{17}[\dXx]|\b\d{15}\b/g;

/** What is no name: figures, or nothing but marks. */
const wrongName = (name: string): 'not-a-name' | null =>
  /\p{L}/u.test(name) && !/\d{6,}/.test(name) ? null : 'not-a-name';

const isTotal = (cell: SheetCell | undefined): boolean =>
  cell !== undefined && /^(?:合计|总计|共计|小计|总人数)/u.test(cell.text.replace(/\s/gu, ''));

/** A cell's text; of a number all its figures, though the sheet shows 1.38E+10. */
function plainText({ text, value, date }: SheetCell): string {
  if (typeof value === 'number' && date === null && Number.isInteger(value)) return value.toFixed(0);
  return text.trim();
}
