import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { storeContext } from '../../../app/contexts.ts';
import { HubAnswer } from '../../../app/hub-answer.ts';
import { LiveQuery } from '../../../app/live-query.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { UnsentChanges } from '../../../app/unsent-changes.ts';
import { formatMoment, LocaleController, t } from '../../../i18n/index.ts';
import { actorKeyOf } from '../../../kernel/mutation.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { rowStates } from '../../../ui/console/console-states.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { chipStyles } from '../../../ui/console/styles/chip-styles.ts';
import { detailsStyles } from '../../../ui/console/styles/details-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { rowsStyles } from '../../../ui/console/styles/rows-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Account } from '../model/account.ts';
import { isAccountList, type AccountStanding } from '../model/account-list.ts';
import { readAccounts, type KnownAccounts } from './read-accounts.ts';
import { closedWords, whereWords, type Beside } from './standing-words.ts';
import './staff-colleague.ts';
import './staff-new-colleague.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-accounts': LlStaffAccounts;
  }
}

/** Everyone who works here: what they may do, where they are signed in, and what keeps them out. For the manager. */
@customElement('ll-staff-accounts')
export class LlStaffAccounts extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    rowsStyles,
    chipStyles,
    buttonStyles,
    messageStyles,
    detailsStyles,
    css`
      :host {
        display: grid;
        gap: 0.75rem;
        max-width: 48rem;
      }
      .person {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.125rem 0.75rem;
        width: 100%;
        padding: 0.75rem 0.25rem;
        border-radius: 0.5rem;
        font-weight: 400;
        text-align: left;
      }
      .person svg {
        grid-row: 1 / span 2;
        grid-column: 2;
        align-self: center;
        transform: rotate(180deg);
      }
      .who {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 0.625rem;
        align-items: center;
      }
      .who b {
        font-size: 1.125rem;
        overflow-wrap: anywhere;
      }
      .where {
        grid-column: 1;
        overflow-wrap: anywhere;
      }
      .left {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.375rem 0;
      }
    `,
  ];

  @consume({ context: storeContext, subscribe: true })
  @state()
  private store: LocalStore | undefined;

  /** Whose sheet is open. */
  @state() private chosen: string | null = null;
  @state() private adding = false;

  readonly #ticker = new Ticker(this);
  readonly #sync = new SyncState(this);
  readonly #unsent = new UnsentChanges(this, this.#sync);
  readonly #known = new LiveQuery(this, { query: readAccounts, args: () => [] });
  readonly #standing = new HubAnswer(this, {
    path: () => '/api/accounts',
    isAnswer: isAccountList,
    isEmpty: () => false,
  });

  constructor() {
    super();
    new LocaleController(this);
  }

  override render(): TemplateResult {
    return html`
      <section class="card" aria-labelledby="heading">
        <div class="head">
          <h2 id="heading">${t('staff.accounts.heading')}</h2>
          <button class="confirm" @click=${() => (this.adding = true)}>
            ${consoleIcon('plus')}${t('staff.accounts.add')}
          </button>
        </div>
        ${this.#renderOlder()}
        ${this.#known.render<unknown>({
          ...rowStates('staff.accounts.none', this.#sync),
          complete: (known) =>
            html`<ul class="rows">
              ${known.here.map((one) => html`<li>${this.#renderPerson(one, known)}</li>`)}
            </ul>`,
        })}
      </section>
      ${this.#renderLeft(this.#known.value ?? null)} ${this.#renderSheets(this.#known.value ?? null)}
    `;
  }

  /** What only the hub knows is said to be missing, or of when it is. */
  #renderOlder(): TemplateResult | typeof nothing {
    const offset = this.#known.value?.offset ?? 0;
    return this.#standing.render<TemplateResult | typeof nothing>({
      pending: () => nothing,
      empty: () => nothing,
      error: () => html`<p class="nothing" role="status">${t('staff.accounts.standingUnknown')}</p>`,
      complete: ({ asOfMs }, older) =>
        older
          ? html`<p class="nothing" role="status">
              ${t('staff.accounts.standingOf', { at: formatMoment(asOfMs, this.#ticker.time, offset) })}
            </p>`
          : nothing,
    });
  }

  #renderPerson(account: Account, known: KnownAccounts): TemplateResult {
    const standing = this.#standingOf(account);
    return html`<button class="bare person" @click=${() => this.#choose(account)}>
      <span class="who">
        <b>${account.name}</b>
        <span class="soft"
          >${t(`staff.role.${account.role}`)}${this.#isOwn(account) ? ` · ${t('staff.accounts.you')}` : ''}</span
        >
        ${this.#chips(account, standing, this.#beside(known))}
      </span>
      <span class="where soft"
        >${standing === null ? nothing : whereWords(standing, this.#beside(known))}</span
      >
      ${consoleIcon('back')}
    </button>`;
  }

  /** What is to be known of them before anything else. */
  #chips(account: Account, standing: AccountStanding | null, beside: Beside): unknown {
    const closed = standing?.closedUntilMs ?? null;
    const { nowMs } = this.#ticker.time;
    return [
      account.locked === true ? html`<span class="chip alert">${t('staff.accounts.locked')}</span>` : nothing,
      closed !== null && (nowMs === null || closed > nowMs)
        ? html`<span class="chip warn">${closedWords(closed, beside)}</span>`
        : nothing,
      standing?.hasSecret === false
        ? html`<span class="chip"
            >${t(standing.linkUntilMs === null ? 'staff.accounts.noPin' : 'staff.accounts.linkWaits')}</span
          >`
        : nothing,
      this.#unsent.about(['account.change'], account.id)
        ? html`<span class="chip warn">${consoleIcon('clock')}${t('staff.accounts.unsent')}</span>`
        : nothing,
    ];
  }

  #renderLeft(known: KnownAccounts | null): TemplateResult | typeof nothing {
    if (known === null || known.left.length === 0) return nothing;
    return html`<section class="card">
      <details>
        <summary>${t('staff.accounts.left', { count: known.left.length })}${consoleIcon('back')}</summary>
        <ul class="rows">
          ${known.left.map(
            (one) =>
              html`<li class="left">
                <span>${one.name} <span class="soft">${t(`staff.role.${one.role}`)}</span></span>
                <button
                  aria-label=${t('staff.accounts.comeBackThis', { name: one.name })}
                  @click=${() => (this.chosen = one.id)}
                >
                  ${t('staff.accounts.comeBack')}
                </button>
              </li>`,
          )}
        </ul>
      </details>
    </section>`;
  }

  #renderSheets(known: KnownAccounts | null): TemplateResult {
    const all = [...(known?.here ?? []), ...(known?.left ?? [])];
    const account = all.find(({ id }) => id === this.chosen) ?? null;
    return html`
      <ll-staff-colleague
        .account=${account}
        .accounts=${all}
        .standing=${account === null ? null : this.#standingOf(account)}
        .known=${known}
        .isOwn=${account !== null && this.#isOwn(account)}
        @ll-sheet-close=${() => (this.chosen = null)}
        @ll-account-done=${() => this.#standing.again()}
      ></ll-staff-colleague>
      <ll-staff-new-colleague
        .open=${this.adding}
        .offset=${known?.offset ?? 0}
        @ll-sheet-close=${() => (this.adding = false)}
        @ll-account-done=${() => this.#standing.again()}
      ></ll-staff-new-colleague>
    `;
  }

  /** What only the hub knows is asked anew: it may have been minutes. */
  #choose({ id }: Account): void {
    this.chosen = id;
    this.#standing.again();
  }

  #beside(known: KnownAccounts): Beside {
    return { known, now: this.#ticker.time };
  }

  #standingOf({ id }: Account): AccountStanding | null {
    return this.#standing.value?.people.find(({ accountId }) => accountId === id) ?? null;
  }

  #isOwn({ id }: Account): boolean {
    return this.store !== undefined && actorKeyOf(this.store.actor) === id;
  }
}
