import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardEmptyEvent, BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, locale, t } from '../../../i18n/index.ts';
import type { View } from '../../../protocol/client/api.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import type { SaidPageEvent } from '../../../ui/board/said-pages.ts';
import { inWords } from '../model/in-words.ts';
import { isForScreen } from '../model/is-for.ts';
import { noticesNow, type Notice } from '../model/notice.ts';
import '../../../i18n/board-texts.ts';
import '../../../ui/board/said-pages.ts';

const readNotices = (view: View): Promise<readonly Notice[]> => view.list('centre', 'notice');

/**
 * The notice board: all that the house has to say on this television, one after the other, each whole.
 * @fires ll-board-painted - with `notices:SCREEN@1`
 * @fires ll-board-empty - where there is nothing to say
 */
@customElement('ll-board-notices')
export class LlBoardNotices extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      .board {
        grid-template-rows: auto minmax(0, 1fr);
      }
      .head {
        grid-template-columns: 1fr auto;
        font-size: var(--board-read);
      }
      .head h1 {
        font-size: inherit;
        color: var(--gold);
      }
    `,
  ];

  @property({ attribute: false }) screenId = '';
  @state() private page: Pick<SaidPageEvent, 'page' | 'pages'> = { page: 0, pages: [] };
  readonly #ticker = new Ticker(this);
  readonly #rows = new LiveQuery(this, { query: readNotices, args: () => [], isEmpty: () => false });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#rows.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class=${boardClass(glassInPixels(this))}>
          <section class="alone"><p class="say">${t('screen.unreadable')}</p></section>
        </div>`,
      complete: (notices) => this.#board(this.#here(notices)),
    });
  }

  override updated(): void {
    const event = this.#rows.render<Event | null>({
      pending: () => null,
      empty: () => null,
      error: () => new BoardPaintedEvent(UNREADABLE),
      complete: (notices) =>
        this.#here(notices).length === 0
          ? new BoardEmptyEvent()
          : new BoardPaintedEvent(`notices:${this.screenId}@1`),
    });
    if (event !== null) this.dispatchEvent(event);
  }

  #here(notices: readonly Notice[]): readonly Notice[] {
    return noticesNow(notices, this.#ticker.time.nowMs).filter(
      (notice) => notice.level !== 'emergency' && isForScreen(notice, this.screenId),
    );
  }

  #board(notices: readonly Notice[]): TemplateResult | typeof nothing {
    if (notices.length === 0) return nothing;
    const { page, pages } = this.page;
    const said = notices.map((notice) => inWords(notice, locale()));
    return html`<div class=${boardClass(glassInPixels(this))}>
      <header class="head">
        <h1>${t('boards.notices.title')}</h1>
        ${pages.length > 1 ? html`<span>${page + 1}/${pages.length}</span>` : nothing}
      </header>
      <ll-said-pages
        grows
        .said=${said.map(({ title, body }) => ({ heading: title, body }))}
        @ll-said-page=${this.#turned}
      ></ll-said-pages>
    </div>`;
  }

  readonly #turned = ({ page, pages }: SaidPageEvent): void => {
    this.page = { page, pages };
  };
}
