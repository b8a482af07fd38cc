import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hubClientContext, type HubClient } from '../../../app/hub-client.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { storeContext } from '../../../app/contexts.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { LocaleController, otherLocale, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import '../../../ui/console/sheet.ts';
import { turnLanguage } from './own-language.ts';
import './staff-own-secret.ts';

/** The person has signed out at the hub. */
class SignedOutEvent extends Event {
  constructor() {
    super('ll-signed-out', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-account': LlStaffAccount;
  }
  interface HTMLElementEventMap {
    'll-signed-out': SignedOutEvent;
  }
}

/**
 * Whoever is signed in: their name and role, PIN, language, and the way out.
 *
 * @event ll-signed-out - The hub has ended the session.
 */
@customElement('ll-staff-account')
export class LlStaffAccount extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    messageStyles,
    css`
      .who {
        display: flex;
        gap: 0.75rem;
        align-items: center;
      }
      .who svg {
        width: 2.25rem;
        height: 2.25rem;
      }
      .actions {
        margin-top: 0.75rem;
      }
    `,
  ];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @consume({ context: storeContext, subscribe: true })
  @state()
  private store: LocalStore | undefined;

  @state() private open: 'secret' | 'leaving' | null = null;
  @state() private stuck = false;

  readonly #sync = new SyncState(this);

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    const actor = this.store?.actor;
    const outbox = this.#sync.status?.outbox ?? 0;
    return html`
      <section class="card" aria-labelledby="who">
        <div class="who">
          ${consoleIcon('person')}
          <div>
            <h2 id="who">${actor?.type === 'staff' ? actor.name : ''}</h2>
            <span class="soft">${actor?.type === 'staff' ? t(`staff.role.${actor.role}`) : nothing}</span>
          </div>
        </div>
        <div class="actions">
          <button @click=${() => (this.open = 'secret')}>${t('staff.secret.heading')}</button>
          <button
            lang=${otherLocale()}
            @click=${() => turnLanguage(actor?.type === 'staff' ? actor.accountId : null)}
          >
            ${t('staff.signIn.otherLanguage')}
          </button>
          <button class="outline" @click=${() => (this.open = 'leaving')}>
            ${t('staff.signOut.heading')}
          </button>
        </div>
      </section>
      <ll-sheet
        ?open=${this.open === 'secret'}
        heading=${t('staff.secret.heading')}
        close-label=${t('staff.close')}
        @ll-sheet-close=${this.#close}
      >
        <ll-staff-own-secret></ll-staff-own-secret>
      </ll-sheet>
      <ll-sheet
        actions
        ?open=${this.open === 'leaving'}
        heading=${t('staff.signOut.question')}
        close-label=${t('staff.close')}
        @ll-sheet-close=${this.#close}
      >
        <p>${outbox > 0 ? t('staff.signOut.unsent', { count: outbox }) : t('staff.signOut.meaning')}</p>
        ${this.stuck ? html`<p class="problem" role="alert">${consoleIcon('warning')}${t('staff.signOut.away')}</p>` : nothing}
        <button slot="actions" @click=${this.#close}>${t('staff.cancel')}</button>
        <button slot="actions" class="primary" @click=${this.#leave}>${t('staff.signOut.heading')}</button>
      </ll-sheet>
    `;
  }

  readonly #close = (): void => {
    this.open = null;
    this.stuck = false;
  };

  readonly #leave = async (): Promise<void> => {
    if (this.hub === undefined) return;
    const reply = await this.hub.signOut();
    this.stuck = !reply.ok && reply.error.type !== 'unauthorised';
    if (!this.stuck) this.dispatchEvent(new SignedOutEvent());
  };
}
