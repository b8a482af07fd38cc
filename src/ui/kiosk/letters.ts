import { css, html, LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { icon } from '../common/icons.ts';
import { pressable, reset } from '../common/shared-styles.ts';
import { keyStyles } from './key-styles.ts';
import { KeyPressEvent } from './keypad.ts';
import '../../i18n/kiosk-page-texts.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/**
 * The letters in the order of the alphabet, since nobody here has learnt a typewriter's, and one back; keys of at least
 * 15 mm. Says small letters. A keyboard is the face's to listen to.
 * @fires ll-key
 */
@customElement('ll-letters')
export class LlLetters extends LitElement {
  static override styles = [
    reset,
    pressable,
    keyStyles,
    css`
      .keys {
        grid-template-columns: repeat(9, 1fr);
        grid-auto-rows: calc(var(--u) * 24);
        grid-gap: calc(var(--u) * 3);
      }
      button {
        font-size: calc(var(--u) * 16.3);
      }
    `,
  ];

  readonly locale = new LocaleController(this);

  protected override render() {
    const press = (key: string) => (): boolean => this.dispatchEvent(new KeyPressEvent(key));
    return html`<div class="keys" role="group" aria-label=${t('kioskPages.letters.label')}>
      ${[...LETTERS].map(
        (letter) =>
          html`<button type="button" data-repeats @click=${press(letter.toLowerCase())}>${letter}</button>`,
      )}
      <button
        type="button"
        class="erase"
        data-repeats
        aria-label=${t('kioskPages.keypad.erase')}
        @click=${press('erase')}
      >
        ${icon('erase')}
      </button>
    </div>`;
  }
}
