import { css, html } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { t } from '../../i18n/index.ts';
import { icon } from '../common/icons.ts';
import { beforePaint } from './before-paint.ts';
import { KioskElement } from './kiosk-element.ts';
import { StepEvent } from './kiosk-page.ts';
import { pressable, reset } from '../common/shared-styles.ts';
import { LlButton } from './button.ts';
import '../../i18n/kiosk-page-texts.ts';

/**
 * Shows its content a page at a time, with two large buttons, since nobody should have to scroll. The content is laid
 * out in columns as high as the room there is; a child is never cut, unless it carries `data-flow` (long text). Where a
 * child is too high for a column beside another, the columns are as wide as the page; one that is too high even there
 * is given `data-tall`, for its page to say it in smaller words, and `very` as its value where those are too high as well.
 * @slot - the content
 * @fires ll-step when the page is turned
 */
@customElement('ll-pages')
export class LlPages extends KioskElement {
  static override styles = [
    reset,
    pressable,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .window {
        flex: 1;
        min-height: 0;
        overflow: hidden;
      }
      .columns {
        height: 100%;
        column-count: var(--columns, var(--page-columns, 1));
        column-gap: calc(var(--u) * 12);
        column-fill: auto;
      }
      ::slotted(:not([data-flow])) {
        break-inside: avoid;
      }
      ::slotted([data-flow]) {
        orphans: 2;
        widows: 2;
      }
      nav {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto minmax(0, 1fr);
        align-items: center;
        grid-gap: var(--gap);
        margin-top: var(--gap);
      }
      nav ll-button {
        /* Words grow smaller before they break, and take no line of what is read. */
        white-space: nowrap;
        --button-pad: calc(var(--u) * 3);
        --button-text: max(var(--text), min(var(--text-large), calc(var(--u) * 17)));
      }
      /* The word goes before the arrow; where there is no room for it, the arrow says it. */
      nav ll-button:not([crowded]) svg {
        max-width: max(0px, calc((var(--fit, 1) - 0.95) * 4000px));
      }
      nav ll-button[crowded] span {
        display: none;
      }
      nav [kind='confirm'] svg {
        margin: 0 0 0 calc(var(--u) * 3);
      }
      nav p {
        font-size: var(--text);
        font-weight: 700;
        text-align: center;
        min-width: calc(var(--u) * 36);
      }
    `,
  ];

  @state() private page = 0;
  @state() private count = 1;
  @query('.window') private readonly view!: HTMLElement;
  @query('slot') private readonly content!: HTMLSlotElement;
  @query('.columns') private readonly columns!: HTMLElement;
  readonly #resized = new ResizeObserver(() => {
    if (this.#laidOut() !== this.#measured) requestAnimationFrame(this.#measure);
  });
  /** How all was laid out when its pages were last counted. */
  #measured = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  /** The next page, where there is one. Returns whether there was. */
  next(): boolean {
    const isMore = this.page < this.count - 1;
    this.#turn(1);
    return isMore;
  }

  /** Back to the first page: other content has come. */
  first(): void {
    this.page = 0;
  }

  protected override updated(): void {
    this.#show();
    void this.#keepKeyboard();
  }

  protected override render() {
    return html`<div class="window" @focusin=${this.#follow}>
        <div class="columns"><slot @slotchange=${this.#watch}></slot></div>
      </div>
      <nav ?hidden=${this.count < 2} aria-label=${t('kioskPages.pages.label')}>
        <ll-button
          .heard=${t('kioskPages.pages.previous')}
          ?disabled=${this.page === 0}
          @click=${() => this.#turn(-1)}
          >${icon('back')}<span>${t('kioskPages.pages.previous')}</span></ll-button
        >
        <p aria-live="polite">
          ${t('kioskPages.pages.position', { page: this.page + 1, count: this.count })}
        </p>
        <ll-button kind="confirm" ?disabled=${this.page >= this.count - 1} @click=${() => this.#turn(1)}
          >${t('kioskPages.pages.next')}${icon('forward')}</ll-button
        >
      </nav>`;
  }

  #turn(by: number): void {
    const to = Math.min(Math.max(this.page + by, 0), this.count - 1);
    if (to === this.page) return;
    this.page = to;
    this.dispatchEvent(new StepEvent(true));
  }

  /** The button that can turn no further leaves the keyboard to the other one. */
  async #keepKeyboard(): Promise<void> {
    const at = this.shadowRoot?.activeElement;
    if (!(at instanceof LlButton) || !at.disabled) return;
    const other = [...this.renderRoot.querySelectorAll('ll-button')].find((one) => one !== at);
    if (!(other instanceof LlButton) || other.disabled) return;
    await other.updateComplete;
    other.focus();
  }

  /** What stands in it grows too: by larger type, or words in another language. */
  readonly #watch = (): void => {
    this.#resized.disconnect();
    for (const one of [this.view, ...this.content.assignedElements({ flatten: true })])
      this.#resized.observe(one);
    // Counted before it is painted: nothing moves up for the buttons afterwards.
    beforePaint(this.#measure);
  };

  readonly #measure = (): void => {
    // Put aside while something else is shown: it keeps its place.
    if (!this.isConnected || this.view.clientWidth === 0) return;
    for (const name of ['--columns', 'column-fill']) this.columns.style.removeProperty(name);
    for (const child of this.children) child.removeAttribute('data-tall');
    if (this.#torn().length > 0) this.columns.style.setProperty('--columns', '1');
    for (const how of ['', 'very']) for (const child of this.#torn()) child.setAttribute('data-tall', how);
    this.count = Math.max(1, Math.ceil((this.columns.scrollWidth + this.#gap()) / this.#step() - 0.05));
    if (this.page >= this.count) this.page = this.count - 1;
    // What stands on one sheet stands on all of it, not on its left half.
    if (this.count === 1) this.columns.style.setProperty('column-fill', 'balance');
    this.#measured = this.#laidOut();
  };

  #laidOut(): string {
    const { clientWidth, clientHeight } = this.view;
    const heights = [...this.children].map((child) => child.getBoundingClientRect().height);
    return [clientWidth, clientHeight, this.columns.scrollWidth, ...heights].join(' ');
  }

  /** The children that must not be cut and stand in more than one column, or are too high for one. */
  #torn(): readonly Element[] {
    const { clientHeight } = this.view;
    return [...this.children].filter(
      (child) =>
        !child.hasAttribute('data-flow') &&
        (child.getClientRects().length > 1 || child.getBoundingClientRect().height > clientHeight + 1),
    );
  }

  /** The keyboard has reached something on another page: that page is shown. */
  readonly #follow = (event: FocusEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const offset = target.getBoundingClientRect().left - this.columns.getBoundingClientRect().left;
    this.page = Math.min(Math.max(Math.floor(offset / this.#step() + 0.1), 0), this.count - 1);
    // The browser has brought it into sight in its own way.
    this.view.scrollLeft = 0;
    this.#show();
  };

  /** Through the object model: the hub's policy forbids `style` in markup. */
  #show(): void {
    const before = this.page === 0 ? 0 : this.page * this.#step();
    this.columns.style.transform = `translateX(${-before}px)`;
  }

  #gap(): number {
    return Number.parseFloat(getComputedStyle(this.columns).columnGap) || 0;
  }

  #step(): number {
    // Not rounded: half a pixel a page is ten on the twentieth.
    return this.view.getBoundingClientRect().width + this.#gap();
  }
}
