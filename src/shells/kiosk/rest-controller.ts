import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fingerLifted } from '../../ui/kiosk/finger.ts';
import { LlAttract } from './attract.ts';

interface Options {
  /** Whether home stands there as it should for whoever comes next: nothing is asked, no alarm stands. */
  readonly mayRest: () => boolean;
  /** Home is there again: what was aimed at was not on it. */
  readonly woken: () => void;
}

/** Nobody has touched home for so long. */
const REST_MS = 180_000;
const LOOK_MS = 1000;

/**
 * Puts the day's content large over home while nobody is there, and takes it away at the first touch, which wakes and
 * does nothing else. The bar under it stays in use.
 */
export class RestController implements ReactiveController {
  #sinceMs = performance.now();
  #shown: LlAttract | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pointerdown', this.#touched, { capture: true, passive: true });
    window.addEventListener('keydown', this.#typed, { capture: true });
    window.addEventListener('ll-scan', this.#read);
    this.#timer = setInterval(this.#look, LOOK_MS);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#touched, { capture: true });
    window.removeEventListener('keydown', this.#typed, { capture: true });
    window.removeEventListener('ll-scan', this.#read);
    clearInterval(this.#timer);
    this.#end();
  }

  /** What takes the glass for itself does not wait for the next look. */
  hostUpdated(): void {
    if (this.#shown !== null && !this.options.mayRest()) this.#end();
  }

  readonly #look = (): void => {
    if (!this.options.mayRest()) {
      this.#sinceMs = performance.now();
      this.#end();
    } else if (this.#shown === null && performance.now() - this.#sinceMs >= REST_MS) {
      this.#shown = new LlAttract();
      this.host.shadowRoot?.append(this.#shown);
    }
  };

  readonly #touched = (): void => {
    this.#sinceMs = performance.now();
    // It stays under the finger: what comes to light beneath is not pressed.
    if (this.#shown !== null) void fingerLifted().then(this.#wake);
  };

  readonly #typed = (event: KeyboardEvent): void => {
    if (event.repeat) return;
    this.#sinceMs = performance.now();
    if (this.#shown === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#wake();
  };

  /** A card opens what its holder has come for, which is not to be looked for under this. */
  readonly #read = (): void => {
    this.#sinceMs = performance.now();
    this.#wake();
  };

  readonly #wake = (): void => {
    if (this.#shown === null) return;
    this.#end();
    this.options.woken();
  };

  #end(): void {
    this.#shown?.remove();
    this.#shown = null;
  }
}
