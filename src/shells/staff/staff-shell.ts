import { consume, ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { deviceContext, storeContext } from '../../app/contexts.ts';
import { createHubClient, hubClientContext } from '../../app/hub-client.ts';
import { LiveQuery } from '../../app/live-query.ts';
import { markReady } from '../../app/ready.ts';
import { HubHealthState } from '../../app/hub-health.ts';
import { SyncState } from '../../app/sync-status.ts';
import { Ticker } from '../../app/ticker.ts';
import { Uploads, uploadsContext } from '../../app/uploads.ts';
import { momentOf } from '../../kernel/time.ts';
import type { RowOf } from '../../kernel/rows.ts';
import type { LocalStore } from '../../protocol/client/api.ts';
import { formatDate, LocaleController, t, weekdayShort, type TKey } from '../../i18n/index.ts';
import { consoleIcon } from '../../ui/console/console-icons.ts';
import { buttonStyles } from '../../ui/console/styles/button-styles.ts';
import { messageStyles } from '../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../ui/console/styles/text-styles.ts';
import { openCalls } from '../../features/help/model/standing.ts';
import { ForgetFormer } from '../../features/members/console/forget-former.ts';
import { openRecords } from '../../features/records/console/open-records.ts';
import { speakAsChosen } from '../../features/accounts/console/own-language.ts';
import '../../features/accounts/console/staff-sign-in.ts';
import '../../features/accounts/console/staff-sign-in-again.ts';
import '../../features/accounts/console/staff-unsent.ts';
import '../../features/clock/console/staff-hub-clock.ts';
import '../../features/help/console/staff-help-calls.ts';
import '../../features/notices/console/staff-alarms.ts';
import { keepPin } from './lock/keep-pin.ts';
import { IdleLock } from './lock/idle-lock.ts';
import { deepestFocus } from './deepest-focus.ts';
import { KeepFocus } from './keep-focus.ts';
import { KeepInPlace } from './keep-in-place.ts';
import { openAfterSignIn, openAfterSignOut, signedInOver } from './sign-in-and-out.ts';
import { SessionOver } from './session-over.ts';
import {
  beyondTheBar,
  codeIn,
  icons,
  placeOf,
  powersOf,
  sectionsOf,
  type Powers,
  type SectionName,
} from './sections.ts';
import { SectionPage } from './section-page.ts';
import { navigationStyles } from './navigation-styles.ts';
import { shellStyles } from './shell-styles.ts';
import './staff-hub-health.ts';
import '../../ui/console/undrawable-note.ts';
import './staff-sync-line.ts';

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-shell': LlStaffShell;
  }
}

/** The staff console: its sections by role, the help calls above them, and how it stands with the hub. */
@customElement('ll-staff-shell')
export class LlStaffShell extends LitElement {
  static override readonly styles = [textStyles, buttonStyles, messageStyles, shellStyles, navigationStyles];

  @consume({ context: storeContext, subscribe: true })
  @state()
  private store: LocalStore | undefined;

  @consume({ context: deviceContext, subscribe: true })
  @state()
  private device: RowOf<'deviceConfig'> | undefined;

  @state() private hash = location.hash;
  /** Where somebody goes who signs out. */
  @property({ attribute: false }) leave = openAfterSignOut;
  @query('h1') private readonly heading!: HTMLElement | null;
  @query('main') private readonly main!: HTMLElement | null;

  #wasCovered = false;
  readonly #ticker = new Ticker(this);
  readonly #page = new SectionPage(this);
  readonly #sync = new SyncState(this);
  readonly #session = new SessionOver(this, this.#sync, () => ({
    deviceId: this.device?.id ?? '',
    actor: this.store?.actor,
  }));
  readonly #lock = new IdleLock(
    this,
    () => this.store,
    () => this.#isInUse(),
  );
  readonly #hub = new ContextProvider(this, { context: hubClientContext });
  readonly #uploads = new ContextProvider(this, { context: uploadsContext });
  readonly #health = new HubHealthState(this, () => this.#hub.value, this.#sync);
  readonly #centre = new LiveQuery(this, {
    query: async (view) => ({
      centre: (await view.list('centre', 'centre'))[0],
      calls: await view.list('staff', 'helpCall'),
      records: await openRecords(view),
    }),
    args: () => [],
  });

  constructor() {
    super();
    new LocaleController(this);
    new KeepFocus(this);
    new ForgetFormer(this);
    const inPlace = new KeepInPlace(this, () => ({
      kept: this.renderRoot.querySelector('.section'),
      // Who may take turns here is known late, and the head is higher by the way to.
      above: [...this.renderRoot.querySelectorAll('header, main > :not(.section)')],
    }));
    this.addEventListener('ll-signed-in', ({ deviceId }) => void this.#signedIn(deviceId));
    this.addEventListener('ll-give-way', () => void openAfterSignIn(this.device?.id ?? ''));
    this.addEventListener('ll-signed-out', () => {
      this.#session.leaves();
      void this.leave(this.device?.id ?? '');
    });
    this.addEventListener('ll-alarm-raised', () => inPlace.lookUp());
    this.addEventListener('ll-menu-choose', ({ menuId }) => this.#go(`#menu/${menuId}`));
    this.addEventListener('ll-policy-choose', ({ policyId }) =>
      this.#go(policyId === null ? '#policies' : `#policies/${encodeURIComponent(policyId)}`),
    );
    this.addEventListener('ll-device-choose', ({ deviceId }) =>
      this.#go(deviceId === null ? '#screens' : `#screens/${encodeURIComponent(deviceId)}`),
    );
  }

  /** While somebody types or answers a question, the app is not updated under their hands. */
  busy(): boolean {
    return this.#lock.cover === null ? this.#isInUse() : this.#lock.wasBusy;
  }

  #isInUse(): boolean {
    if (this.#uploads.value?.busy === true) return true;
    const focused = this.shadowRoot === null ? null : deepestFocus(this.shadowRoot);
    return focused?.closest('input, select, textarea, dialog') != null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#moved);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#moved);
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('device') || changed.has('store')) this.#speak();
    if (changed.has('device') && this.device !== undefined)
      this.#hub.setValue(createHubClient(this.device.id, undefined, keepPin));
    if (changed.has('store') && this.store?.actor.type === 'staff') {
      this.#uploads.setValue(new Uploads(this.store));
      void this.#lock.readPeople();
      void this.#health.look();
    }
  }

  override updated(): void {
    // The other sections say themselves when there is something to see.
    if (this.#centre.value && /^#(people|policies|screens|media|numbers|more)/.test(this.hash)) markReady();
    const isCovered = this.#lock.cover !== null;
    // Whoever comes to a locked console is spoken to as the console is set.
    if (this.#wasCovered && !isCovered) this.#speak();
    this.#wasCovered = isCovered;
    if (this.#lock.cover !== null) this.#lock.cover.calls = this.#callsFor();
    const waiting = this.#waiting();
    const title = t('staff.title');
    document.title = waiting > 0 ? `${t('staff.help.waiting', { count: waiting })} · ${title}` : title;
  }

  #speak(): void {
    const actor = this.store?.actor;
    if (actor !== undefined) speakAsChosen(actor.type === 'staff' ? actor.accountId : null);
  }

  /** Also the section's page, which may still have to come. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const settled = await super.getUpdateComplete();
    await this.#page.coming;
    return settled;
  }

  override render(): TemplateResult | typeof nothing {
    if (this.store === undefined) return nothing;
    if (this.store.actor.type !== 'staff') {
      markReady();
      return html`<ll-staff-sign-in></ll-staff-sign-in>`;
    }
    const powers = powersOf(this.store.actor);
    const allowed = sectionsOf(powers);
    const place = placeOf(this.hash, allowed);
    return html`
      <ll-undrawable-note></ll-undrawable-note>
      <button class="skip" @click=${this.#skip}>${t('staff.skip')}</button>
      ${this.#renderNavigation(allowed, place.section, powers)}
      <div class="page">
        ${this.#renderHeader(place.section)}
        <main id="main" tabindex="-1">
          <ll-staff-sync-line .stuck=${this.#health.stuck}></ll-staff-sync-line>
          ${
            powers.clock
              ? html`<ll-staff-hub-health .troubles=${this.#health.troubles}></ll-staff-hub-health>`
              : nothing
          }
          <ll-staff-hub-clock ?may-confirm=${powers.clock}></ll-staff-hub-clock>
          ${
            this.#session.asks
              ? html`<ll-staff-sign-in-again
                  .person=${this.store.actor.name}
                  .count=${this.#sync.status?.outbox ?? 0}
                  .other=${this.#session.other}
                  .occupied=${() => this.busy() || this.#lock.cover !== null}
                ></ll-staff-sign-in-again>`
              : nothing
          }
          <ll-staff-unsent></ll-staff-unsent>
          ${powers.notices ? html`<ll-staff-alarms></ll-staff-alarms>` : nothing}
          <ll-staff-help-calls></ll-staff-help-calls>
          <div class="section">
            ${this.#page.render({
              place,
              powers,
              role: this.store.actor.role,
              scanned: codeIn(this.hash),
              toScreens: () => this.#go('#screens'),
              beyond: beyondTheBar(allowed),
            })}
          </div>
        </main>
      </div>
    `;
  }

  /** How many wait for somebody now; yesterday's are over, though nobody has said so. */
  #waiting(): number {
    const open = openCalls(this.#centre.value?.calls ?? [], this.#ticker.time.nowMs);
    return open.filter(({ state }) => state === 'waiting').length;
  }

  /** Where somebody waits for help, for whoever stands before a locked console. */
  #callsFor(): readonly string[] {
    const open = openCalls(this.#centre.value?.calls ?? [], this.#ticker.time.nowMs);
    return [...new Set(open.filter(({ state }) => state === 'waiting').map(({ place }) => place))];
  }

  #renderHeader(section: SectionName): TemplateResult {
    const offset = this.#centre.value?.centre?.utcOffsetMinutes;
    const today = offset === undefined ? null : (momentOf(this.#ticker.time, offset)?.date ?? null);
    const house = this.#centre.value?.centre?.shortName;
    return html`
      <header>
        <h1 tabindex="-1">
          ${t(`staff.section.${section}`)}${house === undefined ? nothing : html`<span> · ${house}</span>`}
        </h1>
        <span class="soft num"
          >${today === null ? t('staff.dateUnknown') : t('staff.date', { date: formatDate(today), weekday: weekdayShort(today) })}</span
        >
        ${this.#renderSwitch()}
      </header>
    `;
  }

  /** Who is here, and the way to let another; where a PIN could open it again. */
  #renderSwitch(): TemplateResult | typeof nothing {
    const actor = this.store?.actor;
    if (actor?.type !== 'staff' || !this.#lock.possible) return nothing;
    return html`<button class="bare switch" @click=${() => this.#lock.lock(true)}>
      ${consoleIcon('person')}<span>${actor.name}</span> ${t('staff.lock.switch')}
    </button>`;
  }

  #renderNavigation(allowed: readonly SectionName[], current: SectionName, powers: Powers): TemplateResult {
    const waiting = this.#waiting();
    const { records = 0 } = this.#centre.value ?? {};
    const beyond = beyondTheBar(allowed);
    return html`
      <nav aria-label=${t('staff.navigation')}>
        <p class="brand" aria-hidden="true">${t('staff.brand')}</p>
        <ul>
          ${allowed.map(
            (name) => html`
              <li class=${beyond.includes(name) ? 'beyond' : nothing}>
                <a
                  href="#${name}"
                  class=${name === 'more' && beyond.includes(current) ? 'around' : nothing}
                  aria-current=${name === current ? 'page' : nothing}
                >
                  ${consoleIcon(icons[name])}
                  <span>${t(`staff.section.${name}`)}</span>
                  ${name === 'today' ? badge(waiting, 'staff.help.badge') : nothing}
                  ${name === 'more' && powers.decides ? badge(records, 'staff.refusals.badge') : nothing}
                </a>
              </li>
            `,
          )}
        </ul>
      </nav>
    `;
  }

  async #signedIn(deviceId: string): Promise<void> {
    if (this.store?.actor.type === 'staff') await signedInOver(deviceId, this.store);
    else await openAfterSignIn(deviceId);
  }

  #go(hash: string): void {
    if (hash !== location.hash) location.hash = hash;
  }

  /** Another section, or one device, is another page: it begins at its top, and with its heading for those who listen. */
  readonly #moved = async (): Promise<void> => {
    const before = pageOf(this.hash);
    this.hash = location.hash;
    if (before === pageOf(this.hash)) return;
    window.scrollTo(0, 0);
    await this.updateComplete;
    this.heading?.focus({ preventScroll: true });
  };

  /** Past what stands on every page. */
  readonly #skip = (): void => {
    this.main?.focus();
  };
}

/** What of an address is a page of its own: a menu chosen in its section is none. */
const pageOf = (hash: string): string =>
  /^#(screens\/|more\/|policies\/|menu\/(dishes|week|import)\b)/.test(hash)
    ? hash
    : (hash.split('/', 1)[0] ?? '');

/** How many wait, on the way to them; nothing where none does. */
const badge = (count: number, key: TKey): TemplateResult | typeof nothing =>
  count > 0 ? html`<b class="badge num">${count}<span class="sr">${t(key)}</span></b>` : nothing;
