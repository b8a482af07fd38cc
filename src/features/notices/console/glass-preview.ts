import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LocaleController } from '../../../i18n/index.ts';
import { boardScale } from '../../../ui/common/board-scale.ts';
import { OwnSize } from '../../../ui/console/own-size.ts';
import type { Notice } from '../model/notice.ts';
import type { PanelKind } from '../model/panels.ts';
import '../board/board-notice.ts';
import '../../../i18n/screen-texts.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-glass-preview': LlGlassPreview;
  }
}

/**
 * An emergency as it will stand on one television: the very board, drawn in that panel's pixels for its farthest seat,
 * and made smaller as a whole.
 * @fires ll-notice-laid
 */
@customElement('ll-glass-preview')
export class LlGlassPreview extends LitElement {
  static override readonly styles = css`
    :host {
      display: block;
      position: relative;
      overflow: hidden;
      border-radius: 0.75rem;
      background: var(--alarm);
    }
    ll-board-notice {
      position: absolute;
      top: 0;
      left: 0;
      transform-origin: 0 0;
      pointer-events: none;
    }
  `;

  @property({ attribute: false }) of: PanelKind | null = null;
  @property({ attribute: false }) notice: Notice | null = null;

  constructor() {
    super();
    new OwnSize(this, () => this.#shrink());
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<ll-board-notice
      preview
      .notice=${this.notice}
      .language=${this.of?.language ?? null}
    ></ll-board-notice>`;
  }

  protected override updated(): void {
    this.#shrink();
  }

  #shrink(): void {
    const board = this.renderRoot.querySelector<HTMLElement>('ll-board-notice');
    if (board === null || this.of === null) return;
    const { panel, distanceMm } = this.of;
    for (const [name, value] of Object.entries(boardScale(panel, distanceMm)))
      board.style.setProperty(name, value);
    const smaller = this.clientWidth / panel.widthPx;
    board.style.transform = `scale(${smaller})`;
    this.style.height = `${panel.heightPx * smaller}px`;
  }
}
