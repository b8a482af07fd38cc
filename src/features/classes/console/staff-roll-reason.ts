import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

/** Why somebody's check-in is put right. */
class RollReasonEvent extends Event {
  constructor(readonly reason: string) {
    super('ll-roll-reason');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-roll-reason': LlStaffRollReason;
  }
  interface HTMLElementEventMap {
    'll-roll-reason': RollReasonEvent;
    'll-roll-reason-left': Event;
  }
}

const OTHER = 'other';
const REASONS = {
  came: ['forgot', 'machine', OTHER],
  notCame: ['wrongPerson', 'wentAway', OTHER],
} as const;

/**
 * Asks why somebody's check-in is put right: it is written down with who did it.
 *
 * @event ll-roll-reason - Why.
 * @event ll-roll-reason-left - It is to stand as it did.
 */
@customElement('ll-staff-roll-reason')
export class LlStaffRollReason extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 0.5rem;
        padding: 0.75rem;
        border-radius: 0.75rem;
        background: var(--wheat);
      }
    `,
  ];

  @property() name = '';
  /** Whether they are to count as having come. */
  @property({ type: Boolean }) came = false;

  @state() private chosen = '';
  @state() private typed = '';
  @state() private isMissing = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const kind = this.came ? 'came' : 'notCame';
    return html`<form novalidate @submit=${this.#save}>
      <label for="reason">${t(`staff.roll.why.${kind}`, { name: this.name })}</label>
      <select
        id="reason"
        aria-invalid=${this.isMissing && this.chosen === '' ? 'true' : nothing}
        @change=${({ target }: Event) => {
          if (target instanceof HTMLSelectElement) this.chosen = target.value;
        }}
      >
        <option value="">${t('staff.roll.choose')}</option>
        ${REASONS[kind].map((one) => html`<option value=${one}>${t(`staff.roll.reason.${one}`)}</option>`)}
      </select>
      ${
        this.chosen === OTHER
          ? html`<input
              id="other"
              maxlength="120"
              aria-label=${t('staff.roll.otherReason')}
              placeholder=${t('staff.roll.otherReason')}
              aria-invalid=${this.isMissing && this.typed.trim() === '' ? 'true' : nothing}
              @input=${({ target }: Event) => {
                if (target instanceof HTMLInputElement) this.typed = target.value;
              }}
            />`
          : nothing
      }
      ${this.isMissing && this.#reason === '' ? html`<p class="problem" role="alert">${t('staff.roll.needsReason')}</p>` : nothing}
      <div class="actions">
        <button class="confirm">${t(this.came ? 'staff.roll.putDown' : 'staff.roll.takeBack')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('ll-roll-reason-left'))}>
          ${t('staff.cancel')}
        </button>
      </div>
    </form>`;
  }

  override firstUpdated(): void {
    this.renderRoot.querySelector('select')?.focus();
  }

  get #reason(): string {
    if (this.chosen === OTHER) return this.typed.trim();
    const known = [...REASONS.came, ...REASONS.notCame].find((one) => one === this.chosen);
    return known === undefined ? '' : t(`staff.roll.reason.${known}`);
  }

  readonly #save = (event: Event): void => {
    event.preventDefault();
    this.isMissing = this.#reason === '';
    if (!this.isMissing) this.dispatchEvent(new RollReasonEvent(this.#reason));
  };
}
