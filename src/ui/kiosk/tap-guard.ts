import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fingerLifted, watchFinger } from './finger.ts';
import { buttonAround, nearestHarmless } from './near-miss.ts';
import { TapRules } from './tap-rules.ts';

const NEAR_MISS_MM = 5;
const SAME_PLACE_MM = 12;

/**
 * Makes taps forgiving for the whole face: shows the press at once, lets the second tap of a trembling hand pass,
 * rests after a change of screen, and gives a near miss to the nearest harmless button. Acting on release and
 * cancelling by sliding off is what a click does by itself.
 */
export class TapGuard implements ReactiveController {
  readonly #rules = new TapRules(() => SAME_PLACE_MM * this.#mm());
  #pressed: HTMLButtonElement | null = null;
  #missed: { readonly x: number; readonly y: number } | null = null;
  #stopFinger: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopFinger = watchFinger();
    this.host.addEventListener('pointerdown', this.#down, true);
    this.host.addEventListener('pointerup', this.#up, true);
    this.host.addEventListener('pointercancel', this.#release, true);
    this.host.addEventListener('click', this.#click, true);
    this.host.addEventListener('contextmenu', prevent);
    this.host.addEventListener('dragstart', prevent);
  }

  hostDisconnected(): void {
    this.#release();
    this.#stopFinger?.();
    this.host.removeEventListener('pointerdown', this.#down, true);
    this.host.removeEventListener('pointerup', this.#up, true);
    this.host.removeEventListener('pointercancel', this.#release, true);
    this.host.removeEventListener('click', this.#click, true);
    this.host.removeEventListener('contextmenu', prevent);
    this.host.removeEventListener('dragstart', prevent);
  }

  /** The picture has changed: taps rest for a moment. */
  screenChanged(): void {
    this.#missed = null;
    this.#rules.screenChanged(performance.now());
  }

  readonly #down = (event: PointerEvent): void => {
    this.#release();
    const button = buttonAround(innermost(event));
    if (button === null) this.#missed = { x: event.clientX, y: event.clientY };
    else {
      this.#missed = null;
      this.#pressed = button;
      button.setAttribute('data-pressed', '');
      // Its end may come elsewhere, or never.
      void fingerLifted().then(() => {
        if (this.#pressed === button) this.#release();
      });
    }
  };

  readonly #up = (event: PointerEvent): void => {
    this.#release();
    const missed = this.#missed;
    this.#missed = null;
    const near = NEAR_MISS_MM * this.#mm();
    if (missed === null || buttonAround(innermost(event)) !== null) return;
    // A finger that has wandered was not a tap.
    if (Math.hypot(event.clientX - missed.x, event.clientY - missed.y) > near) return;
    const button = nearestHarmless(event.clientX, event.clientY, near);
    if (button !== null && this.#rules.counts(tapOf(event, button))) this.#press(button);
  };

  readonly #release = (): void => {
    this.#pressed?.removeAttribute('data-pressed');
    this.#pressed = null;
  };

  readonly #click = (event: MouseEvent): void => {
    if (this.#own) return;
    const button = buttonAround(innermost(event));
    // From the keyboard or an assistive device: no finger, no trembling.
    if (button === null || event.detail === 0) return;
    if (this.#rules.counts(tapOf(event, button))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #own = false;

  #press(button: HTMLButtonElement): void {
    this.#own = true;
    button.click();
    this.#own = false;
  }

  #mm(): number {
    return Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--mm')) || 4;
  }
}

const prevent = (event: Event): void => event.preventDefault();

function innermost(event: Event): Element | null {
  const [first] = event.composedPath();
  return first instanceof Element ? first : null;
}

const tapOf = (event: MouseEvent, target: Element) => ({
  target,
  x: event.clientX,
  y: event.clientY,
  atMs: performance.now(),
});
