import type { CivilDate } from './time.ts';

/** A workbook as people wrote it, without how it looks: what an import reads, whichever file it came in. */
export interface Workbook {
  readonly format: 'xlsx' | 'xls' | 'csv';
  /** The sheets that can be seen, in their order. */
  readonly sheets: readonly Sheet[];
  /** The names of the sheets that are hidden, which were left out. */
  readonly hiddenSheets: readonly string[];
  /** Whether its days are counted from 1904, as old Excel on a Mac did: what `dateOfSerial` wants to know. */
  readonly from1904: boolean;
}

export interface Sheet {
  readonly name: string;
  /** The rows that can be seen and hold something, from above. */
  readonly rows: readonly SheetRow[];
  /** The rows that are hidden (by hand or by a filter) though they hold something, counted from 1: left out. */
  readonly hiddenRows: readonly number[];
  /** The columns that are hidden though they hold something, by letter: left out. */
  readonly hiddenColumns: readonly string[];
}

export interface SheetRow {
  /** As Excel counts it, from 1. */
  readonly row: number;
  /** The cells that hold something, from the left. */
  readonly cells: readonly SheetCell[];
}

export interface SheetCell {
  /** As Excel names it: `C5`. Of merged cells that of the first. */
  readonly address: string;
  /** As Excel counts it, from 1. */
  readonly row: number;
  /** From 1: A is 1. */
  readonly column: number;
  /** As it is read in the sheet, trimmed, its lines parted by `\n`; a date as `2026-12-01`. */
  readonly text: string;
  /** What it holds: of a formula the value that was saved with it; null for an error (#REF!) and an unsaved formula. */
  readonly value: string | number | boolean | null;
  /** The day, where it holds one as Excel does (a number that is shown as a date); null otherwise. */
  readonly date: CivilDate | null;
  /** `unsaved` is a formula whose program left no value: nobody can know what stood there. */
  readonly formula: 'none' | 'saved' | 'unsaved';
  /** How many rows and columns it covers, hidden ones among them: 1 and 1 unless merged. */
  readonly spans: { readonly rows: number; readonly columns: number };
}

/** Why nothing could be read of a file. */
export type SheetTrouble =
  /** More bytes than are tried at all; both in bytes. */
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  /** More rows or cells than are taken at once, or a file that unpacks into more than a telephone can hold. */
  | { readonly kind: 'too-much'; readonly rows: number }
  /** Nothing stands in it, or only in what is hidden. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'password' }
  /** A workbook whose end is missing or that is broken otherwise. */
  | { readonly kind: 'damaged' }
  /** Something else, whatever its name says. */
  | { readonly kind: 'not-a-workbook'; readonly is: OtherFile }
  /** The disk or the app it came from no longer gives it. */
  | { readonly kind: 'gone' }
  /** It took longer than anybody waits. */
  | { readonly kind: 'too-slow' }
  /** What reads workbooks could not be started on this device. */
  | { readonly kind: 'no-reader' }
  /** The person did not want it any more. */
  | { readonly kind: 'stopped' };

/** What a file that is no workbook turned out to be. */
export type OtherFile = 'pdf' | 'picture' | 'web-page' | 'document' | 'archive' | 'unknown';

const DAY_MS = 86_400_000;

/**
 * The day that a workbook's number stands for; null for one that is no day of 1901 to 2199. Excel believes that there was
 * a 29 February 1900; after that the count is even.
 */
export function dateOfSerial(serial: number, from1904: boolean): CivilDate | null {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + Math.floor(serial) * DAY_MS);
  if (Number.isNaN(day.getTime())) return null;
  const year = day.getUTCFullYear();
  return year > 1900 && year < 2200 ? day.toISOString().slice(0, 10) : null;
}

/** The letters of a column, from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = (column - 1) % 26;
  const letter = String.fromCharCode(65 + rest);
  return column <= 26 ? letter : columnLetters((column - 1 - rest) / 26) + letter;
}
