import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { t } from '../../i18n/index.ts';
import { pressable, reset } from '../common/shared-styles.ts';
import { KioskElement } from './kiosk-element.ts';
import { KioskPage, StepEvent } from './kiosk-page.ts';
import type { KeyPressEvent } from './keypad.ts';
import { pageStyles } from './page-styles.ts';
import { takeScan, watchScanner, type ScanEvent } from './scanner.ts';
import {
  atDigits,
  backFrom,
  begun,
  firstStep,
  isReadable,
  pressed,
  TAIL_LENGTH,
  type Finder,
  type Shown,
  type Trouble,
  type Way,
  type WhoStep,
} from './who-steps.ts';
import { whoStyles } from './who-styles.ts';
import './button.ts';
import './keypad.ts';
import './pages.ts';
import '../../i18n/kiosk-page-texts.ts';

/** Somebody has said who they are. A number's end and a choice are good for little; a card is somebody's own. */
export class WhoEvent extends Event {
  static readonly type = 'll-who';
  constructor(
    readonly id: string,
    readonly by: Way,
    /** They are not who stands there. */
    readonly ofAnother: boolean,
  ) {
    super(WhoEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-who': WhoEvent;
  }
}

const TROUBLES = {
  'unknown-number': 'kioskPages.who.notFound',
  'unknown-card': 'kioskPages.who.unknownCard',
  unreadable: 'kioskPages.who.unreadable',
} as const;

/** Where there is no keypad, it is not spoken of. */
const CARD_TROUBLES = {
  ...TROUBLES,
  'unknown-card': 'kioskPages.who.unknownCardOnly',
  unreadable: 'kioskPages.who.unreadableOnly',
} as const;

export const EVERY_WAY: readonly Way[] = ['card', 'digits', 'name'];

/**
 * Asks who somebody is: a card held to the reader; the last four digits of their telephone and a choice of masked
 * names; or, for those without a telephone, how their name begins and a choice. It knows nobody itself, keeps nothing,
 * and everything typed goes with the element.
 * @slot ways - other ways on, as buttons: shown below the keypad
 * @slot above - what stands under the heading of the first step
 * @fires ll-who
 * @fires ll-step
 */
@customElement('ll-who')
export class LlWho extends KioskElement {
  static override styles = [reset, pressable, pageStyles, whoStyles];

  /** What is asked for: 八段锦. */
  @property({ attribute: false }) heading: unknown = '';
  /** Said instead of the question for one's number. */
  @property({ attribute: false }) lead: string | null = null;
  /** Who is asked for is not who stands there. */
  @property({ type: Boolean, attribute: 'of-another' }) ofAnother = false;
  @property({ attribute: false }) finder: Finder | null = null;
  @property({ attribute: false }) ways: readonly Way[] = EVERY_WAY;
  @state() private step: WhoStep = atDigits;
  /** A card that is being looked up; another one read meanwhile is the one that counts. */
  #reading: object | null = null;
  #announced: WhoStep['step'] | null = null;
  #stopScanner: (() => void) | undefined;

  /** Whether anything of a person is on the glass. */
  get personal(): boolean {
    return this.step.step !== 'beginnings' && !(this.step.step === 'digits' && this.step.typed === '');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.step = firstStep(this.ways);
    this.#stopScanner = watchScanner();
    window.addEventListener('keydown', this.#typed);
    window.addEventListener('ll-scan', this.#scanned);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
    window.removeEventListener('ll-scan', this.#scanned);
    this.#stopScanner?.();
    this.#reading = null;
    this.step = atDigits;
  }

  /** Goes back one step; false where there is none. */
  back(): boolean {
    const step = backFrom(this.step, this.ways);
    if (step === null) return false;
    this.#go(step);
    return true;
  }

  protected override updated(): void {
    this.#announce();
    // A card that was read on the page before opened this one; one that is going takes none.
    if (!this.isConnected || this.finder === null || !this.#takes('card') || this.#page?.covered === true)
      return;
    const card = takeScan();
    if (card !== null) void this.#read(card);
  }

  protected override render() {
    const { step, finder } = this;
    if (finder === null) return nothing;
    switch (step.step) {
      case 'digits':
        return this.#digits(step.typed, step.trouble, finder);
      case 'beginnings':
        return this.#beginnings(finder);
      case 'names':
        return this.#names(step.names, step.from);
    }
  }

  /** Another question than before: the page it stands on has it heard. */
  #announce(): void {
    const { step } = this.step;
    if (this.finder === null || this.#announced === step) return;
    this.#announced = step;
    this.#page?.announce();
  }

  get #page(): KioskPage | null {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof KioskPage ? root.host : null;
  }

  #takes(way: Way): boolean {
    return this.ways.includes(way);
  }

  #digits(typed: string, trouble: Trouble | null, finder: Finder) {
    const digits = this.#takes('digits');
    const asked = this.lead ?? t(digits ? 'kioskPages.who.digits' : 'kioskPages.who.card');
    const places = Array.from({ length: TAIL_LENGTH }, (_, i) => i);
    return html`<div class="dial" @ll-key=${({ key }: KeyPressEvent) => this.#press(key)}>
      <div class="asked">
        <h1>${this.heading}</h1>
        <slot name="above"></slot>
        ${
          trouble === null
            ? html`<p class="lead">
                ${asked}
                ${
                  digits && finder.hasCards && this.#takes('card')
                    ? html`<small>${t('kioskPages.who.orCard')}</small>`
                    : nothing
                }
              </p>`
            : html`<p class="kindly" role="alert">${t((digits ? TROUBLES : CARD_TROUBLES)[trouble])}</p>`
        }
        ${
          digits
            ? html`<div
                class="digits"
                role="status"
                data-say=""
                aria-label=${t('kioskPages.who.typed', { count: typed.length })}
              >
                ${places.map((i) => html`<span class=${i === typed.length ? 'next' : ''}>${typed[i] ?? ''}</span>`)}
              </div>`
            : nothing
        }
      </div>
      ${digits ? html`<ll-keypad></ll-keypad>` : nothing}
      <div class="others">
        ${
          this.#takes('name') && finder.beginnings.length > 0
            ? html`<ll-button kind="edge" @click=${() => this.#go({ step: 'beginnings' })}
                >${t('kioskPages.who.noNumber')}</ll-button
              >`
            : nothing
        }
        <slot name="ways"></slot>
      </div>
    </div>`;
  }

  #beginnings(finder: Finder) {
    return html`<h1>${t('kioskPages.who.beginning')}</h1>
      <p class="lead">${t('kioskPages.who.beginningMore')}</p>
      <ll-pages class="beginnings">
        ${rowsOf(finder.beginnings, BEGINNINGS_IN_A_ROW).map(
          (row) =>
            html`<div class="row">
              ${row.map(
                (beginning) =>
                  html`<ll-button kind="edge" lang="zh-CN" @click=${() => this.#go(begun(beginning, finder))}
                    >${beginning}</ll-button
                  >`,
              )}
            </div>`,
        )}
      </ll-pages>`;
  }

  #names(names: readonly Shown[], from: 'digits' | 'name') {
    const own = !this.ofAnother;
    const one = own ? 'kioskPages.who.isThisYou' : 'kioskPages.who.isThisOne';
    const several = own ? 'kioskPages.who.whichName' : 'kioskPages.who.whichOne';
    return html`<h1>${t(names.length === 1 ? one : several)}</h1>
      <ll-pages class="names" data-careful>
        ${names.map(
          (one) =>
            html`<button
              type="button"
              class="name"
              data-careful
              @click=${() => this.dispatchEvent(new WhoEvent(one.id, from, this.ofAnother))}
            >
              <b lang="zh-CN" data-private>${one.maskedName}</b
              ><small
                >${one.order === undefined ? nothing : t('kioskPages.who.sameName', { number: one.order })}</small
              ><span>${t(own ? 'kioskPages.who.me' : 'kioskPages.who.this')}</span>
            </button>`,
        )}
      </ll-pages>
      <div class="ways">
        <ll-button class="wide" @click=${() => this.back()}
          >${t(from === 'digits' ? 'kioskPages.who.notMe' : 'kioskPages.who.notThese')}</ll-button
        >
      </div>`;
  }

  /** A keyboard; a reader that types digits and no Enter. */
  readonly #typed = (event: KeyboardEvent): void => this.#press(event.key);

  #press(key: string): void {
    if (this.finder === null || !this.#takes('digits') || this.#page?.covered === true) return;
    const after = pressed(this.step, key, this.finder);
    if (after.step === this.step.step) this.step = after;
    else this.#go(after);
  }

  readonly #scanned = (event: ScanEvent): void => {
    if (this.finder === null || !this.#takes('card') || this.#page?.covered === true) return;
    event.preventDefault();
    void this.#read(event.text);
  };

  async #read(text: string): Promise<void> {
    const reading = {};
    this.#reading = reading;
    const found = isReadable(text)
      ? await this.finder?.byCard(text.trim()).catch(() => undefined)
      : undefined;
    // Who has gone meanwhile, or held another card to it, is told nothing of this one.
    if (this.#reading !== reading) return;
    this.#reading = null;
    if (found !== undefined && found !== null)
      this.dispatchEvent(new WhoEvent(found.id, 'card', this.ofAnother));
    else this.#go({ step: 'digits', typed: '', trouble: found === null ? 'unknown-card' : 'unreadable' });
  }

  #go(step: WhoStep): void {
    if (!this.isConnected) return;
    this.#reading = null;
    this.step = step;
    this.dispatchEvent(new StepEvent());
  }
}

const BEGINNINGS_IN_A_ROW = 4;

function rowsOf<T>(all: readonly T[], length: number): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (let at = 0; at < all.length; at += length) rows.push(all.slice(at, at + length));
  return rows;
}
