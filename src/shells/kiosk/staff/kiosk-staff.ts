import { ContextConsumer } from '@lit/context';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { deviceContext, storeContext } from '../../../app/contexts.ts';
import { SyncState } from '../../../app/sync-status.ts';
import { locale, t } from '../../../i18n/index.ts';
import { reset } from '../../../ui/common/shared-styles.ts';
import { KioskPage } from '../../../ui/kiosk/kiosk-page.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import type { KeyPressEvent } from '../../../ui/kiosk/keypad.ts';
import { playSound } from '../../../ui/kiosk/sounds.ts';
import { pairAgainAddress } from '../../boot/pair-again.ts';
import { panelAddress } from '../../boot/tell-panel.ts';
import type { Check } from '../../self-check/checks.ts';
import { glassSettings, LEAST_BRIGHTNESS, setGlass } from '../glass-settings.ts';
import { glassChecks, verdictWord } from './glass-checks.ts';
import { askStaffHere, type StaffHere } from './staff-here.ts';
import { staffStyles } from './staff-styles.ts';
import '../../../i18n/kiosk-page-texts.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/keypad.ts';
import '../../../ui/kiosk/pages.ts';

/** The least that a PIN has; a password may be typed on a keyboard that is plugged in. */
const LEAST_DIGITS = 6;
const MOST_DIGITS = 40;
const STEP = 10;

type Step = 'pin' | 'settings' | 'checks' | 'pair';

/**
 * What staff do at the kiosk itself, behind their PIN: see how it is, set how loud and bright it is, open it anew, pair it
 * anew. Without the hub nobody is known, and only the look at how it is remains.
 */
@customElement('ll-kiosk-staff')
export class LlKioskStaff extends KioskPage {
  static override styles = [reset, pageStyles, staffStyles];

  /** Another answer than the hub's; for tests. */
  @property({ attribute: false }) ask: typeof askStaffHere = askStaffHere;
  /** Goes to another page of this browser; for tests. */
  @property({ attribute: false }) go: (address: string | null) => void = (address) =>
    address === null ? location.reload() : location.assign(address);

  @state() private step: Step = 'pin';
  @state() private secret = '';
  @state() private asking = false;
  @state() private answer: StaffHere | null = null;
  @state() private checks: readonly Check[] | null = null;
  /** The language of what was found: it is said in words. */
  #checkedIn = '';
  readonly #device = new ContextConsumer(this, { context: deviceContext, subscribe: true });
  readonly #store = new ContextConsumer(this, { context: storeContext });
  readonly #sync = new SyncState(this);

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#typed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
    this.secret = '';
  }

  /** Whoever has typed their PIN goes away from it soon. */
  override get personal(): boolean {
    return true;
  }

  override back(): boolean {
    if (this.step === 'pin' || this.step === 'settings') return false;
    this.#to(this.answer?.type === 'staff' ? 'settings' : 'pin');
    return true;
  }

  protected override willUpdate(): void {
    if (this.step === 'checks' && this.#checkedIn !== locale()) void this.#check();
  }

  protected override render(): TemplateResult {
    switch (this.step) {
      case 'pin':
        return this.#pin();
      case 'settings':
        return this.#settings();
      case 'checks':
        return this.#checks();
      case 'pair':
        return this.#pair();
    }
  }

  #pin(): TemplateResult {
    const typed = t('kioskPages.staff.typed', { count: this.secret.length });
    const said = this.#said();
    return html`<h1>${t('kioskPages.staff.heading')}</h1>
      <div class="dial">
        <div class=${said === nothing ? 'asked' : 'asked answered'}>
          <p class="lead">${t('kioskPages.staff.pin')}</p>
          <div class="said" aria-live="assertive">${said}</div>
        </div>
        <div class="pin" role="status" aria-label=${typed}>
          ${'●'.repeat(Math.min(this.secret.length, 12))}
        </div>
        <ll-keypad @ll-key=${({ key }: KeyPressEvent) => this.#key(key)}></ll-keypad>
        <div class="next">
          <ll-button @click=${() => void this.#look()}>${t('kioskPages.staff.checks')}</ll-button>
          <ll-button
            kind="confirm"
            ?disabled=${this.asking || this.secret.length < LEAST_DIGITS}
            @click=${() => void this.#enter()}
            >${this.asking ? t('kioskPages.staff.asking') : t('kioskPages.staff.enter')}</ll-button
          >
        </div>
      </div>`;
  }

  #said(): TemplateResult | typeof nothing {
    switch (this.answer?.type) {
      case 'wrong':
        return html`<p>${t('kioskPages.staff.wrong')}</p>`;
      case 'wait':
        return html`<p>${t('kioskPages.staff.wait', { minutes: Math.ceil(this.answer.seconds / 60) })}</p>`;
      case 'away':
        return html`<p>${t('kioskPages.staff.away')}</p>`;
      case 'staff':
      case undefined:
        return nothing;
    }
  }

  #settings(): TemplateResult {
    const { volume, brightness } = glassSettings(this.#device.value);
    const may = this.answer?.type === 'staff' && this.answer.role === 'manager';
    return html`<h1>${t('kioskPages.staff.heading')}</h1>
      ${this.#level(t('kioskPages.staff.volume', { volume }), volume, 0, (next) => {
        setGlass(this.#device.value, { volume: next });
        playSound('done');
      })}
      ${this.#level(t('kioskPages.staff.brightness', { brightness }), brightness, LEAST_BRIGHTNESS, (next) =>
        setGlass(this.#device.value, { brightness: next }),
      )}
      <div class="ways">
        <ll-button kind="edge" @click=${() => void this.#look()}>${t('kioskPages.staff.checks')}</ll-button>
        <ll-button kind="edge" data-careful @click=${() => this.go(null)}
          >${t('kioskPages.staff.reload')}</ll-button
        >
        <ll-button kind="edge" @click=${this.#measure}>${t('kioskPages.staff.measure')}</ll-button>
        ${
          may
            ? html`<ll-button kind="edge" @click=${() => this.#to('pair')}
                >${t('kioskPages.staff.pair')}</ll-button
              >`
            : nothing
        }
        <ll-button kind="confirm" @click=${() => this.leave()}>${t('kioskPages.staff.done')}</ll-button>
      </div>`;
  }

  #level(words: string, at: number, least: number, set: (next: number) => void): TemplateResult {
    const button = (by: number, sign: string, name: string) =>
      html`<ll-button
        kind="edge"
        .heard=${`${words} ${name}`}
        ?disabled=${by < 0 ? at <= least : at >= 100}
        @click=${() => {
          set(Math.min(Math.max(at + by, least), 100));
          this.requestUpdate();
        }}
        >${sign}</ll-button
      >`;
    return html`<div class="level">
      <span role="status">${words}</span>
      ${button(-STEP, '−', t('kioskPages.staff.less'))}${button(STEP, '+', t('kioskPages.staff.more'))}
    </div>`;
  }

  #checks(): TemplateResult {
    const waiting = this.#sync.status?.outbox ?? 0;
    return html`<h1>${t('kioskPages.staff.checks')}</h1>
      <p class="lead">${t('kioskPages.staff.unsent', { count: waiting })}</p>
      ${
        this.checks === null
          ? html`<p role="status">${t('kioskPages.staff.looking')}</p>`
          : html`<ll-pages class="checks"
              >${this.checks.map(
                (one) =>
                  html`<div class=${one.verdict}>
                    <b>${verdictWord(one)} · ${one.name}</b>
                    <p>${one.found}</p>
                    ${one.remedy === null ? nothing : html`<p>${one.remedy}</p>`}
                  </div>`,
              )}</ll-pages
            >`
      }`;
  }

  #pair(): TemplateResult {
    return html`<h1>${t('kioskPages.staff.pair')}</h1>
      <p class="lead">${t('kioskPages.staff.pairMeaning')}</p>
      <div class="next">
        <ll-button @click=${() => this.#to('settings')}>${t('kioskPages.staff.keep')}</ll-button>
        <ll-button kind="action" data-careful @click=${this.#pairAnew}
          >${t('kioskPages.staff.pair')}</ll-button
        >
      </div>`;
  }

  readonly #measure = (): void => {
    const id = this.#device.value?.id;
    if (id !== undefined) this.go(panelAddress('kiosk', id));
  };

  readonly #pairAnew = (): void => {
    const id = this.#device.value?.id;
    if (id === undefined) return;
    this.go(pairAgainAddress({ id, kind: 'kiosk', waiting: this.#sync.status?.outbox ?? 0 }));
  };

  #key(key: string): void {
    if (this.asking) return;
    if (key === 'erase') this.secret = this.secret.slice(0, -1);
    else if (this.secret.length < MOST_DIGITS) this.secret += key;
    this.answer = null;
  }

  readonly #typed = (event: KeyboardEvent): void => {
    if (this.step !== 'pin' || this.covered || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Backspace') this.#key('erase');
    else if (event.key.length === 1 && event.key !== ' ') this.#key(event.key);
  };

  async #enter(): Promise<void> {
    const { value: device } = this.#device;
    if (device === undefined || this.asking) return;
    this.asking = true;
    const { secret } = this;
    this.secret = '';
    this.answer = await this.ask(device.id, secret);
    this.asking = false;
    if (this.isConnected && this.answer.type === 'staff') this.#to('settings');
  }

  async #look(): Promise<void> {
    this.#to('checks');
    await this.#check();
  }

  async #check(): Promise<void> {
    const now = locale();
    this.#checkedIn = now;
    this.checks = null;
    const checks = await glassChecks(this.#store.value);
    if (now === this.#checkedIn) this.checks = checks;
  }

  #to(step: Step): void {
    this.step = step;
    this.stepped();
  }
}
