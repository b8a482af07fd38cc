import { css, html } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { t } from '../../i18n/index.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import '../../ui/kiosk/button.ts';
import '../../i18n/kiosk-page-texts.ts';

/** The answer to 还在看吗？ */
export class StillThereEvent extends Event {
  static readonly type = 'll-still-there';
  constructor(readonly there: boolean) {
    super(StillThereEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-still-there': StillThereEvent;
  }
}

/**
 * 还在看吗？ over the page, above the bar. One tap stays, wherever it lands but on 我好了.
 * @fires ll-still-there
 */
@customElement('ll-still-there')
export class LlStillThere extends KioskElement {
  static override styles = [
    reset,
    css`
      :host {
        position: absolute;
        top: 0;
        right: 0;
        /* The bar stays in sight and in use: help is always at the same place. */
        bottom: calc(var(--u) * 49);
        left: 0;
        display: flex;
        align-items: center;
        justify-content: center;
        padding: calc(var(--u) * 20) calc(var(--u) * 20) 0;
        background: var(--paper);
      }
      section {
        width: 100%;
        max-width: calc(var(--u) * 260);
        text-align: center;
      }
      h1 {
        font-size: calc(var(--u) * 30);
        font-weight: 900;
        line-height: 1.2;
      }
      p {
        margin: calc(var(--u) * 5) 0 calc(var(--u) * 10);
        font-size: var(--text-large);
        color: var(--ink-soft);
      }
      ll-button {
        display: block;
        height: calc(var(--u) * 36);
        margin-top: calc(var(--u) * 8);
        --button-text: calc(var(--u) * 18);
      }
    `,
  ];

  /** Seconds until everything is put away. */
  @property({ type: Number }) seconds = 0;

  @query('ll-button') private readonly stayButton!: HTMLElement;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('click', this.#stay);
    void this.updateComplete.then(() => this.stayButton.focus());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('click', this.#stay);
  }

  protected override render() {
    return html`<section role="alertdialog" aria-modal="true" aria-labelledby="q" aria-describedby="s">
      <h1 id="q">${t('kioskPages.idle.question')}</h1>
      <p id="s">${t('kioskPages.idle.seconds', { count: this.seconds })}</p>
      <ll-button kind="confirm">${t('kioskPages.idle.stay')}</ll-button>
      <ll-button @click=${this.#done} data-careful>${t('kioskPages.idle.done')}</ll-button>
    </section>`;
  }

  readonly #stay = (): void => {
    this.dispatchEvent(new StillThereEvent(true));
  };

  readonly #done = (event: Event): void => {
    event.stopPropagation();
    this.dispatchEvent(new StillThereEvent(false));
  };
}
