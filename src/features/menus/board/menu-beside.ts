import { html, nothing, type TemplateResult } from 'lit';
import type { BoardGlass } from '../../../ui/common/scale.ts';
import { isWide } from '../../../ui/board/board-styles.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { rowsIn } from '../../../ui/board/galley.ts';
import { pageRows } from '../../../ui/board/page-rows.ts';
import { WHOLE, type RowPart } from '../../../ui/board/row-parts.ts';
import type { MenuItem } from '../model/menu.ts';
import './board-picture.ts';
import { setName, setText } from '../words/set-words.ts';
import { menuRow, nameOnBoard, priceOf, type MenuRow } from './menu-rows.ts';

/*
 * What stands beside the dishes: a picture, and under it the set meal and the word to the guests.
 */

/** A menu parted into pages that have something beside them. */
export interface PicturedPages {
  readonly pages: readonly (readonly RowPart[])[];
  readonly characters: readonly number[];
  /** What stands under the picture: indices of rows. */
  readonly under: readonly number[];
  /** Where the picture stands: beside the rows, or on a glass that hangs upright below them. */
  readonly where: 'beside' | 'below';
}

/** The most rows of a page that an older reader takes in. */
const MOST_ROWS = 6;
/** Minutes of arc a picture needs to say what it shows, and what parts it from what is under it. */
const PICTURE_AM = 110;
const GAP_AM = 14;

/** The galleys of what would stand beside a picture, and under it. */
export const besideGalleys = (rows: readonly MenuRow[], glass: BoardGlass): TemplateResult | typeof nothing =>
  isWide(glass)
    ? html`<ul class="galley beside" aria-hidden="true">
          ${rows.map((row) => menuRow(row, WHOLE, byClause))}
        </ul>
        <div class="galley aside" aria-hidden="true">${rows.map(menuBlock)}</div>`
    : nothing;

/** What stands beside a page. */
export const besidePage = (
  { under }: PicturedPages,
  rows: readonly MenuRow[],
  items: readonly MenuItem[],
): TemplateResult =>
  html`<aside class="side">
    <ll-board-picture .items=${items}></ll-board-picture>
    ${rows.map((row, i) => (under.includes(i) ? menuBlock(row) : nothing))}
  </aside>`;

function menuBlock(row: MenuRow): TemplateResult | typeof nothing {
  if (row.kind === 'dish') return nothing;
  if (row.kind === 'note') return html`<div class="block"><p class="note">${byClause(row.note)}</p></div>`;
  return html`<div class="block">
    <p><b class="name">${byClause(setName(row.set))}</b> ${priceOf(row)}</p>
    <p class="text">${byClause(setText(row.set))}</p>
  </div>`;
}

/**
 * Makes pages that leave room for a picture; null where there is none. It makes way for a name that it would break, and
 * what has no room under it stands in a row like all else.
 */
export function picturedPages(
  root: ParentNode,
  rows: readonly MenuRow[],
  glass: BoardGlass,
  sparePx: number,
): PicturedPages | null {
  const [main, whole, beside] = ['.main', '.galley.whole', '.galley.beside'].map((name) =>
    root.querySelector(name),
  );
  if (!main || !whole) return null;
  const room = main.clientHeight - sparePx;
  const alone = rowsIn(whole);
  if (beside) {
    const set = rowsIn(beside);
    if (rows.some((row, i) => nameLines(row, set[i]) > nameLines(row, alone[i]))) return null;
    return inPages(set, room, underPicture(root, rows, room, glass.am), 'beside');
  }
  if (glass.heightPx < glass.widthPx) return null;
  const made = inPages(alone, room, [], 'below');
  const highest = made.pages.map((page) => page.reduce((sum, { row }) => sum + (alone[row]?.height ?? 0), 0));
  return room - Math.max(...highest) > (PICTURE_AM + GAP_AM) * glass.am ? made : null;
}

type Set = ReturnType<typeof rowsIn>;

function inPages(
  set: Set,
  room: number,
  under: readonly number[],
  where: PicturedPages['where'],
): PicturedPages {
  const inRows = set.map((_, i) => i).filter((i) => !under.includes(i));
  const setRows = inRows.map((i) => set[i] ?? { height: 0, lines: [] });
  const pages = pageRows(setRows, room, MOST_ROWS).map((page) =>
    page.map((part) => ({ ...part, row: inRows[part.row] ?? 0 })),
  );
  const count = (indices: readonly number[]): number =>
    indices.reduce((sum, i) => sum + (set[i]?.characters ?? 0), 0);
  return {
    pages,
    under,
    where,
    characters: pages.map((page) => count([...under, ...page.map(({ row }) => row)])),
  };
}

/** Which rows have room under the picture. */
function underPicture(
  root: ParentNode,
  rows: readonly MenuRow[],
  room: number,
  am: number,
): readonly number[] {
  const blocks = [...root.querySelectorAll<HTMLElement>('.galley.aside .block')];
  const fitting: number[] = [];
  let left = room - PICTURE_AM * am;
  rows.forEach(({ kind }, i) => {
    if (kind === 'dish') return;
    const height = (blocks.shift()?.offsetHeight ?? Infinity) + GAP_AM * am;
    if (height > left) return;
    left -= height;
    fitting.push(i);
  });
  return fitting;
}

/** How many lines a dish's name takes. */
function nameLines(row: MenuRow, set: Set[number] | undefined): number {
  if (row.kind !== 'dish' || set === undefined) return 0;
  const { length } = nameOnBoard(row.item);
  return set.lines.filter(({ from }) => from < length).length;
}
