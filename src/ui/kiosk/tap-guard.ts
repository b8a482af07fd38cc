import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { forgetFinger, isPalm, millimetre, watchFinger } from './finger-watch.ts';
import { buttonAround, isButton, isHarmless, isOn, nearestHarmless } from './near-miss.ts';
import { TapRules } from './tap-rules.ts';

const NEAR_MISS_MM = 5;
const SAME_PLACE_MM = 12;
/** A browser that makes a click of what was pressed here does so within this time. */
const CLICK_FOLLOWS_MS = 1000;

const ON_HOST = ['touchstart', 'click'] as const;
/** A hand may rest beside the face, and what was under a finger may be gone: that is heard at the window. */
const ON_WINDOW = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const;

/** A button goes down under a finger. */
class PressEvent extends Event {
  static readonly type = 'll-press';
  constructor() {
    super(PressEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-press': PressEvent;
  }
}

/** A finger on the glass, or a hand. */
interface Press {
  readonly x: number;
  readonly y: number;
  readonly downMs: number;
  readonly under: Element | null;
  readonly button: HTMLButtonElement | null;
}

/**
 * Makes taps, for the whole face, of what each finger does and not of the browser's clicks, which a finger that
 * trembles, stays long or has a palm beside it never gets. A press shows at once and acts where it is lifted inside
 * its button; sliding off cancels; a near miss goes to the nearest harmless button; a hand that rests presses nothing;
 * the second tap of a trembling hand passes. The clicks of a keyboard, a switch or an assistive device are let through.
 * @fires ll-press
 */
export class TapGuard implements ReactiveController, EventListenerObject {
  readonly #rules = new TapRules(() => SAME_PLACE_MM * millimetre());
  /** What is on the glass, the earliest first. */
  readonly #presses = new Map<number, Press>();
  /** A click that is made here just now. */
  #own = false;
  #upMs = Number.NEGATIVE_INFINITY;
  #stopFinger: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stopFinger = watchFinger();
    for (const type of ON_HOST) this.host.addEventListener(type, this, { capture: true, passive: false });
    for (const type of ON_WINDOW) window.addEventListener(type, this, true);
  }

  hostDisconnected(): void {
    this.#letGo();
    this.#stopFinger?.();
    for (const type of ON_HOST) this.host.removeEventListener(type, this, true);
    for (const type of ON_WINDOW) window.removeEventListener(type, this, true);
  }

  /** The picture has changed: what was pressed on the last one is void, and taps rest for a moment. */
  screenChanged(): void {
    this.#letGo();
    this.#rules.screenChanged(performance.now());
  }

  handleEvent(event: Event): void {
    const path = event.composedPath();
    const [under] = path.includes(this.host) ? path : [];
    // What one writes in is the browser's own.
    if (under instanceof HTMLInputElement) return;
    // The browser makes no click, zoom or menu of a touch.
    if (event.type === 'touchstart') event.preventDefault();
    else if (event instanceof MouseEvent && event.type === 'click') this.#click(event);
    else if (event instanceof PointerEvent) this.#pointer(event, under instanceof Element ? under : null);
  }

  #pointer(event: PointerEvent, under: Element | null): void {
    const { pointerId, type } = event;
    if (type === 'pointerdown') return this.#down(event, under);
    const press = this.#presses.get(pointerId);
    if (type === 'pointermove') {
      if (press !== undefined) this.#show(press, event.clientX, event.clientY);
      return;
    }
    this.#upMs = event.timeStamp;
    this.#letGo(pointerId);
    if (press !== undefined && type === 'pointerup') this.#up(press, event);
  }

  #down(event: PointerEvent, under: Element | null): void {
    if (event.button !== 0 || isPalm(event)) return;
    const { pointerId, clientX: x, clientY: y, timeStamp: downMs } = event;
    const press: Press = { x, y, downMs, under, button: buttonAround(under) };
    this.#presses.set(pointerId, press);
    const show = (): void => {
      if (press.button === null || this.#presses.get(pointerId) !== press) return;
      this.#show(press, x, y);
      this.host.dispatchEvent(new PressEvent());
    };
    // What is not taken yet does not look taken.
    const restMs = this.#rules.restMs(performance.now());
    if (restMs > 0) setTimeout(show, restMs);
    else show();
  }

  #show({ button }: Press, x: number, y: number): void {
    if (this.#rules.restMs(performance.now()) === 0)
      button?.toggleAttribute('data-pressed', isOn(button, x, y));
  }

  #up(press: Press, { clientX: x, clientY: y, timeStamp: upMs }: PointerEvent): void {
    const target = meant(press, x, y);
    if (target === null || this.#rules.restMs(performance.now()) > 0) return;
    if (isButton(target)) {
      const repeats = target.hasAttribute('data-repeats');
      if (!this.#rules.counts({ target, repeats, x, y, downMs: press.downMs, upMs })) return;
      this.#restHands(press);
    }
    this.#own = true;
    target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    this.#own = false;
  }

  /** What lay there before this finger came, and lies there still, is a hand. */
  #restHands({ downMs }: Press): void {
    for (const [pointerId, other] of this.#presses) {
      if (other.downMs > downMs) continue;
      this.#letGo(pointerId);
      forgetFinger(pointerId);
    }
  }

  #click(event: MouseEvent): void {
    // What the browser makes of a press that was judged here. From a keyboard it has no count of clicks.
    if (this.#own || event.detail === 0 || event.timeStamp - this.#upMs > CLICK_FOLLOWS_MS) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /** What is on the glass, or all of it, presses nothing any more. */
  #letGo(...only: readonly number[]): void {
    for (const pointerId of only.length > 0 ? only : [...this.#presses.keys()]) {
      this.#presses.get(pointerId)?.button?.removeAttribute('data-pressed');
      this.#presses.delete(pointerId);
    }
  }
}

/** What a press was for that is lifted here; null when it was for nothing. */
function meant({ x: fromX, y: fromY, under, button }: Press, x: number, y: number): Element | null {
  // Beside the face there is nothing to press, or it sees to itself.
  if (under === null) return null;
  if (button !== null && isOn(button, x, y)) return button.disabled ? null : button;
  const near = NEAR_MISS_MM * millimetre();
  // A finger that has wandered was not a tap.
  if (Math.hypot(x - fromX, y - fromY) > near) return null;
  if (button !== null) return isHarmless(button) ? button : null;
  return nearestHarmless(fromX, fromY, near) ?? under;
}
