import type { LitElement, ReactiveController } from 'lit';
import type { SetRow } from './page-rows.ts';

/**
 * A board's galley: all its rows, set at their sizes where nobody sees them, and measured there before they are made
 * into pages. A board renders them while `made` is null, in `.main`, and its pages from then on; both come before the
 * browser paints. What changes the measure, the glass or a typeface that arrives, has it set anew.
 */
export class Galley<T> implements ReactiveController {
  #of = '';
  #made: T | null = null;
  #size = '';
  /** Pixels kept free on each page: what a page that was drawn turned out higher than it was measured. */
  #spare = 0;
  #main: Element | null = null;
  readonly #watch = new ResizeObserver(() => requestAnimationFrame(() => this.#look()));

  /**
   * @param make takes the measures from the rendered galley, and leaves so many pixels of each page free; null where
   * they cannot be taken yet
   */
  constructor(
    private readonly host: LitElement,
    private readonly make: (root: ParentNode, sparePx: number) => T | null,
  ) {
    host.addController(this);
  }

  /**
   * What was made of this galley; null while it is to be set. Call it in `render`.
   * @param of says all that stands in it: another word, another galley
   */
  made(of: string): T | null {
    if (of !== this.#of) {
      this.#made = null;
      this.#spare = 0;
    }
    this.#of = of;
    return this.#made;
  }

  hostConnected(): void {
    document.fonts.addEventListener('loadingdone', this.#anew);
  }

  hostDisconnected(): void {
    document.fonts.removeEventListener('loadingdone', this.#anew);
    this.#watch.disconnect();
    this.#main = null;
  }

  hostUpdated(): void {
    const root = this.host.renderRoot;
    const main = root.querySelector('.main');
    if (main !== this.#main) {
      if (this.#main !== null) this.#watch.unobserve(this.#main);
      if (main !== null) this.#watch.observe(main);
      this.#main = main;
    }
    if (main === null) return;
    if (this.#made !== null) {
      this.#prove(main);
      return;
    }
    this.#size = sizeOf(main);
    this.#made = this.make(root, this.#spare);
    if (this.#made !== null) this.host.requestUpdate();
  }

  /** A page that was drawn higher than its room has all made anew with so much less of it: nothing is cut. */
  #prove(main: Element): void {
    // By the rows themselves: what a typeface keeps free under its letters is not in them, and needs no room.
    const bottomOf = (one: Element | null): number =>
      (one?.getBoundingClientRect().bottom ?? 0) / scaleOf(main);
    const over = Math.max(
      0,
      ...[...main.querySelectorAll('.rows')].map((rows) => bottomOf(rows.lastElementChild) - bottomOf(rows)),
    );
    if (over <= NEARLY_PX || this.#spare + over > main.clientHeight / 2) return;
    this.#spare += over;
    this.#made = null;
    this.host.requestUpdate();
  }

  #look(): void {
    if (this.#main !== null && sizeOf(this.#main) !== this.#size) this.#anew();
  }

  readonly #anew = (): void => {
    this.#made = null;
    this.#spare = 0;
    this.host.requestUpdate();
  };
}

const NEARLY_PX = 1;

const sizeOf = ({ clientWidth, clientHeight }: Element): string => `${clientWidth} ${clientHeight}`;

/** The rows of a galley as they are set. */
export const rowsIn = (galley: Element): readonly (SetRow & { readonly characters: number })[] =>
  [...galley.children].map((row) => {
    const height = row.getBoundingClientRect().height / scaleOf(row);
    const texts = [...row.querySelectorAll('.say')];
    const characters = charactersIn(row.textContent ?? '');
    return { height, lines: linesOf(texts), characters };
  });

/** How much smaller it is drawn than laid out, in a preview. */
function scaleOf(one: Element): number {
  if (!(one instanceof HTMLElement) || one.offsetWidth === 0) return 1;
  return one.getBoundingClientRect().width / one.offsetWidth;
}

/** Where the lines of some texts begin, counted in characters over all of them. */
function linesOf(texts: readonly Element[]): SetRow['lines'] {
  const range = document.createRange();
  const lines: { from: number; height: number }[] = [];
  let at = 0;
  let bottom = -Infinity;
  for (const text of texts) {
    const height = parseFloat(getComputedStyle(text).lineHeight);
    for (const node of textsIn(text)) {
      for (let i = 0; i < node.data.length; i += 1, at += 1) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        const box = range.getBoundingClientRect();
        if (box.width === 0 || box.top + box.height / 2 < bottom) continue;
        bottom = box.bottom;
        lines.push({ from: at, height });
      }
    }
  }
  return lines;
}

function textsIn(root: Node): readonly Text[] {
  return [...root.childNodes].flatMap((node) => (node instanceof Text ? [node] : textsIn(node)));
}

/** Three letters of a word in Latin script are read as fast as one Chinese character. */
const LETTERS = /[A-Za-z\u00c0-\u024f]+/g;

/** How many characters a reader has to take in: what parts them is not counted. */
const charactersIn = (text: string): number =>
  text.replace(LETTERS, (word) => '.'.repeat(Math.ceil(word.length / 3))).replace(/\s+/g, '').length;
