import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, locale, t } from '../../../i18n/index.ts';
import type { SaidPageEvent } from '../../../ui/board/said-pages.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { inWords } from '../model/in-words.ts';
import type { Notice } from '../model/notice.ts';
import '../../../i18n/board-texts.ts';
import '../../../ui/board/said-pages.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-notice-strip': LlNoticeStrip;
  }
}

/**
 * What the house has to say, at the foot of whatever is on a television: a line of each notice's heading, or while one
 * is urgent a panel with all of each. Nothing moves: what is longer, and what is next, takes its turn.
 */
@customElement('ll-notice-strip')
export class LlNoticeStrip extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      :host {
        height: auto;
        background: #1d3229;
      }
      .strip {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: auto;
        grid-template-columns: auto minmax(0, 1fr);
        align-items: center;
        column-gap: calc(var(--am) * 14);
        height: calc(var(--am) * 78 + var(--safe-y));
        padding: calc(var(--am) * 8) var(--safe-x) var(--safe-y);
      }
      .strip.bare {
        grid-template-columns: minmax(0, 1fr);
      }
      .strip.urgent {
        height: max(calc(var(--am) * 158 + var(--safe-y)), calc(var(--panel-height) * 0.38));
      }
      .strip.plum {
        background: var(--plum);
        color: var(--white);
      }
      .label {
        padding: 0 calc(var(--am) * 8);
        border-radius: calc(var(--am) * 8);
        background: var(--amber);
        color: var(--ink);
        font-size: var(--board-least);
        line-height: 1.5;
        white-space: nowrap;
      }
      .plum .label {
        background: var(--white);
        color: var(--plum);
      }
      .page {
        font-size: var(--board-least);
        font-weight: 500;
      }
      ll-said-pages {
        align-self: stretch;
      }
    `,
  ];

  /** Those that hold here, the gravest first; none of them an emergency. */
  @property({ attribute: false, hasChanged: (a, b) => JSON.stringify(a) !== JSON.stringify(b) })
  notices: readonly Notice[] = [];
  @state() private page: Pick<SaidPageEvent, 'page' | 'pages'> = { page: 0, pages: [] };

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    if (this.notices.length === 0) return nothing;
    const urgent = this.notices.some(({ level }) => level === 'urgent');
    const { page, pages } = this.page;
    const level = this.notices[pages[page]?.of ?? 0]?.level === 'urgent' ? 'urgent' : 'normal';
    // On a panel that is small for its hall the words need all of it, a line at a time: the colour says the same.
    const wide = boardClass(glassInPixels(this)) === 'board';
    const label = !urgent || wide;
    return html`<div
      class="strip ${urgent && wide ? 'urgent' : ''} ${level === 'urgent' ? 'plum' : ''} ${label ? '' : 'bare'}"
    >
      ${label ? html`<span class="label">${t(`boards.notices.${level}`)}</span>` : nothing}
      <ll-said-pages .said=${this.#said(urgent, wide)} @ll-said-page=${this.#turned}></ll-said-pages>
      ${label && pages.length > 1 ? html`<span class="page">${page + 1}/${pages.length}</span>` : nothing}
    </div>`;
  }

  /** In a line a notice is its heading, at the size of what is read; an urgent one is whole. */
  #said(urgent: boolean, wide: boolean) {
    return this.notices.map((notice) => {
      const { title, body } = inWords(notice, locale());
      if (urgent && wide) return { heading: title, body };
      return { heading: null, body: urgent && body !== null ? `${title}\n${body}` : title };
    });
  }

  readonly #turned = ({ page, pages }: SaidPageEvent): void => {
    this.page = { page, pages };
  };
}
