import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isArrowKey, isBackKey } from './remote-keys.ts';

interface Options {
  /** What the arrows go about in: one element around all that can be pressed. */
  readonly scope: () => HTMLElement | null;
  /** What Back does; it does nothing where there is no way back. */
  readonly back?: () => void;
  /** Whether something has the focus from the first moment, for nobody points at a television. */
  readonly always: () => boolean;
}

/** So much of the glass an arrow moves on where nothing to press is in sight that way. */
const SCROLL = 0.6;
const UP = 38;
const DOWN = 40;

/**
 * A page by arrows, OK and Back: an arrow leads to what stands next that way, what there is to read on the way is scrolled
 * past and not jumped over, and one thing always has the focus, at first what is marked `autofocus`.
 */
export class RemoteControl implements ReactiveController {
  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // The hub may be gone when the first key comes.
    if (this.options.always()) void spatial().catch((error: unknown) => console.error(error));
    window.addEventListener('keydown', this.#pressed);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#pressed);
  }

  hostUpdated(): void {
    if (this.options.always() && this.#focused() === null) this.#first()?.focus();
  }

  /** What has the focus, where that is something to press. */
  #focused(): HTMLElement | null {
    const active = this.options.scope()?.getRootNode();
    const one = active instanceof ShadowRoot ? active.activeElement : null;
    return one instanceof HTMLElement && one.matches(PRESSED) ? one : null;
  }

  #first(): HTMLElement | null {
    const scope = this.options.scope();
    return (
      scope?.querySelector<HTMLElement>('[autofocus]') ?? scope?.querySelector<HTMLElement>(PRESSED) ?? null
    );
  }

  readonly #pressed = (event: KeyboardEvent): void => {
    const { keyCode } = event;
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    if (isBackKey(keyCode) && this.options.back !== undefined) {
      event.preventDefault();
      this.options.back();
    } else if (isArrowKey(keyCode)) {
      event.preventDefault();
      void this.#go(keyCode);
    }
  };

  async #go(keyCode: number): Promise<void> {
    const { getNextFocus } = await spatial();
    const scope = this.options.scope();
    if (!this.host.isConnected || scope === null) return;
    const from = this.#focused();
    const next = from === null ? this.#first() : getNextFocus(from, keyCode, scope);
    const box = next?.getBoundingClientRect();
    const inSight = box !== undefined && box.top < window.innerHeight && box.bottom > 0;
    if (inSight || (keyCode !== UP && keyCode !== DOWN)) return next?.focus();
    const way = keyCode === UP ? -1 : 1;
    const { scrollY } = window;
    window.scrollBy(0, way * window.innerHeight * SCROLL);
    // At the end of the page there is nothing left to read on the way.
    if (window.scrollY === scrollY) next?.focus();
  }
}

const spatial = () => import('@bbc/tv-lrud-spatial/lib/lrud.js');

const PRESSED = 'a[href], button:not([disabled]), summary';
