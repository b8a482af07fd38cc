import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** While a page that has just opened finds its rows, it may still settle. */
const SETTLING_MS = 1500;

/**
 * Keeps what somebody is about to press where it is on the glass: whatever comes or goes above it (a call for help, a
 * word on the network) scrolls the page by as much as it pushes. `--pushed` is the room that takes at the page's end.
 */
export class KeepInPlace implements ReactiveController {
  readonly #seen = new ResizeObserver(() => this.#keep());
  #kept: HTMLElement | null = null;
  #top = 0;
  #pushed = 0;
  #openedAtMs = 0;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** What is to stay, and what may come and go above it. */
    private readonly find: () => { readonly kept: HTMLElement | null; readonly above: readonly Element[] },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#openedAtMs = performance.now();
  }

  hostUpdated(): void {
    const { kept, above } = this.find();
    if (kept === this.#kept) return;
    this.#seen.disconnect();
    this.#kept = kept;
    this.#top = kept?.offsetTop ?? 0;
    for (const one of above) this.#seen.observe(one);
  }

  hostDisconnected(): void {
    this.#seen.disconnect();
    this.#kept = null;
  }

  /** To what comes above now: whoever has called for it is to see it. */
  lookUp(): void {
    this.#openedAtMs = performance.now();
    window.scrollTo({ top: 0, behavior: 'instant' });
  }

  #keep(): void {
    const top = this.#kept?.offsetTop ?? 0;
    const by = top - this.#top;
    this.#top = top;
    if (by === 0 || performance.now() - this.#openedAtMs < SETTLING_MS) return;
    this.#pushed = Math.max(0, this.#pushed + by);
    this.host.style.setProperty('--pushed', `${this.#pushed}px`);
    window.scrollBy({ top: by, behavior: 'instant' });
  }
}
