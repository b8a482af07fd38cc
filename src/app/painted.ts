import type { LocalStore } from '../protocol/client/api.ts';

/** Something new stands on a board: `KIND:ID@VERSION`. Fired by a board once it has rendered it. */
export class BoardPaintedEvent extends Event {
  static readonly type = 'll-board-painted';

  constructor(readonly showing: string) {
    super(BoardPaintedEvent.type, { bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-board-painted': BoardPaintedEvent;
  }
}

/** What is on the glass where the rows of what should stand there cannot be read. */
export const UNREADABLE = 'unreadable:store@0';

/**
 * Says what is on the glass, once it is: on the document as `data-showing`, and to the hub as a report. It waits for the
 * frame that paints it, which a hidden page does not get: what nobody can see is not reported as shown.
 */
export class PaintedReporter {
  #asked = '';
  #showing = '';
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
  rendered(showing: string, then: () => void = () => undefined): void {
    if (showing === this.#asked) return;
    this.#asked = showing;
    requestAnimationFrame(() => {
      // The frame's own paint follows its callbacks; a task after it runs when that paint is done.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        port1.close();
        if (this.#asked !== showing) return;
        this.#showing = showing;
        this.#sinceMs = this.now();
        document.documentElement.dataset['showing'] = showing;
        this.#report();
        then();
      };
      port2.postMessage(null);
    });
  }

  #report(): void {
    if (this.#showing === '' || document.visibilityState === 'hidden') return;
    this.store.report({
      type: 'glass',
      showing: this.#showing,
      shownForMs: Math.round(this.now() - this.#sinceMs),
    });
  }
}
