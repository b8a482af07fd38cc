import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterPaint } from '../../../app/after-paint.ts';
import { storeContext } from '../../../app/contexts.ts';
import type { LocalStore } from '../../../protocol/client/api.ts';

/** As a screen confirms what stands on it. */
const CONFIRM_EVERY_MS = 60_000;

/**
 * Tells staff which emergency stands on this kiosk once it is painted, and when it has left. Of what else is on a kiosk,
 * which is somebody's, nothing is said. At a start without one it says so too: the glass may have been switched off
 * under one.
 */
export class AlarmReport implements ReactiveController {
  #asked: string | null | undefined;
  #shown: string | null | undefined;
  #sinceMs = 0;
  #told = false;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #store: ContextConsumer<typeof storeContext, ReactiveControllerHost & HTMLElement>;

  /**
   * @param stands the id of the emergency that the host has rendered; null where there is none
   * @param silent whether its chime cannot be heard
   */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    private readonly stands: () => string | null,
    private readonly silent: () => boolean,
  ) {
    this.#store = new ContextConsumer(host, { context: storeContext, subscribe: true });
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer ??= setInterval(() => {
      if (typeof this.#shown === 'string') this.#report();
    }, CONFIRM_EVERY_MS);
    this.hostUpdated();
  }

  hostUpdated(): void {
    const stands = this.stands();
    if (stands === this.#asked) {
      if (this.#shown === stands && this.silent() !== this.#told) this.#report();
      return;
    }
    this.#asked = stands;
    afterPaint(() => {
      if (this.#asked !== stands) return;
      this.#shown = stands;
      this.#sinceMs = performance.now();
      this.#report();
    });
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #report(): void {
    const store: LocalStore | undefined = this.#store.value;
    if (this.#shown === undefined || document.visibilityState === 'hidden') return;
    this.#told = this.silent();
    store?.report({
      type: 'glass',
      showing: this.#shown === null ? null : `notice:${this.#shown}@1`,
      shownForMs: Math.round(performance.now() - this.#sinceMs),
      ...(this.#told ? { silent: true } : {}),
    });
  }
}
