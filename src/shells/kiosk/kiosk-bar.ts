import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { otherLocale, t } from '../../i18n/index.ts';
import { icon } from '../../ui/common/icons.ts';
import { FittingWords } from '../../ui/kiosk/fitting-words.ts';
import { KioskElement } from '../../ui/kiosk/kiosk-element.ts';
import { USUAL, type Comfort } from './comfort.ts';
import { pressable, reset } from '../../ui/common/shared-styles.ts';

/** What was pressed in the bar. */
type BarKey = 'back' | 'home' | 'size' | 'contrast' | 'read' | 'language' | 'help';

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
 * The bar at the same place on every page: 返回 首页 字大些 黑底白字 读给我听 English 找人帮忙. What a page or this device
 * cannot do leaves its place empty, so that nothing ever moves, whatever the size of the type.
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
        /* Back, home, larger, contrast, read aloud, language, help: each as wide as its words. */
        grid-template-columns:
          minmax(0, 24fr) minmax(0, 24fr) minmax(0, 30fr) minmax(0, 28fr) minmax(0, 28fr)
          minmax(0, 35fr) minmax(0, 40fr);
        /* Words that do not fit grow smaller, and the bar no higher. */
        grid-template-rows: 100%;
        grid-gap: max(calc(var(--u) * 3), calc(var(--mm) * 3));
        height: 100%;
      }
      button {
        display: flex;
        align-items: center;
        justify-content: center;
        flex-direction: column;
        padding: calc(var(--u) * 0.5);
        border: calc(var(--u) * 0.7) solid var(--tile-edge);
        border-radius: var(--radius-small);
        background: var(--wheat);
        color: var(--ink);
        /* The least capital of a kiosk is 4.8 real millimetres high. */
        font-size: max(calc(var(--mm) * 6.6), calc(var(--u) * 9.6 * var(--fit, 1)));
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
        border-color: var(--cinnabar);
        color: var(--white);
        font-size: max(calc(var(--mm) * 6.6), calc(var(--u) * 12.4 * var(--fit, 1)));
        font-weight: 900;
      }
      /* Four characters stand two and two. */
      .help:lang(zh) span,
      .contrast:lang(zh) span,
      .read:lang(zh) span {
        width: 2.1em;
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
      .size {
        grid-column: 3;
      }
      .contrast {
        grid-column: 4;
      }
      .read {
        grid-column: 5;
      }
      .language {
        grid-column: 6;
      }
      .help {
        grid-column: 7;
      }
    `,
  ];

  /** On the home page there is nowhere to go back to. */
  @property({ type: Boolean }) atHome = true;
  @property({ attribute: false }) comfort: Comfort = USUAL;
  /** What the next press of 读给我听 does; null where nobody can read aloud. */
  @property({ attribute: false }) reading: 'read' | 'readSlower' | 'readNoMore' | null = null;
  readonly fittingWords = new FittingWords(this);

  protected override render() {
    return html`<nav aria-label=${t('kiosk.bar.label')}>
      ${
        this.atHome
          ? nothing
          : [
              this.#button('back', t('kiosk.bar.back'), icon('back')),
              this.#button('home', t('kiosk.bar.home'), icon('home')),
            ]
      }
      ${this.#button('size', t(this.comfort.larger === 1 ? 'kiosk.bar.larger' : 'kiosk.bar.smaller'))}
      ${this.#button('contrast', t(this.comfort.contrast ? 'kiosk.bar.light' : 'kiosk.bar.dark'))}
      ${this.reading === null ? nothing : this.#button('read', t(`kiosk.bar.${this.reading}`))}
      ${this.#button('language', t('kiosk.bar.otherLanguage'))} ${this.#button('help', t('kiosk.bar.help'))}
    </nav>`;
  }

  #button(key: BarKey, words: string, drawing: unknown = nothing) {
    const language = key === 'language' ? otherLocale() : nothing;
    return html`<button type="button" class=${key} lang=${language} @click=${() => this.#tell(key)}>
      ${drawing}<span>${words}</span>
    </button>`;
  }

  #tell(key: BarKey): void {
    this.dispatchEvent(new BarEvent(key));
  }
}
