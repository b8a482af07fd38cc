import type { RowPart } from './row-parts.ts';

/** A row as it was set, in CSS pixels of its board. */
export interface SetRow {
  /** Of the whole row, its edges included. */
  readonly height: number;
  /** The lines of what may be cut: where in its text each begins, and how high it is. One line where none was looked for. */
  readonly lines: readonly { readonly from: number; readonly height: number }[];
}

interface Placed extends RowPart {
  readonly height: number;
}

/**
 * Parts rows into as few pages as they need, as even as can be, so that the last is not a lone row. A row that is higher
 * than a page goes on over the next ones, line by line: nothing is made smaller, and nothing is left out.
 * @param room what a page has for rows, in the same pixels
 * @param most rows on a page
 */
export function pageRows(
  rows: readonly SetRow[],
  room: number,
  most: number,
): readonly (readonly RowPart[])[] {
  const parts = rows.flatMap((row, index) => cut(row, index, room));
  const whole = fill(parts, room, most);
  // The lowest page that takes no more of them: found by halves.
  let [low, high] = [0, room];
  for (let step = 0; step < 12; step += 1) {
    const middle = (low + high) / 2;
    if (fill(parts, middle, most).length > whole.length) low = middle;
    else high = middle;
  }
  return fill(parts, high, most);
}

/** Pages filled from the first on; what does not even go on a page of its own has one. */
function fill(parts: readonly Placed[], room: number, most: number): Placed[][] {
  const pages: Placed[][] = [];
  let left = 0;
  for (const part of parts) {
    const page = pages[pages.length - 1];
    if (page !== undefined && part.height <= left && page.length < most) {
      page.push(part);
      left -= part.height;
    } else {
      pages.push([part]);
      left = room - part.height;
    }
  }
  return pages;
}

function cut({ height, lines }: SetRow, row: number, room: number): readonly Placed[] {
  const all = lines.reduce((sum, line) => sum + line.height, 0);
  const beside = height - all;
  const again = lines[lines.length - 1]?.height ?? 0;
  if (height <= room || lines.length < 2) return [{ row, from: 0, to: null, height }];
  const parts: Placed[] = [];
  let from = 0;
  let used = beside;
  lines.forEach((line, i) => {
    if (i > 0 && used + line.height > room && line.from > from) {
      parts.push({ row, from, to: line.from, height: used });
      from = line.from;
      // What it belongs to is said again, in a line as high as its last.
      used = beside + again;
    }
    used += line.height;
  });
  return [...parts, { row, from, to: null, height: used }];
}
