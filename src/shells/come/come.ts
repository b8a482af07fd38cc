import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { markReady } from '../../app/ready.ts';
import { formatClock, LocaleController, otherLocale, setLocale, t } from '../../i18n/index.ts';
import { uuid7 } from '../../kernel/uuid7.ts';
import { inLanguage } from '../../ui/common/in-language.ts';
import { reset } from '../../ui/common/shared-styles.ts';
import {
  AskHub,
  type Answer,
  type Came,
  type Claim,
  type ComeSession,
  type Person,
  type Trouble,
} from './ask-hub.ts';
import { comeStyles } from './come-styles.ts';

type Step =
  | { readonly at: 'waiting'; readonly what: 'asking' | 'saving' }
  | { readonly at: 'digits'; readonly unknown: boolean }
  | { readonly at: 'names'; readonly tail: string; readonly names: readonly Person[] }
  | { readonly at: 'came'; readonly claim: Claim; readonly came: Came }
  | { readonly at: 'trouble'; readonly trouble: Trouble; readonly retry: (() => void) | null };

/**
 * Signing in on one's own telephone, for the session whose code was scanned. ✓ stands here only when the hub has it: a
 * telephone that goes home with something to send would never send it.
 */
@customElement('ll-come')
export class LlCome extends LitElement {
  static override readonly styles = [reset, comeStyles];

  @state() private step: Step = { at: 'waiting', what: 'asking' };
  @state() private session: ComeSession | null = null;
  @query('input') private readonly input!: HTMLInputElement | null;
  @query('h2') private readonly heading!: HTMLElement | null;

  #hub = new AskHub('');
  readonly #scanned = (): void => void this.#begin();

  constructor() {
    super();
    new LocaleController(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Another code, scanned in the same tab.
    addEventListener('hashchange', this.#scanned);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#scanned);
  }

  override render(): TemplateResult {
    return html`<main aria-live="polite">${headView(this.session)} ${this.#body(this.step)}</main>
      <footer>
        <p>${t('come.lobby')}</p>
        <button class="language" lang=${otherLocale()} @click=${() => void setLocale(otherLocale())}>
          ${t('come.otherLanguage')}
        </button>
      </footer>`;
  }

  #body(step: Step): TemplateResult {
    switch (step.at) {
      case 'waiting':
        return html`<p class="wait">${t(`come.${step.what}`)}</p>`;
      case 'digits':
        return this.#digits(step.unknown);
      case 'names':
        return this.#names(step.tail, step.names);
      case 'came':
        return this.#came(step.claim, step.came);
      case 'trouble':
        return this.#trouble(step.trouble, step.retry);
    }
  }

  #digits(unknown: boolean): TemplateResult {
    return html`<form @submit=${this.#typed}>
      ${
        unknown
          ? html`<div class="told" role="alert">
              <b>${t('come.nobody')}</b>
              <p>${t('come.nobodyHow')}</p>
            </div>`
          : nothing
      }
      <label for="digits">${t('come.digits')}</label>
      <input
        id="digits"
        inputmode="numeric"
        pattern="[0-9]{4}"
        maxlength="4"
        required
        autocomplete="off"
        aria-describedby="why"
      />
      <p id="why" class="soft">${t('come.digitsWhy')}</p>
      <button class="main" type="submit">${t('come.next')}</button>
    </form>`;
  }

  #names(tail: string, names: readonly Person[]): TemplateResult {
    return html`<h2 tabindex="-1">${t(names.length === 1 ? 'come.you' : 'come.which')}</h2>
      <ul>
        ${names.map(
          (person) =>
            html`<li>
              <button class="main name" @click=${() => void this.#claim({ tail, person, mid: freshMid() })}>
                ${nameOf(person)}
              </button>
            </li>`,
        )}
      </ul>
      <button @click=${this.#anew}>${t('come.neither')}</button>`;
  }

  #came(claim: Claim, { status, count }: Came): TemplateResult {
    const isBack = status === 'withdrawn';
    const title = isBack ? 'come.undone' : status === 'already' ? 'come.already' : 'come.done';
    return html`<div class="came ${isBack ? 'back' : ''}" role="status">
        ${isBack ? nothing : html`<span class="tick" aria-hidden="true">✓</span>`}
        <h2 tabindex="-1">${t(title)}</h2>
        <p class="who">${nameOf(claim.person)}</p>
        <p>${isBack ? t('come.undoneMore') : t('come.people', { count })}</p>
      </div>
      ${
        status === 'done'
          ? html`<button @click=${() => void this.#undo(claim)}>${t('come.undo')}</button>`
          : nothing
      }
      <button @click=${this.#anew}>${t(isBack ? 'come.again' : 'come.another')}</button>`;
  }

  #trouble(trouble: Trouble, retry: (() => void) | null): TemplateResult {
    return html`<div class="told" role="alert">
        <b>${t(`come.${trouble}`)}</b>
        <p>${t(`come.${trouble}How`)}</p>
      </div>
      ${retry === null ? nothing : html`<button class="main" @click=${retry}>${t('come.retry')}</button>`}`;
  }

  async #begin(): Promise<void> {
    this.#hub = new AskHub(location.hash.slice(1));
    this.session = null;
    await this.#through(
      () => this.#hub.session(),
      (session) => {
        this.session = session;
        return { at: 'digits', unknown: false };
      },
    );
    markReady();
  }

  readonly #typed = (event: Event): void => {
    event.preventDefault();
    const tail = this.input?.value ?? '';
    if (!/^[0-9]{4}$/.test(tail)) return;
    void this.#through(
      () => this.#hub.names(tail),
      (names) => (names.length === 0 ? { at: 'digits', unknown: true } : { at: 'names', tail, names }),
    );
  };

  #claim(claim: Claim): Promise<void> {
    return this.#through(
      () => this.#hub.claim(claim),
      (came) => ({ at: 'came', claim, came }),
      'saving',
    );
  }

  #undo(claim: Claim): Promise<void> {
    return this.#through(
      () => this.#hub.undo(claim),
      (came) => ({ at: 'came', claim, came }),
    );
  }

  readonly #anew = (): void => void this.#go({ at: 'digits', unknown: false });

  /** Asks, and goes on by the answer; what could not be asked can be asked again as it was, a claim by the same mid. */
  async #through<T>(
    ask: () => Promise<Answer<T>>,
    then: (value: T) => Step,
    waiting: 'asking' | 'saving' = 'asking',
  ): Promise<void> {
    const hub = this.#hub;
    this.step = { at: 'waiting', what: waiting };
    const answer = await ask();
    // Another code has been scanned meanwhile.
    if (hub !== this.#hub) return;
    const retry = (): void => void this.#through(ask, then, waiting);
    if (answer.ok) await this.#go(then(answer.value));
    else
      await this.#go({
        at: 'trouble',
        trouble: answer.trouble,
        retry: answer.trouble === 'away' ? retry : null,
      });
  }

  async #go(step: Step): Promise<void> {
    this.step = step;
    await this.updateComplete;
    if (step.at === 'digits') this.input?.focus();
    else this.heading?.focus();
  }
}

/** What is signed in for; until that is known, what this page is. */
function headView(session: ComeSession | null): TemplateResult {
  if (session === null) return html`<h1>${t('come.title')}</h1>`;
  const { centre, name, nameEn, start, room, roomEn } = session;
  return html`<header>
    <p class="centre" lang="zh-CN">${centre}</p>
    <h1>${inLanguage(name, nameEn)}</h1>
    <p>${formatClock(start)} · ${inLanguage(room, roomEn)}</p>
  </header>`;
}

/** 王*兰; numbered where several are called so. */
const nameOf = ({ maskedName, order }: Person): TemplateResult =>
  html`<span lang="zh-CN">${maskedName}</span>${
      order === undefined ? nothing : html`<small>${t('come.ofName', { number: order })}</small>`
    }`;

/** A page on plain http has no `randomUUID`. */
const freshMid = (): string => uuid7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));

declare global {
  interface HTMLElementTagNameMap {
    'll-come': LlCome;
  }
}
