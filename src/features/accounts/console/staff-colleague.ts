import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { Change } from '../../../app/change.ts';
import {
  anyAnswer,
  hubClientContext,
  type Asking,
  type HubClient,
  type HubReply,
} from '../../../app/hub-client.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { Ticker } from '../../../app/ticker.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { problemsIn } from '../../../kernel/check.ts';
import type { Guard } from '../../../kernel/guards.ts';
import { err } from '../../../kernel/result.ts';
import type { ArgsOf } from '../../../kernel/mutation.ts';
import { seen } from '../../../kernel/seen-text.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import '../../../ui/console/sheet.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { isLastManager, type Account } from '../model/account.ts';
import { isOneTimeLink, type AccountStanding, type OneTimeLink } from '../model/account-list.ts';
import { roleOf } from '../model/roles.ts';
import { AccountDoneEvent } from './account-done-event.ts';
import { colleagueStyles } from './colleague-styles.ts';
import type { KnownAccounts } from './read-accounts.ts';
import { roleField } from './role-field.ts';
import { pinWords, type Beside } from './standing-words.ts';
import { whereLines } from './where-lines.ts';
import { accountTrouble } from './trouble-words.ts';
import './staff-link.ts';
import './staff-own-secret.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-colleague': LlStaffColleague;
  }
}

/** What is being done about somebody: `link`, `secret` and `edit` show something, the others ask once more. */
type Doing = 'link' | 'secret' | 'edit' | 'role' | 'signOut' | 'lock' | 'end';
type Named = Pick<Account, 'name' | 'role'>;

/**
 * One colleague: their name and role, their PIN, where they are signed in, and the ways to keep an account safe.
 *
 * @event ll-sheet-close - The manager is done with them.
 * @event ll-account-done - The hub has done something that its list would tell of.
 */
@customElement('ll-staff-colleague')
export class LlStaffColleague extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, fieldStyles, messageStyles, colleagueStyles];

  @property({ attribute: false }) account: Account | null = null;
  /** All of the centre's accounts: one of them has to stay a manager's. */
  @property({ attribute: false }) accounts: readonly Account[] = [];
  /** What the hub alone knows of them; null where it has not said. */
  @property({ attribute: false }) standing: AccountStanding | null = null;
  @property({ attribute: false }) known: KnownAccounts | null = null;
  /** Whether it is whoever looks. */
  @property({ attribute: false }) isOwn = false;

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  @state() private doing: Doing | null = null;
  @state() private link: OneTimeLink | null = null;
  @state() private problem = '';
  @state() private done = '';
  /** What they were before what was changed last: it takes rights, and one press gives them back. */
  @state() private former: Named | null = null;
  /** What is to be changed of whoever looks, once they have said yes. */
  @state() private wanted: Partial<Named> = {};
  @state() private asking = false;

  @query('#name') private readonly nameField!: HTMLInputElement;
  @query('#role') private readonly roleSelect!: HTMLSelectElement;

  readonly #ticker = new Ticker(this);
  readonly #change = new Change(this);
  readonly #sync = new SyncState(this);
  #whose: string | null = null;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('account') || this.account?.id === this.#whose) return;
    this.#whose = this.account?.id ?? null;
    this.#to(null);
    this.done = '';
  }

  override render(): TemplateResult {
    const { account } = this;
    return html`<ll-sheet
      ?open=${account !== null}
      heading=${account?.name ?? ''}
      close-label=${t('staff.close')}
      .problem=${this.problem}
    >
      ${account === null ? nothing : this.#renderDoing(account)}
    </ll-sheet>`;
  }

  #renderDoing(account: Account): TemplateResult {
    const { name } = account;
    switch (this.doing) {
      case null:
        return account.active ? this.#renderAll(account) : this.#renderLeft(account);
      case 'edit':
        return this.#renderEdit(account);
      case 'link':
        return html`<ll-staff-link
            .name=${name}
            .link=${this.link}
            .offset=${this.known?.offset ?? 0}
          ></ll-staff-link>
          ${this.#back()}`;
      case 'secret':
        return html`<p>${t('staff.accounts.secretBeside', { name })}</p>
          <ll-staff-own-secret
            .set=${(secret: string) => this.#setSecret(name, secret)}
          ></ll-staff-own-secret>
          ${this.#back()}`;
      case 'role':
        return this.#renderQuestion('role', account, () => this.#save(account, this.wanted));
      case 'signOut':
        return this.#renderQuestion('signOut', account, () =>
          this.#tell('/sessions', { method: 'DELETE' }, t('staff.accounts.signedOut', { name })),
        );
      case 'lock':
        return this.#renderQuestion('lock', account, () =>
          this.#set({ locked: true }, t('staff.accounts.lockedNow', { name })),
        );
      case 'end':
        return this.#renderQuestion('end', account, () =>
          this.#set({ active: false }, t('staff.accounts.endedNow', { name })),
        );
    }
  }

  #renderAll(account: Account): TemplateResult {
    const last = isLastManager(this.accounts, account);
    return html`
      <div role="status">
        ${this.done === '' ? nothing : html`<p class="note ok"><span>${this.done}</span>${this.#renderUndo()}</p>`}
      </div>
      <section>
        <p>
          ${t(`staff.role.${account.role}`)} ·
          <span class="soft">${t(`staff.accounts.may.${account.role}`)}</span>
        </p>
        <div class="actions">
          <button @click=${() => this.#to('edit')}>${t('staff.accounts.edit')}</button>
        </div>
      </section>
      <section>
        <h3>${t('staff.accounts.pin')}</h3>
        <p class="soft">${pinWords(this.standing, this.#beside())}</p>
        <div class="actions">
          <button ?disabled=${this.asking || account.locked === true} @click=${this.#mintLink}>
            ${t('staff.accounts.giveLink')}
          </button>
          <button ?disabled=${account.locked === true} @click=${() => this.#to('secret')}>
            ${t('staff.accounts.setSecret')}
          </button>
          ${
            this.standing?.closedUntilMs == null
              ? nothing
              : html`<button
                  ?disabled=${this.asking}
                  @click=${() => this.#tell('/tries', { method: 'DELETE' }, t('staff.accounts.forgiven'))}
                >
                  ${t('staff.accounts.forgive')}
                </button>`
          }
        </div>
      </section>
      <section>
        <h3>${t('staff.accounts.where')}</h3>
        ${whereLines(this.standing, this.#beside())}
        <div class="actions">
          <button class="outline" @click=${() => this.#to('signOut')}>${t('staff.accounts.signOut')}</button>
        </div>
      </section>
      <section>
        <h3>${t('staff.accounts.safety')}</h3>
        ${last ? html`<p class="soft">${t('staff.accounts.lastManager')}</p>` : nothing}
        <div class="actions">
          ${
            account.locked === true
              ? html`<button
                  class="confirm"
                  ?disabled=${this.#change.running}
                  @click=${() =>
                    this.#set({ locked: false }, t('staff.accounts.unlockedNow', { name: account.name }))}
                >
                  ${t('staff.accounts.unlock')}
                </button>`
              : html`<button class="outline" ?disabled=${last} @click=${() => this.#to('lock')}>
                  ${t('staff.accounts.lock')}
                </button>`
          }
          <button class="outline" ?disabled=${last} @click=${() => this.#to('end')}>
            ${t('staff.accounts.end')}
          </button>
        </div>
      </section>
    `;
  }

  #renderUndo(): TemplateResult | typeof nothing {
    const { former } = this;
    if (former === null) return nothing;
    return html`<button
      ?disabled=${this.#change.running}
      @click=${() => this.#set(former, t('staff.accounts.asBefore'))}
    >
      ${t('staff.accounts.undo')}
    </button>`;
  }

  #renderLeft({ name }: Account): TemplateResult {
    return html`<div class="stack">
      <p>${t('staff.accounts.leftMeaning', { name })}</p>
      <button
        class="confirm"
        ?disabled=${this.#change.running}
        @click=${() => this.#set({ active: true, locked: false }, t('staff.accounts.backNow', { name }))}
      >
        ${t('staff.accounts.comeBack')}
      </button>
    </div>`;
  }

  #renderEdit(account: Account): TemplateResult {
    return html`<form novalidate @submit=${(event: Event) => this.#take(event, account)}>
      <div>
        <label for="name">${t('staff.accounts.name')}</label>
        <input id="name" maxlength="40" autocomplete="off" .defaultValue=${account.name} />
      </div>
      ${roleField(account.role)}
      ${
        isLastManager(this.accounts, account)
          ? html`<p class="soft">${t('staff.accounts.lastManager')}</p>`
          : nothing
      }
      <div class="actions">
        <button type="button" @click=${() => this.#to(null)}>${t('staff.cancel')}</button>
        <button class="confirm" ?disabled=${this.#change.running}>${t('staff.accounts.save')}</button>
      </div>
    </form>`;
  }

  /** Asked once more, of whom by name, with what comes of it. */
  #renderQuestion(
    what: 'role' | 'signOut' | 'lock' | 'end',
    { name }: Account,
    go: () => Promise<unknown>,
  ): TemplateResult {
    return html`<div class="stack">
      <p class="question">
        ${
          what === 'role'
            ? t('staff.accounts.ask.roleOwn', { role: t(`staff.role.${this.wanted.role ?? 'viewer'}`) })
            : this.isOwn
              ? t(`staff.accounts.ask.${what}Own`)
              : t(`staff.accounts.ask.${what}`, { name })
        }
      </p>
      <div class="actions">
        <button @click=${() => this.#to(null)}>${t('staff.cancel')}</button>
        <button class="primary" ?disabled=${this.asking || this.#change.running} @click=${go}>
          ${t(`staff.accounts.go.${what}`, { name })}
        </button>
      </div>
    </div>`;
  }

  #beside(): Beside {
    return { known: this.known ?? { devices: new Map(), offset: 0 }, now: this.#ticker.time };
  }

  #back(): TemplateResult {
    return html`<div class="actions">
      <button @click=${() => this.#to(null)}>${consoleIcon('back')}${t('staff.accounts.back')}</button>
    </div>`;
  }

  #to(doing: Doing | null): void {
    this.doing = doing;
    this.problem = '';
    if (doing !== null) this.done = '';
    this.former = null;
  }

  readonly #mintLink = async (): Promise<void> => {
    const link = await this.#ask('/link', isOneTimeLink, { method: 'POST', body: {} });
    if (link === null) return;
    this.link = link.value;
    this.#to('link');
  };

  /** Has the hub do something, and says that it is done once it is. */
  async #tell(path: string, how: Asking, done: string): Promise<void> {
    if ((await this.#ask(path, anyAnswer, how)) !== null) this.#say(done);
  }

  async #ask<T>(path: string, isAnswer: Guard<T>, how: Asking): Promise<{ readonly value: T } | null> {
    if (this.asking) return null;
    this.problem = '';
    const reply = await this.#reply(path, isAnswer, how);
    if (!reply.ok) this.problem = accountTrouble(reply.error);
    return reply.ok ? reply : null;
  }

  async #setSecret(name: string, secret: string): Promise<HubReply<unknown>> {
    const reply = await this.#reply('/secret', anyAnswer, { method: 'POST', body: { secret } });
    if (reply.ok) this.#say(t('staff.accounts.secretSet', { name }));
    return reply;
  }

  async #reply<T>(path: string, isAnswer: Guard<T>, how: Asking): Promise<HubReply<T>> {
    if (this.hub === undefined || this.account === null)
      return err({ type: 'away', code: null, waitS: null });
    this.asking = true;
    const reply = await this.hub.ask(
      `/api/accounts/${encodeURIComponent(this.account.id)}${path}`,
      isAnswer,
      how,
    );
    this.asking = false;
    if (reply.ok) this.dispatchEvent(new AccountDoneEvent());
    return reply;
  }

  #say(done: string): void {
    this.#to(null);
    this.done = done;
  }

  /** Whether it was done. */
  async #set(set: ArgsOf<'account.change'>['set'], done: string): Promise<boolean> {
    if (this.account === null) return false;
    const made = await this.#change.run('account.change', { accountId: this.account.id, set });
    if (made.ok) {
      // It holds once the hub has it: a lock above all.
      this.#say(this.#sync.away ? t('staff.accounts.queued') : done);
      this.dispatchEvent(new AccountDoneEvent());
      return true;
    }
    const [problem] = problemsIn(made.detail);
    this.problem = t(
      problem?.code === 'taken'
        ? 'staff.accounts.trouble.taken'
        : problem?.code === 'last-manager'
          ? 'staff.accounts.lastManager'
          : 'staff.accounts.trouble.other',
    );
    return false;
  }

  async #save({ name, role }: Account, set: Partial<Named>): Promise<void> {
    const now = { name, role, ...set };
    const words = { name: now.name, role: t(`staff.role.${now.role}`) };
    const done = now.role === role ? t('staff.accounts.saved') : t('staff.accounts.roleNow', words);
    if ((await this.#set(set, done)) && now.role !== role && !this.isOwn) this.former = { name, role };
  }

  #take(event: Event, account: Account): void {
    event.preventDefault();
    const name = seen(this.nameField.value).trim();
    const role = roleOf(this.roleSelect.value) ?? account.role;
    if (name === '') {
      this.problem = t('staff.accounts.nameEmpty');
      return this.nameField.focus();
    }
    const set = {
      ...(name === account.name ? {} : { name }),
      ...(role === account.role ? {} : { role }),
    };
    if (Object.keys(set).length === 0) return this.#to(null);
    // Their own rights nobody can give back to themselves: that is asked first.
    if (this.isOwn && 'role' in set && !isLastManager(this.accounts, account)) {
      this.#to('role');
      this.wanted = set;
    } else void this.#save(account, set);
  }
}
