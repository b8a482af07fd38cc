import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { LlSheet } from '../../../ui/console/sheet.ts';
import '../../../ui/console/sheet.ts';
import type { LlStaffSignIn } from './staff-sign-in.ts';
import './staff-sign-in.ts';

/** The person leaves the page to whoever is signed in on the console now. */
class GiveWayEvent extends Event {
  constructor() {
    super('ll-give-way', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-sign-in-again': LlStaffSignInAgain;
  }
  interface HTMLElementEventMap {
    'll-give-way': GiveWayEvent;
  }
}

/**
 * Signing in over the page of somebody whose session has ended: what they are at stays where it is, and what they have
 * made is kept and sent afterwards, as theirs.
 *
 * @event ll-signed-in - The hub knows somebody now: this person, or another.
 * @event ll-give-way - Go on as whoever is signed in.
 */
@customElement('ll-staff-sign-in-again')
export class LlStaffSignInAgain extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    messageStyles,
    css`
      :host(:not([hidden])) {
        display: block;
      }
      .note span {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
      .note .primary {
        flex: none;
        white-space: nowrap;
      }
      .why {
        margin: 0 0 1rem;
        line-height: 1.6;
      }
      .without {
        margin: 0.75rem 0 0;
        line-height: 1.6;
      }
      .other {
        width: 100%;
        margin-top: 0.75rem;
      }
    `,
  ];

  /** Whose page it is. */
  @property({ attribute: false }) person = '';
  /** How much of theirs waits to be sent. */
  @property({ attribute: false }) count = 0;
  /** Who is signed in on this console now; null when nobody is, or nobody knows. */
  @property({ attribute: false }) other: string | null = null;
  /** Whether something else is being typed or answered: then it does not open by itself. */
  @property({ attribute: false }) occupied: () => boolean = () => false;

  @state() private open = false;

  /** Put away by the person: it opens again when they ask for it. */
  #putAway = false;

  @query('ll-sheet') private readonly sheet!: LlSheet;
  @query('ll-staff-sign-in') private readonly form!: LlStaffSignIn;

  #wasOpen = false;

  constructor() {
    super();
    new LocaleController(this);
  }

  /** At once, or with the next change that is kept back; never under the hands of somebody typing, nor once put away. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('count');
    const more = before === undefined ? !this.hasUpdated : this.count > before;
    if (more && !this.#putAway && !this.occupied()) this.open = true;
  }

  protected override async updated(): Promise<void> {
    if (this.open === this.#wasOpen) return;
    this.#wasOpen = this.open;
    await this.sheet.updateComplete;
    if (this.open) this.form.focus();
  }

  override render(): TemplateResult {
    return html`
      <p class="note warn" role="status">
        <span>${consoleIcon('warning')}${this.#why()}${this.#kept()}</span>
        <button class="primary" @click=${() => (this.open = true)}>${t('staff.signIn.enter')}</button>
      </p>
      <ll-sheet
        ?open=${this.open}
        heading=${t('staff.signInAgain.heading')}
        close-label=${t('staff.close')}
        @ll-sheet-close=${this.#close}
      >
        <p class="why">${this.#why()}${this.#kept()}</p>
        <ll-staff-sign-in compact .person=${this.person}></ll-staff-sign-in>
        <p class="soft without">${t('staff.signInAgain.noPin')}</p>
        ${
          this.other === null
            ? nothing
            : html`<button class="other" @click=${() => this.dispatchEvent(new GiveWayEvent())}>
                ${t('staff.signInAgain.goOnAs', { name: this.other })}
              </button>`
        }
      </ll-sheet>
    `;
  }

  readonly #close = (): void => {
    this.open = false;
    this.#putAway = true;
  };

  #why(): string {
    return this.other === null
      ? t('staff.signInAgain.over', { name: this.person })
      : t('staff.signInAgain.otherHere', { name: this.person, other: this.other });
  }

  #kept(): string {
    return this.count === 0 ? '' : t('staff.signInAgain.kept', { count: this.count });
  }
}
