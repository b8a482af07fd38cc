import { nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { pressable, reset } from '../common/shared-styles.ts';
import { choiceStyles } from './choice-styles.ts';
import { KioskElement } from './kiosk-element.ts';
import { KioskPage, StepEvent } from './kiosk-page.ts';
import { headingStyles, pageStyles, waysStyles } from './page-styles.ts';
import { takeScan, type ScanEvent } from './scanner.ts';
import { Scans } from './scans.ts';
import {
  atDigits,
  backFrom,
  begun,
  firstStep,
  isReadable,
  pressed,
  type Finder,
  type Way,
  type WhoStep,
} from './who-steps.ts';
import { whoStyles } from './who-styles.ts';
import { beginningsView, digitsView, namesView } from './who-views.ts';

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
  static override styles = [reset, pressable, pageStyles, headingStyles, waysStyles, choiceStyles, whoStyles];

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

  /** Whether anything of a person is on the glass. */
  get personal(): boolean {
    return this.step.step !== 'beginnings' && !(this.step.step === 'digits' && this.step.typed === '');
  }

  constructor() {
    super();
    new Scans(this, this.#scanned);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.step = firstStep(this.ways);
    window.addEventListener('keydown', this.#typed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('keydown', this.#typed);
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
        return digitsView(step, this, finder, {
          press: (key) => this.#press(key),
          byName: () => this.#go({ step: 'beginnings' }),
        });
      case 'beginnings':
        return beginningsView(finder.beginnings, (beginning) => this.#go(begun(beginning, finder)));
      case 'names':
        return namesView(step, this.ofAnother, {
          choose: ({ id }) => this.dispatchEvent(new WhoEvent(id, step.from, this.ofAnother)),
          none: () => this.back(),
        });
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
