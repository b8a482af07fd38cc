import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { buttonStyles } from './styles/button-styles.ts';
import { textStyles } from './styles/text-styles.ts';

/** A key of the pad was pressed. */
class KeyPadEvent extends Event {
  /** @param key a digit; null to take the last one back */
  constructor(readonly key: string | null) {
    super('ll-pad-key', { bubbles: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-key-pad': LlKeyPad;
  }
  interface HTMLElementEventMap {
    'll-pad-key': KeyPadEvent;
  }
}

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', null, '0'] as const;

/**
 * Digits for fingers that are wet or in a glove: 12 mm each on a telephone or tablet, whose browsers make 76 px of that.
 *
 * @event ll-pad-key - A digit, or null to take one back.
 */
@customElement('ll-key-pad')
export class LlKeyPad extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    css`
      div {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: 0.5rem;
      }
      button {
        min-height: 4.75rem;
        border-radius: 1rem;
        font-size: 1.75rem;
        font-variant-numeric: tabular-nums;
      }
      /* Beside a mouse they need not be. */
      @media (pointer: fine) {
        button {
          min-height: 3.25rem;
          font-size: 1.5rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`<div role="group" aria-label=${t('staff.unlock.keypad')}>
      ${KEYS.map((key) =>
        key === null
          ? html`<span></span>`
          : html`<button type="button" data-repeats @click=${() => this.#press(key)}>${key}</button>`,
      )}
      <button
        type="button"
        data-repeats
        aria-label=${t('staff.unlock.erase')}
        @click=${() => this.#press(null)}
      >
        ⌫
      </button>
    </div>`;
  }

  #press(key: string | null): void {
    this.dispatchEvent(new KeyPadEvent(key));
  }
}

/** What a field holds once a key has been pressed. */
export const afterKey = (text: string, key: string | null): string =>
  key === null ? text.slice(0, -1) : text + key;
