import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { storeContext } from '../../../app/contexts.ts';
import { unsentElsewhere, unsentPeople } from '../../../app/unsent-people.ts';
import { actorKeyOf } from '../../../kernel/mutation.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-unsent': LlStaffUnsent;
  }
}

/** Whose work waits in this browser for its owner to sign in here, and how much of it; never what it is. */
@customElement('ll-staff-unsent')
export class LlStaffUnsent extends LitElement {
  static override readonly styles = [
    textStyles,
    messageStyles,
    css`
      :host(:not([hidden])) {
        display: block;
      }
      p + p {
        margin-top: 0.5rem;
      }
      span {
        display: inline-flex;
        gap: 0.5rem;
        align-items: center;
      }
    `,
  ];

  @consume({ context: storeContext, subscribe: true })
  @state()
  private store: LocalStore | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('storage', this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('storage', this.#changed);
  }

  override render(): TemplateResult | typeof nothing {
    const people = this.store === undefined ? unsentPeople() : unsentElsewhere(this.store);
    this.hidden = people.length === 0;
    if (this.hidden) return nothing;
    return html`${people.map(
      ({ accountId, name, count }) =>
        html`<p class="note">
          <span
            >${consoleIcon('clock')}${this.#isOwn(accountId) ? t('staff.signInAgain.elsewhere', { count }) : t('staff.signInAgain.others', { name, count })}</span
          >
        </p>`,
    )}`;
  }

  /** Their own, in a page of another console that is still open: else it would have been brought over. */
  #isOwn(accountId: string): boolean {
    return this.store !== undefined && accountId === actorKeyOf(this.store.actor);
  }

  readonly #changed = (): void => {
    this.requestUpdate();
  };
}
