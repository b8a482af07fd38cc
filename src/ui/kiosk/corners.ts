import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How long the whole way round may take, ms. */
const WITHIN_MS = 10_000;

/** Somebody has gone round the corners of the glass. */
class CornersEvent extends Event {
  static readonly type = 'll-corners';
  constructor() {
    super(CornersEvent.type);
  }
}

declare global {
  interface HTMLElementEventMap {
    'll-corners': CornersEvent;
  }
}

type Corner = 'top-left' | 'top-right' | 'bottom-right' | 'bottom-left';
const ROUND: readonly Corner[] = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/**
 * The way in for staff, which nothing on the glass shows: the four corners, one after the other from the top left, with
 * the clock, within ten seconds. The corners lie in the edge where nothing else is; any other tap begins anew. Nothing
 * is taken from whoever taps.
 * @fires ll-corners
 */
export class Corners implements ReactiveController {
  #reached: readonly number[] = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.addEventListener('pointerdown', this.#tapped, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    this.host.removeEventListener('pointerdown', this.#tapped, true);
    this.#reached = [];
  }

  readonly #tapped = (event: PointerEvent): void => {
    const corner = this.#cornerAt(event.clientX, event.clientY);
    // The first corner always begins, so that a false start costs nothing.
    if (corner !== ROUND[this.#reached.length]) this.#reached = [];
    if (corner === undefined || corner !== ROUND[this.#reached.length]) return;
    this.#reached = [...this.#reached, event.timeStamp];
    if (this.#reached.length < ROUND.length) return;
    const [began = 0] = this.#reached;
    this.#reached = [];
    if (event.timeStamp - began <= WITHIN_MS) this.host.dispatchEvent(new CornersEvent());
  };

  /** Three quarters of the empty edge: what is next to it is a near miss away. */
  #cornerAt(x: number, y: number): Corner | undefined {
    const { left, right, top, bottom } = this.host.getBoundingClientRect();
    const edge = Number.parseFloat(getComputedStyle(this.host).paddingTop) * 0.75;
    const across = x <= left + edge ? 'left' : x >= right - edge ? 'right' : undefined;
    const along = y <= top + edge ? 'top' : y >= bottom - edge ? 'bottom' : undefined;
    return across === undefined || along === undefined ? undefined : `${along}-${across}`;
  }
}
