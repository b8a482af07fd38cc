import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LiveQuery } from '../../../app/live-query.ts';
import { BoardPaintedEvent, UNREADABLE } from '../../../app/painted.ts';
import type { View } from '../../../protocol/client/api.ts';
import { locale, LocaleController, t } from '../../../i18n/index.ts';
import '../../../i18n/board-texts.ts';
import { boardGalleyStyles } from '../../../ui/board/board-galley-styles.ts';
import { boardClass, boardStyles } from '../../../ui/board/board-styles.ts';
import { glassInPixels } from '../../../ui/common/scale.ts';
import { byWord } from '../../../ui/board/by-word.ts';
import { contentMark } from '../../../ui/board/content-mark.ts';
import '../../../ui/board/said-pages.ts';
import type { Centre } from '../model/centre.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-board-welcome': LlBoardWelcome;
  }
}

const readCentre = async (view: View): Promise<Centre | null> =>
  (await view.list('centre', 'centre'))[0] ?? null;

/**
 * The house welcomes who comes in, in its own words or by its name. It is true on any day.
 * @fires ll-board-painted - with `welcome:CENTRE@MARK`, the mark changing with the words
 */
@customElement('ll-board-welcome')
export class LlBoardWelcome extends LitElement {
  static override readonly styles = [
    boardStyles,
    boardGalleyStyles,
    css`
      .board {
        grid-template-rows: minmax(0, 1fr) auto;
      }
      ll-said-pages {
        text-align: center;
      }
      .foot {
        display: block;
        font-size: var(--board-read);
        text-align: center;
        white-space: normal;
      }
    `,
  ];

  /** The house's own words; without them its name. */
  @property({ attribute: false }) text: string | undefined;
  @property({ attribute: false }) textEn: string | undefined;

  readonly #centre = new LiveQuery(this, { query: readCentre, args: () => [] });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult | typeof nothing {
    return this.#centre.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
      error: () =>
        html`<div class="${boardClass(glassInPixels(this))} alone">
          <p class="say">${t('screen.unreadable')}</p>
        </div>`,
      complete: (centre) =>
        html`<div class="board">
          <ll-said-pages grows .heading=${this.#words(centre)}></ll-said-pages>
          <footer class="foot">${byWord(t('boards.welcome.hotline', { number: centre.hotline }))}</footer>
        </div>`,
    });
  }

  override updated(): void {
    const showing = this.#centre.render({
      pending: () => null,
      empty: () => null,
      error: () => UNREADABLE,
      complete: (centre) => `welcome:${centre.id}@${contentMark([this.#words(centre), centre.hotline])}`,
    });
    if (showing !== null) this.dispatchEvent(new BoardPaintedEvent(showing));
  }

  #words({ name }: Centre): string {
    const own = locale() === 'en' ? (this.textEn ?? this.text) : this.text;
    return own ?? t('boards.welcome.to', { name });
  }
}
