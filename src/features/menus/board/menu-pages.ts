import { ContextConsumer } from '@lit/context';
import { adoptStyles, html, nothing, type LitElement, type TemplateResult } from 'lit';
import { deviceContext, storeContext } from '../../../app/contexts.ts';
import { locale } from '../../../i18n/index.ts';
import { Pager } from '../../../ui/board/board-paging.ts';
import { byClause } from '../../../ui/board/by-clause.ts';
import { boardGalleyStyles } from '../../../ui/board/board-galley-styles.ts';
import { boardRowStyles } from '../../../ui/board/board-row-styles.ts';
import { boardStyles } from '../../../ui/board/board-styles.ts';
import { columnPages, type ColumnPages } from '../../../ui/board/column-pages.ts';
import { Galley } from '../../../ui/board/galley.ts';
import { turnsOf } from '../../../ui/board/page-turns.ts';
import { WHOLE } from '../../../ui/board/row-parts.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import type { MenuItem } from '../model/menu.ts';
import { menuBoardStyles } from './board-menu-styles.ts';
import { besideGalleys, besidePage, picturedPages, type PicturedPages } from './menu-beside.ts';
import { menuPagesStyles } from './menu-pages-styles.ts';
import { asOffered, menuRow, type MenuRow } from './menu-rows.ts';

/** A menu has been parted into pages, differently than before: of each which of its rows stand there, counted from 0. */
class MenuPagedEvent extends Event {
  constructor(readonly pages: readonly (readonly number[])[]) {
    super('ll-menu-paged', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-menu-paged': MenuPagedEvent;
  }
}

/** The most rows of a page that an older reader takes in. */
const MOST_ROWS = 6;

interface Made extends ColumnPages {
  /** Null where nothing stands beside them. */
  readonly pictured: PicturedPages | null;
}

type Page = Made['pages'][number] | undefined;

/** The pages of a menu board, once they are here: the first paint has as many whole rows as there is room for. */
export class MenuPages {
  readonly #device: ContextConsumer<typeof deviceContext, LitElement>;
  readonly #pager: Pager;
  readonly #galley: Galley<Made>;
  #rows: readonly MenuRow[] = [];
  /** The rows as they are set to be measured. */
  #set: readonly MenuRow[] = [];
  /** A menu of which a row goes on over pages, as it is offered: its cuts are counted in what it says just now. */
  #cut = '';
  #isDressed = false;
  /** The parting that was told last. */
  #told: Made | null = null;

  constructor(private readonly host: LitElement) {
    this.#device = new ContextConsumer(host, { context: deviceContext, subscribe: true });
    const store = new ContextConsumer(host, { context: storeContext, subscribe: true });
    this.#pager = new Pager(host, () =>
      this.#leaf === undefined ? null : (store.value?.time().nowMs ?? null),
    );
    this.#galley = new Galley(host, (root, spare) => this.#make(root, spare));
  }

  /** The main part of the board, and which of how many pages it is: none where there is one. */
  show(rows: readonly MenuRow[]): { readonly main: TemplateResult; readonly page: string } {
    this.#rows = rows;
    // What sells out stays where it stood, and so does all else: it takes no more room, and needs no new pages.
    const offered = rows.map(asOffered);
    this.#set = this.#cut === textOf(offered) ? rows : offered;
    this.#dress();
    const made = this.#galley.made(textOf(this.#set));
    if (made === null) return { main: this.#galleys(), page: '' };
    this.#tell(made);
    const turns = turnsOf(made.characters, this.#leaf ?? { of: 1, part: 1 });
    this.#pager.hold(turns.characters);
    const page = turns.pages[this.#pager.page] ?? 0;
    const { length } = made.pages;
    return { main: this.#page(made, page), page: length > 1 ? `${page + 1}/${length}` : '' };
  }

  #tell(made: Made): void {
    if (made === this.#told) return;
    this.#told = made;
    this.host.dispatchEvent(new MenuPagedEvent(made.pages.map((page) => page.map(({ row }) => row))));
  }

  /** Which of the televisions side by side this is; undefined where it hangs alone. */
  get #leaf() {
    return this.#device.value?.continues;
  }

  /** The board's own styles have nothing of what its first paint has not. */
  #dress(): void {
    const root = this.host.renderRoot;
    if (this.#isDressed || !(root instanceof ShadowRoot)) return;
    this.#isDressed = true;
    adoptStyles(root, [boardStyles, boardRowStyles, boardGalleyStyles, menuBoardStyles, menuPagesStyles]);
  }

  #make(root: ParentNode, spare: number): Made | null {
    const pictured = picturedPages(root, this.#set, glassInPixels(this.host), spare);
    const made = pictured ?? columnPages(root, MOST_ROWS, spare);
    if (made === null) return null;
    if (made.pages.some((page) => page.some(({ to }) => to !== null)))
      this.#cut = textOf(this.#rows.map(asOffered));
    return { ...made, pictured };
  }

  #galleys(): TemplateResult {
    return html`<div class="main">
      <ul class="galley whole" aria-hidden="true">
        ${this.#set.map((row) => menuRow(row, WHOLE, byClause))}
      </ul>
      ${besideGalleys(this.#set, glassInPixels(this.host))}
    </div>`;
  }

  #page({ pages, pictured }: Made, page: number): TemplateResult {
    const onPage = dishesIn(this.#partsOf(pages[page]).map(({ row }) => row));
    // The set meal and the word to the guests have none of their own: beside them stands one of the meal's.
    const items = onPage.length > 0 ? onPage : dishesIn(this.#rows);
    return html`<div class="main ${pictured?.where ?? ''}">
      <ul class="rows">
        ${this.#rowsOf(pages[page])}
      </ul>
      ${pictured && besidePage(pictured, this.#rows, items)}
      ${this.#leaf === undefined ? nothing : this.#unseen(pages, page, pictured)}
    </div>`;
  }

  /** Screens side by side prove the same pages, those on the other one too: else they would part the menu differently. */
  #unseen(pages: Made['pages'], shown: number, pictured: Made['pictured']): readonly TemplateResult[] {
    return pages
      .filter((_, page) => page !== shown)
      .map(
        (page) =>
          html`<ul class="rows galley ${pictured?.where ?? ''}" aria-hidden="true">
            ${this.#rowsOf(page)}
          </ul>`,
      );
  }

  #rowsOf(page: Page): readonly TemplateResult[] {
    return this.#partsOf(page).map((part) => menuRow(part.row, part, byClause));
  }

  #partsOf(page: Page) {
    return (page ?? []).flatMap((part) => {
      const row = this.#rows[part.row];
      return row === undefined ? [] : [{ ...part, row }];
    });
  }
}

const dishesIn = (rows: readonly MenuRow[]): readonly MenuItem[] =>
  rows.flatMap((row) => (row.kind === 'dish' ? [row.item] : []));

/** All that decides how rows are set. */
const textOf = (rows: readonly MenuRow[]): string => locale() + JSON.stringify(rows);
