import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { otherLocale, t } from '../../i18n/index.ts';
import { icon } from '../../ui/common/icons.ts';
import { FittingWords } from '../../ui/kiosk/fitting-words.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { pressable, reset } from '../../ui/common/shared-styles.ts';

/** What was pressed in the bar. */
type BarKey = 'back' | 'home' | 'language' | 'help';

export class BarEvent extends Event {
  static readonly type = 'll-bar';
  constructor(readonly key: BarKey) {
    super(BarEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-bar': BarEvent;
  }
}

/**
 * The bar at the same place on every page: 返回 首页 字大些 读给我听 English 找人帮忙. What a page or this device cannot
 * do leaves its place empty, so that nothing ever moves.
 * @fires ll-bar
 */
@customElement('ll-kiosk-bar')
export class LlKioskBar extends KioskElement {
  static override styles = [
    reset,
    pressable,
    css`
      nav {
        display: grid;
        /* Back, home, larger, read aloud, language, help: each as wide as its words. */
        grid-template-columns:
          minmax(0, 30fr) minmax(0, 30fr) minmax(0, 31fr) minmax(0, 24fr) minmax(0, 44fr)
          minmax(0, 53fr);
        grid-gap: calc(var(--u) * 3);
        height: 100%;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        flex-direction: column;
        padding: calc(var(--u) * 0.5);
        border-radius: var(--radius-small);
        background: var(--wheat);
        color: var(--ink);
        /* The least capital of a kiosk is 4.8 real millimetres high. */
        font-size: max(calc(var(--mm) * 6.6), calc(var(--text) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.15;
        text-align: center;
      }
      button svg {
        width: calc(var(--u) * 11);
        height: calc(var(--u) * 11);
      }
      .help {
        background: var(--cinnabar);
        color: var(--white);
        padding: 0 calc(var(--u) * 2.5);
        font-size: max(calc(var(--mm) * 6.6), calc(var(--u) * 11.2 * var(--fit, 1)));
        font-weight: 900;
      }
      :host([over-alarm]) button {
        border: calc(var(--u) * 1) solid var(--white);
      }
      .back {
        grid-column: 1;
      }
      .home {
        grid-column: 2;
      }
      .language {
        grid-column: 5;
        padding: 0 calc(var(--u) * 2);
      }
      .help {
        grid-column: 6;
      }
    `,
  ];

  /** On the home page there is nowhere to go back to. */
  @property({ type: Boolean }) atHome = true;
  readonly fittingWords = new FittingWords(this);

  protected override render() {
    return html`<nav aria-label=${t('kiosk.bar.label')}>
      ${
        this.atHome
          ? nothing
          : html`<button type="button" class="back" @click=${() => this.#tell('back')}>
                ${icon('back')}<span>${t('kiosk.bar.back')}</span>
              </button>
              <button type="button" class="home" @click=${() => this.#tell('home')}>
                ${icon('home')}<span>${t('kiosk.bar.home')}</span>
              </button>`
      }
      <button type="button" class="language" lang=${otherLocale()} @click=${() => this.#tell('language')}>
        ${t('kiosk.bar.otherLanguage')}
      </button>
      <button type="button" class="help" @click=${() => this.#tell('help')}>${t('kiosk.bar.help')}</button>
    </nav>`;
  }

  #tell(key: BarKey): void {
    this.dispatchEvent(new BarEvent(key));
  }
}
