import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { BoardPaintedEvent } from '../../../app/painted.ts';
import { LocaleController, locale, t } from '../../../i18n/index.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import type { SaidPageEvent } from '../../../ui/board/said-pages.ts';
import { Chime } from '../../../ui/common/chime.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { inWords } from '../model/in-words.ts';
import type { Notice } from '../model/notice.ts';
import { NoticeLaidEvent } from './notice-laid.ts';
import '../../../ui/board/said-pages.ts';

/**
 * An emergency, over everything else and over the whole screen: its words as large as they can be, and never smaller
 * than is read from the farthest seat; longer ones on pages.
 * @fires ll-board-painted - with `notice:ID@1`
 * @fires ll-notice-laid
 */
@customElement('ll-board-notice')
export class LlBoardNotice extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      :host {
        background: var(--alarm);
        color: var(--white);
      }
      .board {
        grid-template-rows: auto minmax(0, 1fr) auto;
      }
      .head {
        grid-template-columns: 1fr auto;
        padding-bottom: calc(var(--am) * 9);
        font-size: var(--board-read);
        line-height: 1.2;
      }
      .head h1 {
        font-size: inherit;
      }
      ll-said-pages {
        margin-bottom: calc(var(--am) * 9);
        text-align: center;
      }
      .narrow ll-said-pages {
        margin-bottom: 0;
      }
      .foot {
        display: block;
        color: var(--white);
        text-align: center;
        white-space: normal;
      }
    `,
  ];

  @property({ attribute: false }) notice: Notice | null = null;
  /** The language of its glass, where that is not the page's. */
  @property({ attribute: false }) language: 'zh-CN' | 'en' | null = null;
  /** Only looked at, before it is raised: it makes no sound. */
  @property({ type: Boolean }) preview = false;
  @state() private page: Pick<SaidPageEvent, 'page' | 'pages'> = { page: 0, pages: [] };

  readonly #chime = new Chime(this, () => this.notice !== null && !this.preview);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { notice } = this;
    if (notice === null) return nothing;
    const { title, body } = inWords(notice, this.language ?? locale());
    const { page, pages } = this.page;
    return html`<div class=${boardClass(glassInPixels(this))} role="alert">
      <header class="head">
        <h1>${t('screen.notice.emergency')}</h1>
        ${pages.length > 1 ? html`<span>${page + 1}/${pages.length}</span>` : nothing}
      </header>
      <ll-said-pages grows .heading=${title} .body=${body} @ll-said-page=${this.#turned}></ll-said-pages>
      <footer class="foot">${t('screen.notice.follow')}</footer>
    </div>`;
  }

  readonly #turned = ({ page, pages }: SaidPageEvent): void => {
    if (pages !== this.page.pages) this.dispatchEvent(new NoticeLaidEvent(pages));
    this.page = { page, pages };
  };

  override updated(): void {
    if (this.notice !== null)
      this.dispatchEvent(new BoardPaintedEvent(`notice:${this.notice.id}@1`, this.#chime.silent === true));
  }
}
