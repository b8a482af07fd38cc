import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { useTypeface } from '../../../app/fonts.ts';
import { markReady } from '../../../app/ready.ts';
import type { RememberedDevice } from '../../../app/remembered-devices.ts';
import { unsentPeople } from '../../../app/unsent-people.ts';
import { tellWorker } from '../../../app/worker.ts';
import { speakAsChosen } from '../../../features/accounts/console/own-language.ts';
import { LocaleController, t } from '../../../i18n/index.ts';
import { MOST_WRONG, waitAfter, type Locked, type Owner } from '../../../store/sealed/person-key.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { afterKey } from '../../../ui/console/key-pad.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import type { Tried } from './people-here.ts';
import { unlockStyles } from './unlock-styles.ts';

/** The hub is asked so often whether it is back: then nobody need type anything. */
const ASK_EVERY_MS = 5000;
/** From here on it is said how many tries are left. */
const TELL_FROM = 5;

/** Opens the console a person left, by their PIN, while the hub cannot say who they are. */
@customElement('ll-unlock-page')
export class LlUnlockPage extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    unlockStyles,
  ];

  @property({ attribute: false }) device: RememberedDevice | undefined;
  /** Who can open their data here by PIN. */
  @property({ attribute: false }) people: readonly Locked[] = [];
  /** The hub is there, and their session has ended. */
  @property({ type: Boolean }) ended = false;

  /** Nobody has touched it for a while, or somebody has locked it. */
  @property({ type: Boolean }) locked = false;
  /** Whom it greets at once, by account; null: it asks who it is. */
  @property({ attribute: false }) first: string | null = null;
  /** Where somebody calls for help meanwhile: no lock hides that. */
  @property({ attribute: false }) calls: readonly string[] = [];

  /** Tries a PIN. */
  @property({ attribute: false }) open: (owner: Owner, pin: string) => Promise<Tried> = async () => ({
    type: 'none',
  });
  /** Told who taps their name; true where the page goes at that. */
  @property({ attribute: false }) choose: (owner: Owner) => boolean = () => false;
  /** Asks the hub who is here. */
  @property({ attribute: false }) ask: () => Promise<void> = async () => undefined;
  /** Goes to where one signs in. */
  @property({ attribute: false }) leave: () => void = () => undefined;

  @state() private chosen: Locked | null = null;
  @state() private trying = false;
  @state() private problem = false;
  /** The hub would have to say who they are, and does not answer. */
  @state() private away = false;
  @state() private destroyed = false;
  @state() private waitS = 0;
  @state() private length = 0;

  @query('input') private readonly field!: HTMLInputElement | null;

  #asking: ReturnType<typeof setInterval> | undefined;
  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    useTypeface();
    speakAsChosen(null, this.device?.config.locale);
    const ask = (): void => void this.ask().catch((error: unknown) => console.error(error));
    this.#asking = setInterval(ask, ASK_EVERY_MS);
    const only = this.people.length === 1 ? this.people[0] : undefined;
    const first = this.people.find(({ owner }) => owner.accountId === this.first);
    const greeted = first ?? (this.locked ? undefined : only);
    if (greeted !== undefined) this.#choose(greeted);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#asking);
    clearInterval(this.#countdown);
  }

  protected override firstUpdated(): void {
    markReady();
    // It stands until somebody comes: that no face does meanwhile is not the build's fault.
    tellWorker('FORGIVE');
    this.field?.focus();
  }

  override render(): TemplateResult {
    return html`<main>
      ${this.calls.map(
        (place) =>
          html`<p class="note alert" role="alert">
            <span>${consoleIcon('hand')}${t('staff.unlock.call', { place })}</span>
          </p>`,
      )}
      ${this.#now()}
    </main>`;
  }

  #now(): TemplateResult {
    if (this.destroyed) return this.#gone();
    if (this.people.length === 0) return this.#waiting();
    return this.chosen === null ? this.#who() : this.#pin(this.chosen);
  }

  /** Nobody has a PIN here: only the hub can open it. */
  #waiting(): TemplateResult {
    const actor = this.device?.actor;
    return html`
      <h1>${t('staff.unlock.hello', { name: actor?.type === 'staff' ? actor.name : '' })}</h1>
      <p role="status">${t('staff.unlock.noPin')}</p>
      <p class="soft">${t('staff.unlock.byItself')}</p>
    `;
  }

  #who(): TemplateResult {
    return html`
      <h1>${t('staff.unlock.who')}</h1>
      <p class="soft">${this.#why()}</p>
      <div class="people">
        ${this.people.map(
          (one) =>
            html`<button @click=${() => this.#tap(one)}>${consoleIcon('person')}${one.owner.name}</button>`,
        )}
      </div>
      ${
        this.locked
          ? html`<p class="ways">
              <button class="bare" @click=${() => this.leave()}>${t('staff.unlock.notAmong')}</button>
            </p>`
          : nothing
      }
    `;
  }

  #pin({ owner, digits, wrong }: Locked): TemplateResult {
    const busy = this.trying || this.waitS > 0;
    const hasOthers = this.people.length > 1 || this.locked;
    return html`
      <h1>${t('staff.unlock.hello', { name: owner.name })}</h1>
      <p>${this.#why()}</p>
      <form class="card" novalidate @submit=${this.#submit}>
        <label for="pin">${digits ? t('staff.unlock.pin') : t('staff.signIn.secret')}</label>
        <input
          id="pin"
          type="password"
          autocomplete="off"
          inputmode=${digits ? 'none' : 'text'}
          aria-describedby="told"
          aria-invalid=${this.problem}
          @input=${this.#typed}
        />
        <div id="told" role="alert">${this.#told(wrong)}</div>
        ${digits ? html`<ll-key-pad @ll-pad-key=${this.#key}></ll-key-pad>` : nothing}
        <button class="primary" ?disabled=${busy || this.length === 0}>
          ${this.trying ? t('staff.unlock.opening') : t('staff.unlock.open')}
        </button>
      </form>
      <p class="soft">${this.ended || this.locked ? nothing : t('staff.unlock.byItself')}</p>
      ${
        hasOthers || this.ended
          ? html`<p class="ways">
              ${hasOthers ? html`<button class="bare" @click=${this.#others}>${t('staff.unlock.other')}</button>` : nothing}
              ${this.ended ? html`<button class="bare" @click=${() => this.leave()}>${t('staff.unlock.signIn')}</button>` : nothing}
            </p>`
          : nothing
      }
    `;
  }

  #why(): string {
    if (this.locked) return t(this.chosen === null ? 'staff.unlock.lockedWho' : 'staff.unlock.locked');
    return this.ended ? t('staff.unlock.ended') : t('staff.unlock.away');
  }

  #told(wrong: number): TemplateResult | typeof nothing {
    if (this.waitS > 0)
      return html`<p class="problem">
        ${consoleIcon('clock')}${t('staff.unlock.wait', { count: this.waitS })}
      </p>`;
    if (this.away) return html`<p class="problem">${consoleIcon('silent')}${t('staff.unlock.needsHub')}</p>`;
    if (!this.problem) return nothing;
    const left = MOST_WRONG - wrong;
    return html`<p class="problem">
      ${consoleIcon('warning')}${wrong < TELL_FROM ? t('staff.unlock.wrong') : t('staff.unlock.left', { count: left })}
    </p>`;
  }

  #gone(): TemplateResult {
    const count = unsentPeople()
      .filter(({ deviceId, accountId }) => {
        const owner = this.chosen?.owner;
        return deviceId === owner?.deviceId && accountId === owner.accountId;
      })
      .reduce((sum, one) => sum + one.count, 0);
    return html`
      <h1>${t('staff.unlock.destroyed')}</h1>
      <p role="alert">${t('staff.unlock.destroyedWhy')}</p>
      ${count > 0 ? html`<p class="note">${t('staff.unlock.kept', { count })}</p>` : nothing}
      <button class="primary" @click=${() => this.leave()}>${t('staff.unlock.signIn')}</button>
    `;
  }

  #tap(one: Locked): void {
    if (!this.choose(one.owner)) this.#choose(one);
  }

  #choose(one: Locked): void {
    this.chosen = one;
    this.problem = false;
    this.away = false;
    // Whoever ends the page does not end the waiting.
    this.#wait(waitAfter(one.wrong));
    void this.updateComplete.then(() => this.field?.focus());
  }

  readonly #others = (): void => {
    this.chosen = null;
    this.length = 0;
  };

  readonly #typed = (): void => {
    this.length = this.field?.value.length ?? 0;
  };

  readonly #key = ({ key }: HTMLElementEventMap['ll-pad-key']): void => {
    if (this.field === null) return;
    this.field.value = afterKey(this.field.value, key);
    this.#typed();
  };

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { chosen, field } = this;
    if (chosen === null || field === null || field.value === '' || this.trying || this.waitS > 0) return;
    this.trying = true;
    const opening = await this.open(chosen.owner, field.value).catch((error: unknown) => {
      console.error(error);
      return null;
    });
    this.trying = false;
    if (opening?.type === 'open' || opening?.type === 'leaving') return;
    field.value = '';
    this.#typed();
    this.away = opening?.type === 'away' || opening?.type === 'none';
    this.problem = !this.away;
    if (opening?.type === 'destroyed') this.destroyed = true;
    if (opening?.type === 'wait') this.#wait(opening.seconds);
    if (opening?.type !== 'wrong') return;
    const { wrong } = opening;
    this.chosen = { ...chosen, wrong };
    this.people = this.people.map((one) => (one.owner === chosen.owner ? { ...one, wrong } : one));
    this.#wait(waitAfter(wrong));
    field.focus();
  };

  /** By the time that has passed, not by the clock. */
  #wait(seconds: number): void {
    clearInterval(this.#countdown);
    const endMs = performance.now() + seconds * 1000;
    const look = (): void => {
      this.waitS = Math.max(0, Math.ceil((endMs - performance.now()) / 1000));
      if (this.waitS === 0) clearInterval(this.#countdown);
    };
    this.#countdown = setInterval(look, 250);
    look();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-unlock-page': LlUnlockPage;
  }
}
