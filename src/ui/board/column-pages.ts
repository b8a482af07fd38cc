import { rowsIn } from './galley.ts';
import { pageRows } from './page-rows.ts';
import type { RowPart } from './row-parts.ts';

/** A board of one column, parted into pages. */
export interface ColumnPages {
  readonly pages: readonly (readonly RowPart[])[];
  /** How many characters stand on each page. */
  readonly characters: readonly number[];
}

/**
 * Makes pages of a board's one galley; null while it is not there.
 * @param sparePx of each page that stays free
 */
export function columnPages(root: ParentNode, mostRows: number, sparePx: number): ColumnPages | null {
  const [main, galley] = [root.querySelector('.main'), root.querySelector('.galley')];
  if (main === null || galley === null) return null;
  const rows = rowsIn(galley);
  const pages = pageRows(rows, main.clientHeight - sparePx, mostRows);
  return {
    pages,
    characters: pages.map((page) => page.reduce((sum, { row }) => sum + (rows[row]?.characters ?? 0), 0)),
  };
}
