import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tells of its host's size in the frame after it has changed. The browser tells of it within the very layout: what is set there
 * would be another change, and is an error of the page where the host grows by it.
 */
export class OwnSize implements ReactiveController {
  readonly #sizes = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => {
      if (entry !== undefined && this.host.isConnected) this.told(entry.contentRect.width);
    }),
  );

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    /** Hears how wide the host is within, in CSS pixels; also once after it has come. */
    private readonly told: (widthPx: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#sizes.observe(this.host);
  }

  hostDisconnected(): void {
    this.#sizes.disconnect();
  }
}
