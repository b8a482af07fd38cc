import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { locale } from '../../i18n/index.ts';
import { Pager } from './board-paging.ts';
import { columnPages, type ColumnPages } from './column-pages.ts';
import { Galley } from './galley.ts';
import { WHOLE, type RowPart } from './row-parts.ts';

/** The most rows of a page that an older reader takes in. */
const MOST_ROWS = 6;
/** Few rows are set so many times as large (`board-galley-styles.ts`), where they would still have room at its square. */
const ROOMY = 1.3;

interface Made extends ColumnPages {
  readonly isRoomy: boolean;
}

/** A board that is a list: its rows, on as many pages as they need, one after the other. */
export class RowPages {
  readonly #pager: Pager;
  readonly #galley: Galley<Made>;

  constructor(host: LitElement) {
    this.#pager = new Pager(host);
    this.#galley = new Galley(host, make);
  }

  /**
   * The main part of the board, and which of how many pages it is: nothing where there is one.
   * @param row draws one of them, or a part of it
   */
  show<T>(
    rows: readonly T[],
    row: (one: T, part: Pick<RowPart, 'from' | 'to'>) => TemplateResult,
  ): { readonly main: TemplateResult; readonly page: string } {
    const made = this.#galley.made(locale() + JSON.stringify(rows));
    if (made === null) {
      const all = rows.map((one) => row(one, WHOLE));
      return {
        main: html`<div class="main">
          <ul class="galley" aria-hidden="true">
            ${all}
          </ul>
        </div>`,
        page: '',
      };
    }
    this.#pager.hold(made.characters);
    const { page } = this.#pager;
    const { length } = made.pages;
    const here = (made.pages[page] ?? []).map((part) => {
      const one = rows[part.row];
      return one === undefined ? nothing : row(one, part);
    });
    return {
      main: html`<div class="main">
        <ul class=${made.isRoomy ? 'rows roomy' : 'rows'}>
          ${here}
        </ul>
      </div>`,
      page: length > 1 ? `${page + 1}/${length}` : '',
    };
  }
}

function make(root: ParentNode, sparePx: number): Made | null {
  const pages = columnPages(root, MOST_ROWS, sparePx);
  if (pages === null) return null;
  const [main, galley] = [root.querySelector('.main'), root.querySelector<HTMLElement>('.galley')];
  const room = (main?.clientHeight ?? 0) - sparePx;
  return {
    ...pages,
    isRoomy: pages.pages.length === 1 && (galley?.offsetHeight ?? Infinity) * ROOMY * ROOMY <= room,
  };
}
