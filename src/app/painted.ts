import { same } from '../kernel/same.ts';
import type { LocalStore } from '../protocol/client/api.ts';
import { afterPaint } from './after-paint.ts';

/** Something new stands on a board: `KIND:ID@VERSION`. Fired by a board once it has rendered it. */
export class BoardPaintedEvent extends Event {
  static readonly type = 'll-board-painted';

  /** @param silent whether a sound that belongs to it was refused */
  constructor(
    readonly showing: string,
    readonly silent = false,
  ) {
    super(BoardPaintedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-board-painted': BoardPaintedEvent;
    'll-board-empty': BoardEmptyEvent;
  }
}

/** What is on the glass where the rows of what should stand there cannot be read. */
export const UNREADABLE = 'unreadable:store@0';

/** There is nothing of what a board was given to show: its playlist is gone, its files are broken. Another takes its turn. */
export class BoardEmptyEvent extends Event {
  static readonly type = 'll-board-empty';

  constructor() {
    super(BoardEmptyEvent.type, { bubbles: true, composed: true });
  }
}

/** Why something is on the glass, and what should stand there and does not: short texts for the report. */
export interface Reason {
  readonly why?: string;
  readonly missed?: string;
}

/**
 * Says what is on the glass and why, once it is: on the document as `data-showing`, and to the hub as a report. It waits
 * for the frame that paints it, which a hidden page does not get: what nobody can see is not reported as shown.
 */
export class PaintedReporter {
  #asked = '';
  #showing = '';
  #reason: Reason = {};
  /** The reason of what is on its way to the glass. */
  #next: Reason = {};
  #silent = false;
  #sinceMs = 0;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly store: LocalStore,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Begins to confirm, every minute, what stands on the glass. */
  start(): void {
    this.#timer ??= setInterval(() => this.#report(), 60_000);
  }

  stop(): void {
    if (this.#timer !== undefined) clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** A board has rendered this. `then` runs when it is painted, if nothing else has taken its place meanwhile. */
  rendered(showing: string, reason: Reason = {}, then: () => void = () => undefined): void {
    if (showing === this.#asked) return this.because(reason);
    this.#asked = showing;
    this.#next = reason;
    this.#silent = false;
    afterPaint(() => {
      if (this.#asked !== showing) return;
      this.#showing = showing;
      this.#reason = this.#next;
      this.#sinceMs = this.now();
      document.documentElement.dataset['showing'] = showing;
      this.#report();
      then();
    });
  }

  /** What is on the glass, or about to be, stands there for this reason. */
  because(reason: Reason): void {
    this.#next = reason;
    if (this.#asked !== this.#showing || same(reason, this.#reason)) return;
    this.#reason = reason;
    this.#report();
  }

  /** Whether what was rendered last makes the sound that belongs to it. */
  sounds(sounds: boolean): void {
    if (this.#silent !== sounds) return;
    this.#silent = !sounds;
    if (this.#asked === this.#showing) this.#report();
  }

  #report(): void {
    if (this.#showing === '' || document.visibilityState === 'hidden') return;
    this.store.report({
      type: 'glass',
      showing: this.#showing,
      ...this.#reason,
      ...(this.#silent ? { silent: true } : {}),
      shownForMs: Math.round(this.now() - this.#sinceMs),
    });
  }
}
