import { css, html, LitElement, nothing, render, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { boardGalleyStyles } from './board-galley-styles.ts';
import { Pager } from './board-paging.ts';
import { byClause } from './by-clause.ts';
import { saidPages, type Said, type SaidPage } from './saying.ts';

/** The pages have changed, or another is shown. */
export class SaidPageEvent extends Event {
  static readonly type = 'll-said-page';

  /**
   * @param page the one shown, from 0
   * @param pages each of them, as it stands there
   */
  constructor(
    readonly page: number,
    readonly pages: readonly SaidPage[],
  ) {
    super(SaidPageEvent.type);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'll-said-pages': LlSaidPages;
  }
  interface HTMLElementEventMap {
    'll-said-page': SaidPageEvent;
  }
}

/** The same words in another list are no change. */
const differ = (a: unknown, b: unknown): boolean => JSON.stringify(a) !== JSON.stringify(b);

/** How much larger than its roles ask it may be set, where all of it stands on one page. */
const LARGER = [1.7, 1.5, 1.3, 1.15, 1] as const;

/**
 * A heading and what is said under it, in the room it is given: never smaller than 55 and 40 minutes of arc, on as many
 * pages as that takes, each for as long as it takes to read.
 * @fires ll-said-page
 */
@customElement('ll-said-pages')
export class LlSaidPages extends LitElement {
  static override readonly styles = [
    boardGalleyStyles,
    css`
      :host {
        display: block;
        position: relative;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        --grows: 1;
      }
      .page,
      .gauge {
        position: absolute;
        top: 0;
        right: 0;
        left: 0;
        text-align: inherit;
      }
      .page {
        display: flex;
        flex-direction: column;
        justify-content: center;
        bottom: 0;
      }
      .gauge {
        visibility: hidden;
      }
      p {
        margin: 0;
        overflow-wrap: anywhere;
        white-space: pre-line;
        text-wrap: balance;
      }
      .title {
        font-size: calc(var(--am) * 55 / 0.92 * var(--grows));
        font-weight: 900;
        line-height: 1.25;
      }
      .body {
        font-size: calc(var(--am) * 40 / 0.92 * var(--grows));
        font-weight: 700;
        line-height: 1.4;
      }
      .title + .body {
        margin-top: calc(var(--am) * 8);
      }
    `,
  ];

  @property({ attribute: false }) heading: string | null = null;
  @property({ attribute: false }) body: string | null = null;
  /** Several things, one after the other; with them `heading` and `body` say nothing. */
  @property({ attribute: false, hasChanged: differ }) said: readonly Said[] | null = null;
  /** Whether it may be set larger than its roles ask. */
  @property({ type: Boolean }) grows = false;

  #pages: readonly SaidPage[] = [];
  #told = '';
  readonly #pager = new Pager(this);
  /** Its box when it was laid out last: whoever begins to watch one is told of it once, unchanged. */
  #laidIn = '';
  readonly #sizes = new ResizeObserver(() => {
    if (this.#box !== this.#laidIn) this.#lay();
  });
  /** A typeface that comes later is of another width. */
  readonly #typeface = (): void => this.#lay();

  /** The pages as they stand in the room it has; none until it is laid out. */
  get pages(): readonly SaidPage[] {
    return this.#pages;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sizes.observe(this);
    document.fonts.addEventListener('loadingdone', this.#typeface);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#typeface);
  }

  override render(): TemplateResult {
    const page = this.#pages[this.#pager.page];
    return html`<div class="gauge" aria-hidden="true"></div>
      <div class="page">${page === undefined ? nothing : partsOf(page)}</div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.size > 0) this.#lay();
    const told = JSON.stringify([this.#pager.page, this.#pages]);
    if (told === this.#told) return;
    this.#told = told;
    this.dispatchEvent(new SaidPageEvent(this.#pager.page, this.#pages));
  }

  #lay(): void {
    const gauge = this.renderRoot.querySelector<HTMLElement>('.gauge');
    if (gauge === null) return;
    // A box of which nothing is known holds all of it, rather than nothing.
    const fits = (page: SaidPage): boolean => {
      render(partsOf(page), gauge);
      if (this.clientHeight === 0) return true;
      return gauge.scrollHeight <= this.clientHeight && gauge.scrollWidth <= this.clientWidth;
    };
    this.#laidIn = this.#box;
    const said = this.said ?? [{ heading: this.heading, body: this.body }];
    const setAt = (grows: number): 'whole' | 'parted' | 'over' => {
      this.#setLarger(grows);
      let parted = false;
      for (const { heading, body } of said) {
        if (!fits({ title: heading, body })) return 'over';
        parted = parted || isParted(gauge);
      }
      return parted ? 'parted' : 'whole';
    };
    this.#setLarger(largestOf(this.grows ? LARGER : [1], setAt));
    const pages = said.flatMap(({ heading, body }, of) =>
      saidPages(heading, body, fits).map((page) => (said.length > 1 ? { ...page, of } : page)),
    );
    render(nothing, gauge);
    if (JSON.stringify(pages) === JSON.stringify(this.#pages)) return;
    this.#pages = pages;
    this.#pager.hold(pages.map(({ title, body }) => (title?.length ?? 0) + (body?.length ?? 0)));
    this.requestUpdate();
  }

  get #box(): string {
    return `${this.clientWidth} ${this.clientHeight}`;
  }

  #setLarger(grows: number): void {
    this.style.setProperty('--grows', String(grows));
  }
}

/** The largest size at which all stands; a little smaller, where no clause has to be parted then. Each try is a layout. */
function largestOf(sizes: readonly number[], setAt: (grows: number) => 'whole' | 'parted' | 'over'): number {
  let largest: number | undefined;
  for (const grows of sizes) {
    const is = setAt(grows);
    if (is === 'whole') return grows;
    if (is === 'parted') largest = largest ?? grows;
  }
  return largest ?? 1;
}

const partsOf = ({ title, body }: SaidPage): TemplateResult =>
  html`${title === null ? nothing : html`<p class="title">${byClause(title)}</p>`}${body === null ? nothing : html`<p class="body">${byClause(body)}</p>`}`;

/** Whether a clause takes more than one line. */
const isParted = (gauge: HTMLElement): boolean =>
  [...gauge.querySelectorAll<HTMLElement>('.clause')].some(
    (clause) => clause.offsetHeight > parseFloat(getComputedStyle(clause).lineHeight) * 1.5,
  );
