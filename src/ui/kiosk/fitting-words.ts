import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fingerLifted } from './finger.ts';

/** The steps by which words grow smaller; the styles keep them from going below the least type of the kiosk. */
const STEPS = [1, 0.92, 0.85, 0.78, 0.7, 0.62] as const;

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment };

/**
 * Keeps the words of an element's buttons inside them, whatever the language, the panel and the typeface: each machine
 * has its own typeface until the product's arrives, and Latin letters differ by a quarter in width. Sets `--fit`, by
 * which the styles multiply their type; where the smallest step is still too wide, the attribute `crowded`, at which
 * the element lays itself out otherwise.
 */
export class FittingWords implements ReactiveController {
  readonly #host: Host;
  readonly #sizes = new ResizeObserver(() => this.#later());
  #asked = false;

  constructor(host: Host) {
    this.#host = host;
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
    this.#fit();
  }

  readonly #later = (): void => {
    if (this.#asked) return;
    this.#asked = true;
    void fingerLifted().then(() =>
      requestAnimationFrame(() => {
        this.#asked = false;
        if (this.#host.isConnected) this.#fit();
      }),
    );
  };

  #fit(): void {
    const buttons = this.#buttons();
    this.#host.removeAttribute('crowded');
    for (const step of STEPS) {
      this.#host.style.setProperty('--fit', String(step));
      if (!buttons.some(sticksOut)) return;
    }
    this.#host.setAttribute('crowded', '');
  }

  #buttons(): HTMLElement[] {
    return [...this.#host.renderRoot.querySelectorAll<HTMLElement>('button')];
  }
}

/** Sizes come rounded: of two that are the same one may be a pixel more. */
const ROUNDED_PX = 1;

const sticksOut = (button: HTMLElement): boolean =>
  button.scrollWidth > button.clientWidth + ROUNDED_PX ||
  button.scrollHeight > button.clientHeight + ROUNDED_PX;
