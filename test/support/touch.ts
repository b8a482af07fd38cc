/** A place on the page, CSS px. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the browser's own touch input is asked for (DevTools, Input.dispatchTouchEvent). */
export interface TouchRequest {
  readonly type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel';
  /** When it happened, s since 1970. */
  readonly timestamp: number;
  readonly touchPoints: readonly Finger[];
}

interface Finger extends Point {
  readonly id: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** Half of what a fingertip covers, CSS px. */
const FINGERTIP = 10;

/**
 * Fingers and hands on a glass, as the browser hears of them from a real panel: pointer events, touch events and
 * whatever click it makes of them, none of which a test sends by itself.
 */
export class Hands {
  readonly #down = new Map<number, Finger>();
  #laterMs = 0;
  readonly #send: (request: TouchRequest) => Promise<unknown>;
  readonly #now: () => number;

  /**
   * @param send asks the browser; resolves when the page has been told.
   * @param now the panel's clock, ms since 1970
   */
  constructor(send: (request: TouchRequest) => Promise<unknown>, now: () => number = Date.now) {
    this.#send = send;
    this.#now = now;
  }

  /** What comes next comes so much later, by the time that the panel tells with each touch; nobody waits for it. */
  pause(ms: number): void {
    this.#laterMs += ms;
  }

  /** Puts a finger, or something larger, on the glass. */
  async put(id: number, at: Point, radius = FINGERTIP): Promise<void> {
    const finger = { ...at, id, radiusX: radius, radiusY: radius };
    this.#down.set(id, finger);
    await this.#tell('touchStart', [finger]);
  }

  /** Moves what is on the glass, without lifting it. */
  async slide(id: number, to: Point): Promise<void> {
    const finger = { ...this.#finger(id), ...to };
    this.#down.set(id, finger);
    await this.#tell('touchMove', [finger]);
  }

  /** Takes a finger off; the others stay. */
  async lift(id: number): Promise<void> {
    const finger = this.#finger(id);
    this.#down.delete(id);
    await this.#tell('touchEnd', [finger]);
  }

  /** The panel takes back all it has told: presses that it thinks were none. */
  async takeBack(): Promise<void> {
    if (this.#down.size === 0) return;
    this.#down.clear();
    await this.#tell('touchCancel', []);
  }

  /** One short tap. */
  async tap(at: Point, id = 1): Promise<void> {
    await this.put(id, at);
    await this.lift(id);
  }

  async #tell(type: TouchRequest['type'], touchPoints: readonly Finger[]): Promise<void> {
    await this.#send({ type, touchPoints, timestamp: (this.#now() + this.#laterMs) / 1000 });
  }

  #finger(id: number): Finger {
    const finger = this.#down.get(id);
    if (finger === undefined) throw new Error(`finger ${id} is not on the glass`);
    return finger;
  }
}
