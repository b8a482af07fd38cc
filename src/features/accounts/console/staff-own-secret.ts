import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient, type HubReply } from '../../../app/hub-client.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { secretTrouble } from './trouble-words.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-own-secret': LlStaffOwnSecret;
  }
}

/** Sets the PIN or password of whoever is signed in, or of whoever stands beside them. */
@customElement('ll-staff-own-secret')
export class LlStaffOwnSecret extends LitElement {
  static override readonly styles = [
    textStyles,
    chipStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      form {
        display: grid;
        gap: 0.75rem;
        max-width: 24rem;
      }
    `,
  ];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  /** How it is set; null for one's own. */
  @property({ attribute: false }) set: ((secret: string) => Promise<HubReply<unknown>>) | null = null;

  @state() private problem: string | null = null;
  @state() private done = false;
  @state() private asking = false;

  @query('#first') private readonly first!: HTMLInputElement;
  @query('#again') private readonly again!: HTMLInputElement;

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <form novalidate @submit=${this.#submit}>
        <p class="soft">${t('staff.secret.rule')}</p>
        <div>
          <label for="first">${t('staff.secret.first')}</label>
          <input
            id="first"
            type="password"
            autocomplete="new-password"
            aria-describedby="problem"
            aria-invalid=${this.problem !== null}
          />
        </div>
        <div>
          <label for="again">${t('staff.secret.again')}</label>
          <input
            id="again"
            type="password"
            autocomplete="new-password"
            aria-describedby="problem"
            aria-invalid=${this.problem !== null}
          />
        </div>
        <div id="problem" role="alert">
          ${this.problem === null ? nothing : html`<p class="problem">${consoleIcon('warning')}${this.problem}</p>`}
        </div>
        <div class="actions">
          <button class="confirm" ?disabled=${this.asking}>${t('staff.secret.save')}</button>
          <span role="status">
            ${this.done ? html`<span class="chip ok">${consoleIcon('check')}${t('staff.secret.saved')}</span>` : nothing}
          </span>
        </div>
      </form>
    `;
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const secret = this.first.value;
    this.done = false;
    this.problem = secret === this.again.value ? null : t('staff.secret.differ');
    if (secret.length < 6) this.problem = t('staff.secret.weak');
    if (this.problem !== null) return this.first.focus();
    if (this.hub === undefined || this.asking) return;
    this.asking = true;
    const reply = await (this.set?.(secret) ?? this.hub.setOwnSecret(secret));
    this.asking = false;
    this.done = reply.ok;
    this.problem = reply.ok ? null : secretTrouble(reply.error);
    if (reply.ok) this.first.value = this.again.value = '';
    else this.first.focus();
  };
}
