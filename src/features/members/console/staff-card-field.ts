import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { cardAsKept } from '../../../app/card-number.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Member } from '../model/roster.ts';
import { maskedWords } from './member-words.ts';

/** A card is another's now: as it is kept, or null for none. */
class MemberCardEvent extends Event {
  constructor(readonly card: string | null) {
    super('ll-member-card');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-card-field': LlStaffCardField;
  }
  interface HTMLElementEventMap {
    'll-member-card': MemberCardEvent;
  }
}

/**
 * A member's card: read by a reader that types its number and Enter, or typed by hand. The number itself is kept nowhere.
 *
 * @event ll-member-card - It is another card, or none.
 */
@customElement('ll-staff-card-field')
export class LlStaffCardField extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      .is {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
        margin-bottom: 0.5rem;
      }
      .hint {
        margin-top: 0.25rem;
      }
    `,
  ];

  /** The card as it will be; undefined where nobody has said. */
  @property({ attribute: false }) card: Member['card'];
  /** The card as it is. */
  @property({ attribute: false }) former: Member['card'];
  @property({ attribute: false }) centreId: string | null = null;
  /** The other members who come. */
  @property({ attribute: false }) others: readonly Member[] = [];

  @state() private unable = false;
  @state() private holder: Member | null = null;
  @query('input') private readonly field!: HTMLInputElement | null;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      ${this.#renderIs()}
      <label for="card">${t('members.form.cardNew')}</label>
      <input
        id="card"
        autocomplete="off"
        spellcheck="false"
        aria-invalid=${this.holder === null ? 'false' : 'true'}
        @keydown=${this.#entered}
        @change=${this.#read}
      />
      <p class="soft hint">${t('members.form.cardHint')}</p>
      ${
        this.holder === null
          ? nothing
          : html`<p class="problem" role="alert">
              ${consoleIcon('warning')}${t('members.wrong.card', { name: maskedWords(this.holder) })}
            </p>`
      }
      ${
        this.unable
          ? html`<p class="problem" role="alert">${consoleIcon('warning')}${t('members.form.cardUnable')}</p>`
          : nothing
      }
    `;
  }

  #renderIs(): TemplateResult {
    const has = typeof this.card === 'string';
    const words =
      this.card === this.former
        ? has
          ? t('members.hasCard')
          : t('members.nothing')
        : has
          ? t('members.form.cardRead')
          : t('members.form.cardGone');
    return html`<div class="is" role="status">
      <span><span class="soft">${t('members.field.card')}</span> ${words}</span>
      ${
        has
          ? html`<button type="button" @click=${() => this.#take(null)}>
              ${t('members.form.cardTake')}
            </button>`
          : nothing
      }
    </div>`;
  }

  /** A reader ends with Enter, or with Tab: neither sends the form nor leaves the number standing. */
  readonly #entered = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    this.#read();
  };

  readonly #read = (): void => {
    const number = this.field?.value.trim() ?? '';
    if (number === '' || this.centreId === null) return;
    if (this.field !== null) this.field.value = '';
    this.holder = null;
    this.unable = false;
    cardAsKept(number, this.centreId).then(
      (kept) => {
        this.holder = this.others.find(({ card }) => card === kept) ?? null;
        if (this.holder === null) this.#take(kept);
      },
      (error: unknown) => {
        console.error(error);
        this.unable = true;
      },
    );
  };

  #take(card: string | null): void {
    this.holder = null;
    this.dispatchEvent(new MemberCardEvent(card));
  }
}
