import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { CivilDate } from '../../../kernel/time.ts';
import type { Readings } from '../../../kernel/typed-words.ts';
import { everydayWords } from '../model/everyday-words.ts';
import type { Policy } from '../model/policy.ts';
import { searchOf, type Search } from '../model/search.ts';
import { locale, t } from '../../../i18n/index.ts';
import { pressable, reset } from '../../../ui/common/shared-styles.ts';
import { KioskElement } from '../../../ui/kiosk/kiosk-element.ts';
import type { KeyPressEvent } from '../../../ui/kiosk/keypad.ts';
import { pageStyles } from '../../../ui/kiosk/page-styles.ts';
import { MOST, policyChoice } from './policy-category.ts';
import { policyStyles } from './policy-styles.ts';
import '../../../ui/kiosk/button.ts';
import '../../../ui/kiosk/letters.ts';
import '../../../ui/kiosk/pages.ts';

/** Something else is looked for. */
export class TypedEvent extends Event {
  static readonly type = 'll-typed';
  constructor(readonly text: string) {
    super(TypedEvent.type, { bubbles: true, composed: true });
  }
}

/** One of what was found, or of what is listed, was chosen. */
export class PolicyChosenEvent extends Event {
  static readonly type = 'll-policy-chosen';
  constructor(readonly policy: Policy) {
    super(PolicyChosenEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-typed': TypedEvent;
    'll-policy-chosen': PolicyChosenEvent;
  }
}

const LONGEST = 24;
/** More letters stand on two lines of the largest type only where they are smaller. */
const LONG = 11;
const offered = everydayWords.filter((row) => row.offered);
/** Letters are typed as small ones; words that are tapped have a capital, or are Chinese. */
const isWord = (text: string): boolean => /[\p{Script=Han}A-Z]/u.test(text);

/**
 * Looks for a benefit by letters on the glass, or by a word to tap, and shows what is found at each key. What is typed is
 * the page's to keep.
 * @slot - ways on, where nothing is found
 * @fires ll-typed
 * @fires ll-policy-chosen
 */
@customElement('ll-policy-search')
export class LlPolicySearch extends KioskElement {
  static override styles = [
    reset,
    pressable,
    pageStyles,
    policyStyles,
    css`
      .typed {
        display: flex;
        align-items: center;
        flex: none;
        min-height: calc(var(--u) * 24);
        margin-bottom: var(--gap);
        padding: 0 calc(var(--u) * 8);
        background: var(--card);
        border: calc(var(--u) * 0.7) solid var(--ink);
        border-radius: var(--radius-small);
        font-size: var(--text-large);
        font-weight: 700;
        overflow-wrap: anywhere;
      }
      .typed.long {
        font-size: var(--text);
      }
      .typed.none {
        color: var(--ink-soft);
        font-weight: 500;
      }
      .found {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
      }
      .words {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        grid-gap: calc(var(--u) * 4);
      }
      .words ll-button {
        height: calc(var(--u) * 28);
        --button-pad: calc(var(--u) * 3);
        --button-text: max(var(--text), min(var(--text-large), calc(var(--u) * 17)));
      }
      .lead {
        flex: none;
        line-height: 1.5;
      }
      .nothing ::slotted(ll-button) {
        width: 100%;
        --button-text: var(--text);
      }
      /* In the largest type the names are what there is to choose from: five of them on a sheet, not one. */
      .choice .summary {
        max-height: max(0px, calc((1.45 - var(--larger)) * 4000px));
      }
      .typing {
        flex: none;
        margin-top: var(--gap);
      }
      .search {
        display: flex;
        flex: 1;
        flex-direction: column;
        min-height: 0;
      }
      :host([landscape]) {
        --page-columns: 1;
      }
      :host([landscape]) .search {
        flex-direction: row;
      }
      :host([landscape]) .typing {
        flex: none;
        width: calc(var(--u) * 209);
        margin: 0 0 0 var(--gap);
      }
    `,
  ];

  @property({ attribute: false }) policies: readonly Policy[] = [];
  @property({ attribute: false }) today: CivilDate | null = null;
  @property({ attribute: false }) text = '';
  @state() private readings: Readings | null = null;
  #search: { readonly of: readonly Policy[]; readonly by: Readings | null; readonly search: Search } | null =
    null;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#keyed);
    // Without the table words are found still, only pinyin is not.
    import('../../../app/readings.ts').then(
      ({ readings }) => (this.readings = readings),
      () => undefined,
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#keyed);
  }

  protected override render() {
    const { text } = this;
    return html`<h1>${t('kioskPages.policies.bySearch')}</h1>
      <div class="search">
        <div class="found">${text === '' ? this.#offered() : this.#found(text)}</div>
        <div class="typing">
          <p class="typed ${text === '' ? 'none' : text.length > LONG ? 'long' : ''}" role="status">
            ${
              text === ''
                ? t('kioskPages.search.nothingTyped')
                : html`<span lang=${/[A-Z]/.test(text) ? 'en' : 'zh-CN'}
                    >${isWord(text) ? text : text.toUpperCase()}</span
                  >`
            }
          </p>
          <ll-letters @ll-key=${({ key }: KeyPressEvent) => this.#press(key)}></ll-letters>
        </div>
      </div>`;
  }

  #offered() {
    return html`<p class="lead">${t('kioskPages.search.offered')}</p>
      <div class="words">
        ${offered.map(({ words: [chinese = ''], english }) => {
          const word = locale() === 'en' ? english : chinese;
          return html`<ll-button kind="edge" @click=${() => this.#say(word)}>${word}</ll-button>`;
        })}
      </div>`;
  }

  #found(text: string) {
    const found = this.#searchNow()(text).slice(0, MOST);
    return found.length === 0
      ? html`<div class="nothing">
          <p class="lead" role="status">${t('kioskPages.search.none')}</p>
          <slot></slot>
        </div>`
      : html`<ll-pages>
          ${found.map((policy) =>
            policyChoice(policy, this.today, (one) => this.dispatchEvent(new PolicyChosenEvent(one))),
          )}
        </ll-pages>`;
  }

  /** Made once for what there is to search; two thousand take a moment. */
  #searchNow(): Search {
    const { policies, readings } = this;
    if (this.#search?.of !== policies || this.#search.by !== readings)
      this.#search = { of: policies, by: readings, search: searchOf(policies, readings ?? (() => [])) };
    return this.#search.search;
  }

  readonly #keyed = (event: KeyboardEvent): void => {
    if (this.closest('[inert]') !== null || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Backspace') this.#press('erase');
    else if (/^[a-z0-9]$/i.test(event.key)) this.#press(event.key.toLowerCase());
  };

  /** A word that was tapped goes as a whole, and gives way to letters. */
  #press(key: string): void {
    const { text } = this;
    const isTapped = isWord(text);
    if (key === 'erase') this.#say(isTapped ? '' : text.slice(0, -1));
    else this.#say(((isTapped ? '' : text) + key).slice(0, LONGEST));
  }

  /** At once: the next key may come before the page has told back. */
  #say(text: string): void {
    this.text = text;
    this.dispatchEvent(new TypedEvent(text));
  }
}
