import type { Sheet, SheetCell } from '../../../../kernel/workbook.ts';

/** A sheet as a person sees it: what is merged stands in each of the places it covers. */
interface Table {
  /** The rows that can be seen, from above, each by its columns. */
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly row: number;
  /** By column, from 1. */
  readonly at: ReadonlyMap<number, SheetCell>;
}

/** The widest a merged cell is spread: a title over a whole sheet says nothing more of its thousandth column. */
const WIDEST = 64;

/** Lays a sheet out; a merged cell stands in all it covers, as far as rows with anything in them go. */
export function tableOf({ rows }: Sheet): Table {
  const laid = new Map(rows.map(({ row }) => [row, new Map<number, SheetCell>()]));
  for (const { cells } of rows)
    for (const cell of cells)
      for (let row = cell.row; row < cell.row + Math.min(cell.spans.rows, 400); row += 1)
        for (
          let column = cell.column;
          column < cell.column + Math.min(cell.spans.columns, WIDEST);
          column += 1
        )
          laid.get(row)?.set(column, cell);
  return {
    rows: [...laid].map(([row, at]) => ({ row, at: new Map([...at].sort(([a], [b]) => a - b)) })),
  };
}
