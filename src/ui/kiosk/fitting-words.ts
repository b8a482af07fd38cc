import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { beforePaint } from './before-paint.ts';
import { fingerLifted } from './finger.ts';

/** The steps by which words grow smaller; the styles keep them from going below the least type of the kiosk. */
const STEPS = [1, 0.93, 0.85, 0.78, 0.7, 0.62] as const;

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What is scaled, and the parts in which its words have to stay. */
interface Fitted {
  readonly scaled: HTMLElement;
  readonly parts: readonly HTMLElement[];
  /** They are as high as the words need. */
  readonly inRows: boolean;
}

/** Those whose words are looked at before the next paint, together: each look by itself would lay the page out anew. */
const asked = new Set<FittingWords>();

function look(one: FittingWords): void {
  asked.add(one);
  beforePaint(fitAll);
}

function fitAll(): void {
  const all = [...asked].flatMap((one) => one.fitted);
  asked.clear();
  for (const { scaled } of all) scaled.removeAttribute('crowded');
  const tooWide = scale(all);
  for (const { scaled } of tooWide) scaled.setAttribute('crowded', '');
  scale(tooWide.filter(({ inRows }) => inRows));
}

/** Takes the largest step at which the words stay inside. Returns those for which there is none. */
function scale(all: readonly Fitted[]): readonly Fitted[] {
  let tooWide = all;
  for (const step of STEPS) {
    if (tooWide.length === 0) break;
    for (const { scaled } of tooWide) scaled.style.setProperty('--fit', String(step));
    tooWide = tooWide.filter(isTooWide);
  }
  return tooWide;
}

/**
 * Keeps the words of an element's buttons inside them, whatever the language, the panel and the typeface: each machine
 * has its own typeface until the product's arrives, and Latin letters differ by a quarter in width. Sets `--fit`, by
 * which the styles multiply their type; where the smallest step is still too wide, the attribute `crowded`, at which
 * the element lays itself out otherwise. All buttons of an element are set in one size, or each as large as it can be.
 * Where its parts are rows and buttons as high as the words need, these are then as large as they can be so.
 */
export class FittingWords implements ReactiveController {
  readonly #host: Host;
  readonly #sizes = new ResizeObserver(() => this.#later());
  readonly #each: boolean;
  readonly #parts: string;

  constructor(host: Host, { each = false, parts = 'button' } = {}) {
    this.#host = host;
    this.#each = each;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    document.fonts.addEventListener('loadingdone', this.#later);
    this.#sizes.observe(this.#host);
  }

  hostDisconnected(): void {
    document.fonts.removeEventListener('loadingdone', this.#later);
    this.#sizes.disconnect();
  }

  hostUpdated(): void {
    // What stands in a slot, and a typeface that arrives, change the size of the words and nothing else.
    for (const button of this.#buttons()) for (const words of button.children) this.#sizes.observe(words);
    look(this);
  }

  get fitted(): readonly Fitted[] {
    const parts = this.#buttons();
    const inRows = this.#parts !== 'button';
    return this.#each
      ? parts.map((button) => ({ scaled: button, parts: [button], inRows }))
      : [{ scaled: this.#host, parts, inRows }];
  }

  /** What was looked at before this paint, and is as large as can be, needs no second look. */
  readonly #later = (): void => {
    const isRight = this.fitted.every(
      (one) =>
        one.scaled.style.getPropertyValue('--fit') === '1' &&
        !one.scaled.hasAttribute('crowded') &&
        !isTooWide(one),
    );
    if (!isRight) void fingerLifted().then(() => look(this));
  };

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>(this.#parts)];
  }
}

/** Sizes come rounded: of two that are the same one may be a pixel more. */
const ROUNDED_PX = 1;

const isWider = (part: HTMLElement): boolean => part.scrollWidth > part.clientWidth + ROUNDED_PX;
const sticksOut = (button: HTMLElement): boolean =>
  isWider(button) || button.scrollHeight > button.clientHeight + ROUNDED_PX;

const isTooWide = ({ scaled, parts, inRows }: Fitted): boolean =>
  scaled.isConnected && parts.some(inRows ? isWider : sticksOut);
