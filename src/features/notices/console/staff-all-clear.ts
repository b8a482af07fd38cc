import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { Steady } from '../../../ui/console/steady.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-all-clear': LlStaffAllClear;
  }
}

/**
 * Calls an emergency off at a second yes: by a slip of the finger it would be gone from every glass.
 *
 * @event ll-all-clear - It is over.
 */
@customElement('ll-staff-all-clear')
export class LlStaffAllClear extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    css`
      :host {
        display: block;
        flex: none;
        max-width: 100%;
        /* It stands on the page's ground and on the emergency's own. */
        color: inherit;
      }
      p {
        max-width: 22rem;
        margin-bottom: 0.375rem;
        font-weight: 700;
      }
      .over {
        border-color: var(--alarm);
        background: #fff;
        color: var(--alarm);
      }
    `,
  ];

  @state() private asks = false;
  @query('#not-yet') private readonly notYet!: HTMLButtonElement | null;

  constructor() {
    super();
    new LocaleController(this);
    new Steady(this);
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('asks') && this.asks) this.notYet?.focus();
  }

  override render(): TemplateResult {
    if (!this.asks)
      return html`<button class="over" @click=${() => (this.asks = true)}>
        ${t('staff.notices.allClear')}
      </button>`;
    return html`<div role="group" aria-labelledby="ask">
      <p id="ask">${t('staff.alarm.askClear')}</p>
      <div class="actions">
        <button id="not-yet" @click=${() => (this.asks = false)}>${t('staff.alarm.notYet')}</button>
        <button class="over" @click=${this.#over}>${t('staff.alarm.isOver')}</button>
      </div>
    </div>`;
  }

  readonly #over = (): void => {
    this.asks = false;
    this.dispatchEvent(new Event('ll-all-clear'));
  };
}
