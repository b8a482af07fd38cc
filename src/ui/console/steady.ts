import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A second press so soon after one that counted comes from a finger that trembles or is wet. */
export const TREMBLE_MS = 700;
/** So near the last press it is the same spot, whatever key stands there by now. */
const SAME_SPOT_PX = 28;

interface Press {
  readonly key: HTMLButtonElement;
  readonly atMs: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Leaves out the second of two presses in a moment on what has just acted, in its host and all that is inside: "pause"
 * pressed twice would go on, and "next" skip a form. A key that is meant to be pressed again says `data-repeats`; a
 * press by keyboard is meant, and so is one that something was typed before.
 */
export class Steady implements ReactiveController {
  #last: Press | null = null;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('click', this.#heed, { capture: true });
    this.host.addEventListener('input', this.#typed);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('click', this.#heed, { capture: true });
    this.host.removeEventListener('input', this.#typed);
  }

  readonly #typed = (): void => {
    this.#last = null;
  };

  readonly #heed = (event: MouseEvent): void => {
    const key = event.composedPath().find((one) => one instanceof HTMLButtonElement);
    if (key === undefined || event.detail === 0) return;
    const press = { key, atMs: event.timeStamp, x: event.clientX, y: event.clientY };
    if (!key.hasAttribute('data-repeats') && this.#last !== null && isTremble(this.#last, press)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else this.#last = press;
  };
}

const isTremble = (last: Press, { key, atMs, x, y }: Press): boolean =>
  atMs - last.atMs < TREMBLE_MS && (key === last.key || Math.hypot(x - last.x, y - last.y) < SAME_SPOT_PX);
