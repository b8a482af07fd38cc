import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { beforePaint } from './before-paint.ts';
import { fingerLifted } from './finger.ts';

/** The steps by which words grow smaller; the styles keep them from going below the least type of the kiosk. */
const STEPS = [1, 0.92, 0.85, 0.78, 0.7, 0.62] as const;

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/** What is scaled, and the buttons whose words have to stay inside. */
interface Fitted {
  readonly scaled: HTMLElement;
  readonly buttons: readonly HTMLElement[];
}

/** Those whose words are looked at before the next paint, together: each look by itself would lay the page out anew. */
const asked = new Set<FittingWords>();

function look(one: FittingWords): void {
  asked.add(one);
  beforePaint(fitAll);
}

function fitAll(): void {
  let tooWide = [...asked].flatMap((one) => one.fitted);
  asked.clear();
  for (const step of STEPS) {
    for (const { scaled } of tooWide) {
      scaled.removeAttribute('crowded');
      scaled.style.setProperty('--fit', String(step));
    }
    tooWide = tooWide.filter(isTooWide);
    if (tooWide.length === 0) return;
  }
  for (const { scaled } of tooWide) scaled.setAttribute('crowded', '');
}

/**
 * Keeps the words of an element's buttons inside them, whatever the language, the panel and the typeface: each machine
 * has its own typeface until the product's arrives, and Latin letters differ by a quarter in width. Sets `--fit`, by
 * which the styles multiply their type; where the smallest step is still too wide, the attribute `crowded`, at which
 * the element lays itself out otherwise. All buttons of an element are set in one size, or each as large as it can be.
 */
export class FittingWords implements ReactiveController {
  readonly #host: Host;
  readonly #sizes = new ResizeObserver(() => this.#later());
  readonly #each: boolean;

  constructor(host: Host, { each = false } = {}) {
    this.#host = host;
    this.#each = each;
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
    const buttons = this.#buttons();
    return this.#each
      ? buttons.map((button) => ({ scaled: button, buttons: [button] }))
      : [{ scaled: this.#host, buttons }];
  }

  /** What was looked at before this paint, and is as large as can be, needs no second look. */
  readonly #later = (): void => {
    const isRight = this.fitted.every(
      (one) => one.scaled.style.getPropertyValue('--fit') === '1' && !isTooWide(one),
    );
    if (!isRight) void fingerLifted().then(() => look(this));
  };

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('button')];
  }
}

/** Sizes come rounded: of two that are the same one may be a pixel more. */
const ROUNDED_PX = 1;

const sticksOut = (button: HTMLElement): boolean =>
  button.scrollWidth > button.clientWidth + ROUNDED_PX ||
  button.scrollHeight > button.clientHeight + ROUNDED_PX;

const isTooWide = ({ scaled, buttons }: Fitted): boolean => scaled.isConnected && buttons.some(sticksOut);
