import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { consoleIcon } from './console-icons.ts';
import { buttonStyles } from './styles/button-styles.ts';
import { textStyles } from './styles/text-styles.ts';

/** A sheet asks to be closed: its cross, Escape, or the page behind it was pressed. */
export class SheetCloseEvent extends Event {
  constructor() {
    super('ll-sheet-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-sheet': LlSheet;
  }
  interface HTMLElementEventMap {
    'll-sheet-close': SheetCloseEvent;
  }
}

/**
 * A question over the page: the browser's own modal dialog, which keeps the focus inside and gives it back.
 * From the bottom edge on a phone, in the middle elsewhere.
 *
 * @slot - What is asked.
 * @slot actions - The buttons, which stay in view.
 * @event ll-sheet-close - The person wants it closed; whoever opened it sets `open` to false.
 */
@customElement('ll-sheet')
export class LlSheet extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    css`
      dialog {
        width: min(40rem, 100%);
        max-width: none;
        max-height: min(46rem, 92%);
        margin: auto auto 0;
        padding: 0;
        border: 0;
        border-radius: 1.25rem 1.25rem 0 0;
        background: var(--card);
        color: var(--ink);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
      }
      dialog::backdrop {
        background: rgb(34 28 21 / 0.55);
      }
      header {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.75rem 0.75rem 0.5rem 1.25rem;
      }
      .body {
        padding: 0.25rem 1.25rem 1.25rem;
        overflow: auto;
      }
      footer {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        justify-content: flex-end;
        padding: 0.75rem 1.25rem;
        padding-bottom: max(0.75rem, env(safe-area-inset-bottom));
        border-top: 1px solid var(--line);
      }
      footer:not(.some) {
        display: none;
      }
      @media (min-width: 44rem) {
        dialog {
          margin: auto;
          border-radius: 1.25rem;
        }
      }
    `,
  ];

  @property() heading = '';
  @property({ attribute: 'close-label' }) closeLabel = '';
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ type: Boolean }) actions = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  override render(): TemplateResult {
    return html`
      <dialog aria-labelledby="heading" @cancel=${this.#cancel} @click=${this.#besides}>
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="bare" aria-label=${this.closeLabel} @click=${this.#ask}>
            ${consoleIcon('cross')}
          </button>
        </header>
        <div class="body"><slot></slot></div>
        <footer class=${this.actions ? 'some' : ''}><slot name="actions"></slot></footer>
      </dialog>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) this.dialog.showModal();
    else if (!this.open && this.dialog.open) this.dialog.close();
  }

  readonly #ask = (): void => {
    this.dispatchEvent(new SheetCloseEvent());
  };

  /** Escape: the owner decides, so that what was typed is not lost behind its back. */
  readonly #cancel = (event: Event): void => {
    event.preventDefault();
    this.#ask();
  };

  readonly #besides = (event: MouseEvent): void => {
    if (event.target === this.dialog) this.#ask();
  };
}
