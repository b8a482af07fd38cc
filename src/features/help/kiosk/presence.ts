import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayBeAnother } from './this-visit.ts';

const TOUCHES = ['pointerdown', 'keydown'] as const;

/** Whether who stands before the glass may be another than who opened the page. */
export class Presence implements ReactiveController {
  /** The glass lay untouched so long that another may have come; until they say who they are. */
  isAnother = false;
  #touchedAt = 0;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#touchedAt = performance.now();
    for (const type of TOUCHES) window.addEventListener(type, this.#touched, { capture: true });
  }

  hostDisconnected(): void {
    for (const type of TOUCHES) window.removeEventListener(type, this.#touched, { capture: true });
  }

  readonly #touched = (event: Event): void => {
    // What lies on a key is nobody.
    if (event instanceof KeyboardEvent && event.repeat) return;
    const now = performance.now();
    if (mayBeAnother(now - this.#touchedAt)) this.isAnother = true;
    this.#touchedAt = now;
  };
}
