import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { BoardPaintedEvent } from '../../../app/painted.ts';
import type { Notice } from '../model/notice.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { boardStyles } from '../../../ui/board/board-styles.ts';

/**
 * An emergency, over everything else and over the whole screen.
 * @fires ll-board-painted - with `notice:ID@1`
 */
@customElement('ll-board-notice')
export class LlBoardNotice extends LitElement {
  static override readonly styles = [
    boardStyles,
    css`
      .board {
        background: var(--alarm);
        color: var(--white);
      }
      .what {
        font-size: calc(var(--am) * 92);
        font-weight: 900;
        line-height: 1.25;
      }
      .more {
        max-width: 24em;
        font-size: calc(var(--am) * 48);
        line-height: 1.45;
        white-space: pre-line;
      }
      .foot {
        color: var(--white);
      }
    `,
  ];

  @property({ attribute: false }) notice: Notice | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    const { notice } = this;
    if (notice === null) return nothing;
    return html`<div class="board" role="alert">
      <header class="head"><h1>${t('screen.notice.emergency')}</h1></header>
      <section class="alone">
        <p class="what">${notice.title}</p>
        ${notice.body === null ? nothing : html`<p class="more">${notice.body}</p>`}
      </section>
      <footer class="foot"><span>${t('screen.notice.follow')}</span></footer>
    </div>`;
  }

  override updated(): void {
    if (this.notice !== null) this.dispatchEvent(new BoardPaintedEvent(`notice:${this.notice.id}@1`));
  }
}
