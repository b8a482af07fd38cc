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
        /* Back, home, larger, contrast, read aloud, language, help: two characters each in the largest type. */
        grid-template-columns:
          minmax(0, 28fr) minmax(0, 33fr) minmax(0, 28fr) minmax(0, 28fr) minmax(0, 28fr)
          minmax(0, 28fr) minmax(0, 36fr);
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
        padding: 0 calc(var(--u) * 0.2);
        border: calc(var(--u) * 0.6) solid var(--tile-edge);
        border-radius: var(--radius-small);
        background: var(--wheat);
        color: var(--ink);
        --own: calc(var(--u) * var(--words, 8.2) * min(var(--larger), 1.5));
        /* The least capital of a kiosk is 4.8 real millimetres high. */
        font-size: max(calc(var(--mm) * 6.6), calc(var(--own) * var(--fit, 1)));
        font-weight: 700;
        line-height: 1.1;
        text-align: center;
      }
      button:lang(en) {
        --words: 7;
      }
      /* In larger type the words have the drawing's room. */
      button svg {
        width: calc(var(--u) * 11);
        height: max(0px, calc((1.2 - var(--larger)) * 55 * var(--u)));
        margin-bottom: calc(var(--u) * 0.5);
      }
      .help {
        background: var(--cinnabar);
        border-color: var(--cinnabar);
        color: var(--white);
        font-weight: 900;
      }
      .help:lang(en) {
        --words: 10.5;
      }
      .help:lang(zh) span {
        max-width: max(2.1em, calc((1.2 - var(--larger)) * 99em));
      }
      /* The typeface's own lines are higher than its characters. */
      span:lang(zh) {
        overflow: hidden;
        padding-bottom: 0.05em;
      }
      /* Four characters stand two and two. */
      .contrast:lang(zh) span,
      .read:lang(zh) span {
        width: 2.1em;
      }
      /* Never smaller than it was asked for: where the whole word has no room, its short one stands there. */
      .language {
        font-size: max(calc(var(--mm) * 6.6), var(--own));
      }
      .language[crowded] span {
        display: none;
      }
      .language[crowded]::after {
        content: attr(data-short);
        font-size: calc(var(--u) * 8.2 * min(var(--larger), 1.5));
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
  readonly fittingWords = new FittingWords(this, { each: true });

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
      <button
        type="button"
        class="language"
        lang=${otherLocale()}
        aria-label=${t('kiosk.bar.otherLanguage')}
        data-short=${t('kiosk.bar.shortLanguage')}
        @click=${() => this.#tell('language')}
      >
        <span>${t('kiosk.bar.otherLanguage')}</span>
      </button>
      ${this.#button('help', t('kiosk.bar.help'), icon('bell'))}
    </nav>`;
  }

  #button(key: BarKey, words: string, drawing: unknown = nothing) {
    return html`<button type="button" class=${key} @click=${() => this.#tell(key)}>
      ${drawing}<span>${words}</span>
    </button>`;
  }

  #tell(key: BarKey): void {
    this.dispatchEvent(new BarEvent(key));
  }
}
