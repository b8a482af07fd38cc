import { consume } from '@lit/context';
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  hubClientContext,
  type HubClient,
  type HubTrouble,
  type PersonHere,
} from '../../../app/hub-client.ts';
import { seen } from '../../../kernel/seen-text.ts';
import { LocaleController, otherLocale, t } from '../../../i18n/index.ts';
import { consoleIcon } from '../../../ui/console/console-icons.ts';
import { afterKey } from '../../../ui/console/key-pad.ts';
import { buttonStyles } from '../../../ui/console/styles/button-styles.ts';
import { cardStyles } from '../../../ui/console/styles/card-styles.ts';
import { fieldStyles } from '../../../ui/console/styles/field-styles.ts';
import { messageStyles } from '../../../ui/console/styles/message-styles.ts';
import { textStyles } from '../../../ui/console/styles/text-styles.ts';
import { turnLanguage } from './own-language.ts';
import './staff-forgot.ts';
import './staff-unsent.ts';
import { signInTrouble } from './trouble-words.ts';

/** A person has signed in; the console's device id may be new. */
class SignedInEvent extends Event {
  constructor(readonly deviceId: string) {
    super('ll-signed-in', { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-staff-sign-in': LlStaffSignIn;
  }
  interface HTMLElementEventMap {
    'll-signed-in': SignedInEvent;
  }
}

/**
 * Name and PIN (or password), for a browser nobody is signed in on.
 *
 * @event ll-signed-in - The hub knows the person now.
 */
@customElement('ll-staff-sign-in')
export class LlStaffSignIn extends LitElement {
  static override readonly styles = [
    textStyles,
    cardStyles,
    buttonStyles,
    fieldStyles,
    messageStyles,
    css`
      main {
        display: grid;
        gap: 1.25rem;
        align-content: center;
        width: min(26rem, 100%);
        min-height: 100vh;
        margin: 0 auto;
        padding: 1.5rem 1rem;
      }
      header {
        padding: 0 0.25rem;
      }
      h1 {
        margin: 0;
        font-size: 2rem;
        font-weight: 900;
        line-height: 1.25;
      }
      form {
        display: grid;
        gap: 1rem;
        padding: 1.5rem 1.25rem;
      }
      form label + input {
        min-height: 3.25rem;
        font-size: 1.25rem;
      }
      #problem.silent {
        display: none;
      }
      :host([compact]) main {
        width: auto;
        min-height: 0;
        padding: 0;
      }
      :host([compact]) form {
        padding: 0;
        border: 0;
        background: none;
        box-shadow: none;
      }
      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr));
        gap: 0.625rem;
      }
      .people button {
        justify-content: flex-start;
        min-height: 4.75rem;
        padding: 0.5rem 1rem;
        background: var(--card);
        border-color: var(--edge);
        font-size: 1.25rem;
        overflow-wrap: anywhere;
        text-align: left;
      }
      .pin {
        letter-spacing: 0.2em;
        text-align: center;
      }
      footer {
        display: flex;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0 0.25rem;
      }
    `,
  ];

  @consume({ context: hubClientContext, subscribe: true })
  @property({ attribute: false })
  hub: HubClient | undefined;

  /** Over somebody's page: the fields alone. */
  @property({ type: Boolean, reflect: true }) compact = false;
  /** Who is expected. */
  @property({ attribute: false }) person = '';

  /** Who may tap their name here. */
  @state() private people: readonly PersonHere[] = [];
  /** Who has. */
  @state() private chosen: PersonHere | null = null;
  /** They type it: theirs is a password. */
  @state() private types = false;

  @state() private trouble: HubTrouble | null = null;
  @state() private empty = false;
  @state() private asking = false;
  @state() private forgot = false;
  @state() private waitS = 0;

  @query('#name') private readonly nameField!: HTMLInputElement | null;
  @query('#secret') private readonly secretField!: HTMLInputElement;

  #countdown: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new LocaleController(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('hub') && !this.compact) void this.#askWho();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#countdown);
  }

  override render(): TemplateResult {
    const problem = this.#problem();
    const pad = this.chosen !== null && !this.types;
    return html`
      <main>
        ${
          this.compact
            ? nothing
            : html`<header>
                  <h1>${t('staff.signIn.heading')}</h1>
                  <p class="soft">${t('staff.signIn.who')}</p>
                </header>
                <ll-staff-unsent></ll-staff-unsent>
                ${this.#renderPeople()}`
        }
        ${
          this.chosen === null && this.people.length > 0
            ? html`<h2>${t('staff.signIn.orType')}</h2>`
            : nothing
        }
        <form class="card" novalidate @submit=${this.#submit}>
          ${this.chosen === null ? this.#renderName() : html`<h2>${t('staff.unlock.hello', { name: this.chosen.name })}</h2>`}
          <div>
            <label for="secret">${t('staff.signIn.secret')}</label>
            <input
              id="secret"
              name="password"
              type="password"
              class=${pad ? 'pin' : nothing}
              inputmode=${pad ? 'none' : nothing}
              autocomplete="current-password"
              aria-describedby="problem"
              aria-invalid=${this.trouble?.type === 'unauthorised'}
            />
          </div>
          <div id="problem" class=${problem === null ? 'silent' : nothing} role="alert">
            ${problem === null ? nothing : html`<p class="problem">${consoleIcon('warning')}${problem}</p>`}
          </div>
          ${pad ? html`<ll-key-pad @ll-pad-key=${this.#key}></ll-key-pad>` : nothing}
          <button class="primary go" ?disabled=${this.asking || this.waitS > 0}>
            ${this.asking ? t('staff.signIn.asking') : t('staff.signIn.enter')}
          </button>
          ${
            this.chosen === null
              ? nothing
              : html`<div class="actions">
                  <button type="button" @click=${this.#other}>${t('staff.unlock.other')}</button>
                  ${
                    pad
                      ? html`<button type="button" @click=${this.#typeIt}>
                          ${t('staff.signIn.typeIt')}
                        </button>`
                      : nothing
                  }
                </div>`
          }
        </form>
        ${
          this.compact
            ? nothing
            : html`<footer>
                  <button class="bare" @click=${() => (this.forgot = true)}>
                    ${t('staff.signIn.forgot')}
                  </button>
                  <button class="bare" lang=${otherLocale()} @click=${() => turnLanguage(null)}>
                    ${t('staff.signIn.otherLanguage')}
                  </button>
                </footer>
                <ll-staff-forgot
                  .open=${this.forgot}
                  @ll-sheet-close=${() => (this.forgot = false)}
                ></ll-staff-forgot>`
        }
      </main>
    `;
  }

  #renderPeople(): TemplateResult | typeof nothing {
    if (this.chosen !== null || this.people.length === 0) return nothing;
    return html`<h2 id="who">${t('staff.unlock.who')}</h2>
      <div class="people" role="group" aria-labelledby="who">
        ${this.people.map(
          (one) =>
            html`<button @click=${() => this.#choose(one)}>${consoleIcon('person')}${one.name}</button>`,
        )}
      </div>`;
  }

  #renderName(): TemplateResult {
    return html`<div>
      <label for="name">${t('staff.signIn.name')}</label>
      <input
        id="name"
        name="username"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        .defaultValue=${this.person}
        aria-describedby="problem"
      />
    </div>`;
  }

  async #askWho(): Promise<void> {
    this.people = (await this.hub?.peopleHere()) ?? [];
  }

  #choose(one: PersonHere): void {
    this.chosen = one;
    this.types = false;
    this.#clear();
  }

  readonly #other = (): void => {
    this.chosen = null;
    this.#clear();
  };

  readonly #typeIt = (): void => {
    this.types = true;
    this.#clear();
  };

  /** What was typed was meant for another, or otherwise. */
  #clear(): void {
    this.trouble = null;
    this.empty = false;
    this.secretField.value = '';
    void this.updateComplete.then(() => this.secretField.focus());
  }

  readonly #key = ({ key }: HTMLElementEventMap['ll-pad-key']): void => {
    this.secretField.value = afterKey(this.secretField.value, key);
  };

  /** Where the next thing is to be typed. */
  override focus(): void {
    (this.person === '' ? (this.nameField ?? this.secretField) : this.secretField).focus();
  }

  #problem(): string | null {
    if (this.waitS > 0) return t('staff.signIn.wait', { count: this.waitS });
    if (this.empty) return t('staff.signIn.empty');
    return this.trouble === null ? null : signInTrouble(this.trouble);
  }

  readonly #submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const name = this.chosen?.name ?? seen(this.nameField?.value ?? '').trim();
    const secret = this.secretField.value;
    this.trouble = null;
    this.empty = name === '' || secret === '';
    if (this.empty) return (name === '' ? (this.nameField ?? this.secretField) : this.secretField).focus();
    if (this.hub === undefined || this.asking) return;
    this.asking = true;
    const reply = await this.hub.signIn(name, secret);
    this.asking = false;
    if (reply.ok) {
      this.dispatchEvent(new SignedInEvent(reply.value.deviceId));
      return;
    }
    this.trouble = reply.error;
    if (reply.error.type === 'throttled') this.#wait(reply.error.waitS ?? 30);
    this.secretField.value = '';
    this.secretField.focus();
  };

  #wait(seconds: number): void {
    this.waitS = seconds;
    this.trouble = null;
    clearInterval(this.#countdown);
    this.#countdown = setInterval(() => {
      this.waitS -= 1;
      if (this.waitS <= 0) clearInterval(this.#countdown);
    }, 1000);
  }
}
