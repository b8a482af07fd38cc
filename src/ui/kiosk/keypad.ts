import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { icon } from '../common/icons.ts';
import { pressable, reset } from '../common/shared-styles.ts';
import { FittingWords } from './fitting-words.ts';
import { keyStyles } from './key-styles.ts';
import '../../i18n/kiosk-page-texts.ts';

/** A key of the keypad was pressed: a digit, or one back. */
export class KeyPressEvent extends Event {
  static readonly type = 'll-key';
  constructor(readonly key: string) {
    super(KeyPressEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-key': KeyPressEvent;
  }
}

/** What `KeyPressEvent.key` says for one digit back. */
const ERASE = 'erase';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0', ERASE] as const;

/**
 * Ten digits as on a telephone, and one back; keys of at least 15 mm. A keyboard or a card reader that types digits
 * is the face's to listen to.
 * @fires ll-key
 */
@customElement('ll-keypad')
export class LlKeypad extends LitElement {
  static override styles = [
    reset,
    pressable,
    keyStyles,
    css`
      .keys {
        grid-template-columns: repeat(3, 1fr);
        grid-auto-rows: 1fr;
        grid-gap: max(calc(var(--u) * 4), calc(var(--mm) * 3));
      }
      button {
        min-height: max(calc(var(--u) * 19), calc(var(--mm) * 15));
      }
      .erase {
        font-size: calc(var(--text) * 0.95);
      }
      /* The typeface keeps more room above and below a digit than a low key has. */
      .digit {
        height: 1em;
        overflow: hidden;
      }
      svg {
        margin-right: calc(var(--u) * 2);
      }
      /* The word says it without the drawing. */
      :host([crowded]) svg {
        display: none;
      }
      :host([crowded]) .erase {
        font-size: calc(var(--text) * 0.9);
      }
    `,
  ];

  readonly locale = new LocaleController(this);
  readonly fittingWords = new FittingWords(this);

  protected override render() {
    return html`<div class="keys" role="group" aria-label=${t('kioskPages.keypad.label')}>
      ${KEYS.map((key) => this.#key(key))}
    </div>`;
  }

  #key(key: (typeof KEYS)[number]) {
    if (key === null) return html`<span></span>`;
    const press = (): boolean => this.dispatchEvent(new KeyPressEvent(key));
    return key === ERASE
      ? html`<button type="button" class="erase" data-repeats @click=${press}>
          ${icon('erase')}${t('kioskPages.keypad.erase')}
        </button>`
      : html`<button type="button" data-repeats @click=${press}>
          <span class="digit">${key}</span>
        </button>`;
  }
}
