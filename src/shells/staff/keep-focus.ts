import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a press sets off is done by then: a change is stored, a sheet closed, a list written anew. */
const WATCH_MS = 2000;
/** A button that is greyed while its change is stored comes back within this, and has the focus again. */
const PATIENCE_MS = 300;

/**
 * Keeps the focus on the page for whoever works by keys or by ear. A button that has gone with its own press takes the
 * focus with it, and Tab would begin at the top: then what is left of where it stood has it.
 */
export class KeepFocus implements ReactiveController {
  /** What had the focus last, and all it stood in, from the inside out. */
  #path: readonly Element[] = [];
  #untilMs = 0;
  #lostAtMs: number | null = null;
  #looking = 0;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focusin', this.#note, true);
    window.addEventListener('keydown', this.#watch, true);
    window.addEventListener('click', this.#watch, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('focusin', this.#note, true);
    window.removeEventListener('keydown', this.#watch, true);
    window.removeEventListener('click', this.#watch, true);
    cancelAnimationFrame(this.#looking);
    this.#looking = 0;
    this.#path = [];
  }

  readonly #note = (event: Event): void => {
    this.#path = event.composedPath().filter((one) => one instanceof Element);
  };

  readonly #watch = (): void => {
    this.#untilMs = performance.now() + WATCH_MS;
    if (this.#looking === 0) this.#looking = requestAnimationFrame(this.#look);
  };

  readonly #look = (nowMs: number): void => {
    this.#looking = nowMs < this.#untilMs ? requestAnimationFrame(this.#look) : 0;
    const [last] = this.#path;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    // Whoever presses beside everything has put the focus down: what had it stands there still.
    if (!isLost || last === undefined) {
      this.#lostAtMs = null;
      return;
    }
    if (canHave(last)) {
      if (this.#lostAtMs !== null) focus(last);
      this.#lostAtMs = null;
      return;
    }
    this.#lostAtMs ??= nowMs;
    if (nowMs - this.#lostAtMs < PATIENCE_MS) return;
    this.#lostAtMs = null;
    const heir = this.#path.find((one) => one !== last && one !== document.body && isSeen(one));
    if (heir !== undefined) focus(heir);
  };
}

const isSeen = (one: Element): boolean =>
  one.isConnected && one.checkVisibility() && one.getBoundingClientRect().height > 0;

const canHave = (one: Element): boolean => isSeen(one) && !one.matches(':disabled');

/** Gives it the focus; what cannot have any can as long as it has this one. */
function focus(one: Element): void {
  if (!(one instanceof HTMLElement)) return;
  one.focus({ preventScroll: true });
  if (one.matches(':focus')) return;
  one.tabIndex = -1;
  one.focus({ preventScroll: true });
  one.addEventListener('blur', () => one.removeAttribute('tabindex'), { once: true });
}
