import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepestFocus } from './deepest-focus.ts';

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
    window.addEventListener('keydown', this.#watch, true);
    window.addEventListener('click', this.#watch, true);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#watch, true);
    window.removeEventListener('click', this.#watch, true);
    cancelAnimationFrame(this.#looking);
    this.#looking = 0;
    this.#path = [];
  }

  readonly #watch = (): void => {
    this.#note();
    this.#untilMs = performance.now() + WATCH_MS;
    if (this.#looking === 0) this.#looking = requestAnimationFrame(this.#look);
  };

  /** No event tells it: one of a focus that moves within a shadow root does not come out of it. */
  #note(): void {
    if (!isLost()) this.#path = pathOf(deepestFocus(document));
  }

  readonly #look = (nowMs: number): void => {
    this.#looking = nowMs < this.#untilMs ? requestAnimationFrame(this.#look) : 0;
    const [last] = this.#path;
    // Whoever presses beside everything has put the focus down: what had it stands there still.
    if (!isLost() || last === undefined) {
      this.#note();
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

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** An element, and all it stands in, from the inside out. */
function pathOf(inner: Element | null): readonly Element[] {
  const path: Element[] = [];
  for (let one: Node | null = inner; one !== null; one = outOf(one))
    if (one instanceof Element) path.push(one);
  return path;
}

const outOf = (one: Node): Node | null =>
  one instanceof ShadowRoot
    ? one.host
    : ((one instanceof Element ? one.assignedSlot : null) ?? one.parentNode);

const isSeen = (one: Element): boolean =>
  one.isConnected && one.checkVisibility?.() !== false && one.getBoundingClientRect().height > 0;

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
