import type { LitElement, ReactiveController } from 'lit';

/**
 * Sets `--grow` on a box to the first of some factors with which its one child stands in it; the last of them is kept
 * though it does not. For what may be larger than its role asks, never for what would fall below it.
 */
export class FitDown implements ReactiveController {
  readonly #sizes = new ResizeObserver(() => this.#fit());

  constructor(
    private readonly host: LitElement,
    private readonly selector: string,
    private readonly factors: readonly number[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.host);
    document.fonts.addEventListener('loadingdone', this.#fit);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
    document.fonts.removeEventListener('loadingdone', this.#fit);
  }

  hostUpdated(): void {
    this.#fit();
  }

  readonly #fit = (): void => {
    const box = this.host.renderRoot.querySelector<HTMLElement>(this.selector);
    const child = box?.firstElementChild;
    if (box === null || !(child instanceof HTMLElement)) return;
    this.factors.some((factor) => {
      box.style.setProperty('--grow', String(factor));
      return child.offsetHeight <= box.clientHeight && child.scrollWidth <= box.clientWidth;
    });
  };
}
