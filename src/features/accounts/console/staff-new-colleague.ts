import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { seen } from '../../../kernel/seen-text.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { isNewAccount, type OneTimeLink } from '../model/account-list.ts';
import { roleOf } from '../model/roles.ts';
import { AccountDoneEvent } from './account-done-event.ts';
import { roleField } from './role-field.ts';
import { accountTrouble } from './trouble-words.ts';
import './staff-link.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-new-colleague': LlStaffNewColleague;
  }
}

/**
 * Takes somebody new in: a name and what they do here; then their link, by which they come in and set a PIN.
 *
 * @event ll-sheet-close - Done, or thought better of.
 * @event ll-account-done - The hub has them.
 */
@customElement('ll-staff-new-colleague')
export class LlStaffNewColleague extends LitElement {
  static override readonly styles = [
    textStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 0.75rem;
      }
    `,
  ];

  @property({ type: Boolean }) open = false;
  /** The centre's minutes east of UTC. */
  @property({ attribute: false }) offset = 0;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private made: { readonly name: string; readonly link: OneTimeLink } | null = null;
  @state() private problem: string | null = null;
  @state() private asking = false;

  @query('#name') private readonly nameField!: HTMLInputElement;
  @query('#role') private readonly roleSelect!: HTMLSelectElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('open')) return;
    this.made = null;
    this.problem = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('open') && this.open) void this.updateComplete.then(() => this.nameField.focus());
  }

  override render(): TemplateResult {
    const { made } = this;
    return html`<ll-sheet
      ?open=${this.open}
      heading=${made === null ? t('staff.accounts.newHeading') : t('staff.accounts.link.heading', { name: made.name })}
      close-label=${t('staff.close')}
    >
      ${
        made === null
          ? this.open
            ? this.#renderForm()
            : nothing
          : html`<ll-staff-link .name=${made.name} .link=${made.link} .offset=${this.offset}></ll-staff-link>`
      }
    </ll-sheet>`;
  }

  #renderForm(): TemplateResult {
    return html`<form novalidate @submit=${this.#submit}>
      <div>
        <label for="name">${t('staff.accounts.name')}</label>
        <input
          id="name"
          maxlength="40"
          autocomplete="off"
          aria-describedby="problem"
          aria-invalid=${this.problem !== null}
        />
      </div>
      ${roleField('canteen')}
      <div id="problem" role="alert">
        ${this.problem === null ? nothing : html`<p class="problem">${consoleIcon('warning')}${this.problem}</p>`}
      </div>
      <button class="confirm go" ?disabled=${this.asking}>
        ${t(this.asking ? 'staff.accounts.asking' : 'staff.accounts.make')}
      </button>
    </form>`;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = seen(this.nameField.value).trim();
    const role = roleOf(this.roleSelect.value);
    this.problem = name === '' ? t('staff.accounts.nameEmpty') : null;
    if (name === '') return this.nameField.focus();
    if (this.hub === undefined || role === null || this.asking) return;
    this.asking = true;
    const reply = await this.hub.ask('/api/accounts', isNewAccount, { method: 'POST', body: { name, role } });
    this.asking = false;
    if (reply.ok) {
      this.made = { name, link: reply.value.link };
      this.dispatchEvent(new AccountDoneEvent());
    } else this.problem = accountTrouble(reply.error);
  };
}
