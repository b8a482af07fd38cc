import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../i18n/index.ts';
import { consoleIcon } from './console-icons.ts';
import { buttonStyles } from './styles/button-styles.ts';
import { messageStyles } from './styles/message-styles.ts';
import { Steady, TREMBLE_MS } from './steady.ts';
import { textStyles } from './styles/text-styles.ts';
import { Written } from './written.ts';

/** A sheet asks to be closed: its cross, Escape, or the page behind it was pressed, and nothing is lost by it. */
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

/** For the button in a sheet that leaves it: as its cross, it asks before what is written there is thrown away. */
export function leaveSheet({ target }: Event): void {
  if (target instanceof Element) target.closest('ll-sheet')?.leave();
}

/**
 * A question over the page: the browser's own modal dialog, which keeps the focus inside and gives it back.
 * From the bottom edge on a phone, in the middle elsewhere. Where something is written in it, it asks before that is
 * thrown away: a finger slips off a sheet easily.
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
    messageStyles,
    css`
      /* As a modal one stands by itself today; earlier it went with the page beneath it. */
      dialog {
        position: fixed;
        top: 0;
        bottom: 0;
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
      footer p {
        flex: 1 1 100%;
      }
      .problem {
        padding: 0.625rem 1.25rem;
        border-top: 1px solid var(--line);
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
  /** Something has been put together in it by other means than its fields. */
  @property({ type: Boolean }) written = false;
  /** Why what was asked has not been done; the page that would say so is behind it. Empty where nothing went wrong. */
  @property() problem = '';
  /** It asks whether what is written may go. */
  @state() private asks = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @query('.keep') private readonly keep!: HTMLButtonElement | null;

  readonly #fields = new Written();
  #pressedBesides = false;
  #openedMs = 0;

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.#fields.forget();
    this.asks = false;
    this.#openedMs = performance.now();
  }

  override render(): TemplateResult {
    return html`
      <dialog
        aria-labelledby="heading"
        @cancel=${this.#cancel}
        @close=${this.#closed}
        @pointerdown=${this.#pressed}
        @click=${this.#besides}
        @input=${this.#note}
        @change=${this.#note}
      >
        <header>
          <h2 id="heading">${this.heading}</h2>
          <button class="bare" aria-label=${this.closeLabel} @click=${() => this.leave()}>
            ${consoleIcon('cross')}
          </button>
        </header>
        <div class="body"><slot></slot></div>
        ${
          this.problem === ''
            ? nothing
            : html`<p class="problem" role="alert">${consoleIcon('warning')}${this.problem}</p>`
        }
        ${
          this.asks
            ? html`<footer class="some" role="alert">
                <p class="strong">${t('staff.sheet.ask')}</p>
                <button @click=${this.#drop}>${t('staff.sheet.drop')}</button>
                <button class="primary keep" @click=${() => (this.asks = false)}>
                  ${t('staff.sheet.keep')}
                </button>
              </footer>`
            : html`<footer class=${this.actions ? 'some' : ''}><slot name="actions"></slot></footer>`
        }
      </dialog>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.asks) this.keep?.focus();
    if (!changed.has('open')) return;
    if (this.open && !this.dialog.open) this.dialog.showModal();
    else if (!this.open && this.dialog.open) this.dialog.close();
  }

  /** It is to be closed; where something is written in it, it asks first. */
  leave(): void {
    if (this.written || this.#fields.stands) this.asks = true;
    else this.dispatchEvent(new SheetCloseEvent());
  }

  readonly #drop = (): void => {
    this.dispatchEvent(new SheetCloseEvent());
  };

  readonly #note = (event: Event): void => this.#fields.note(event);

  /** Escape: the owner decides; a second one keeps what the first has asked about. */
  readonly #cancel = (event: Event): void => {
    event.preventDefault();
    if (this.asks) this.asks = false;
    else this.leave();
  };

  /** A browser closes a dialog without asking at the second Escape in a row. */
  readonly #closed = (): void => {
    if (!this.open || this.dialog.open || !this.isConnected) return;
    this.dialog.showModal();
    this.leave();
  };

  readonly #pressed = ({ target }: Event): void => {
    this.#pressedBesides = target === this.dialog;
  };

  /**
   * Beside it: pressed there and lifted there, so that marking words to their end closes nothing; and not by the second
   * tap of the finger that has just opened it.
   */
  readonly #besides = (event: MouseEvent): void => {
    const isMeant = event.timeStamp - this.#openedMs >= TREMBLE_MS;
    if (event.target === this.dialog && this.#pressedBesides && isMeant) this.leave();
  };
}
