import { css, html, LitElement, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { drawableRanges, undrawable } from './undrawable.ts';
import { messageStyles } from './styles/message-styles.ts';

/**
 * Tells whoever types on the console at once of a character that no screen could draw, in whichever field it is typed;
 * gone as soon as the character is.
 */
@customElement('ll-undrawable-note')
export class LlUndrawableNote extends LitElement {
  static override readonly styles = [
    messageStyles,
    css`
      :host {
        position: fixed;
        top: auto;
        right: 1rem;
        bottom: 1rem;
        left: 1rem;
        width: auto;
        padding: 0;
        border: 0;
        background: none;
        pointer-events: none;
      }
      p {
        max-width: 40rem;
        margin: 0 auto;
      }
    `,
  ];

  @state() private characters: readonly string[] = [];
  /** The field it is about. */
  #field: HTMLInputElement | HTMLTextAreaElement | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('input', this.#typed, { capture: true });
    window.addEventListener('focusin', this.#left, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('input', this.#typed, { capture: true });
    window.removeEventListener('focusin', this.#left, { capture: true });
  }

  /** Over a sheet too, which stands above all that is no popover; before Chromium 114 there was none, and it is beneath. */
  protected override updated(): void {
    this.popover = 'manual';
    this.hidePopover?.();
    if (this.characters.length > 0) this.showPopover?.();
  }

  override render() {
    return html`<div role="alert">
      ${
        this.characters.length === 0
          ? nothing
          : html`<p class="note">${t('staff.undrawable', { characters: this.characters.join(' ') })}</p>`
      }
    </div>`;
  }

  readonly #typed = (event: Event): void => {
    const [field] = event.composedPath();
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    const ranges = drawableRanges();
    this.#field = field;
    this.characters = ranges.length === 0 ? [] : undrawable(field.value, ranges);
  };

  /** A field that is no longer there, as of a sheet that was closed, has nothing to mend. */
  readonly #left = (): void => {
    if (this.#field?.isConnected === false) this.characters = [];
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'll-undrawable-note': LlUndrawableNote;
  }
}
