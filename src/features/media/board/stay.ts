/** A video that has not moved for so long is stuck: files from the device itself never wait. */
const STUCK_MS = 10_000;

/** Waits for an item's time to be over, or for it to be ended before. One wait at a time. */
export class Stay {
  #end: (() => void) | null = null;
  #wake: (() => void) | null = null;

  constructor(private readonly stuckMs = STUCK_MS) {}

  /** Ends the wait for an item: it has been taken out. */
  end(): void {
    this.#end?.();
    this.wake();
  }

  /** Ends only a wait for something to show. */
  wake(): void {
    this.#wake?.();
  }

  async forWaking(atMostMs: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, atMostMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }

  async forPicture(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#end = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#end = null;
  }

  /**
   * @param capMs - the most that is played of it; null: to its end
   * @param nearEndS - so many seconds before the end `nearEnd` is called, once
   * @returns whether it is over, broke, or got stuck
   */
  async forVideo(
    video: HTMLVideoElement,
    capMs: number | null,
    nearEndS: number,
    nearEnd: () => void,
  ): Promise<'over' | 'broken' | 'stalled'> {
    let told = false;
    const why = await new Promise<'over' | 'broken' | 'stalled'>((resolve) => {
      // One that nobody can see is held back by the browser itself.
      const look = (): void => {
        if (document.hidden) stuck = setTimeout(look, this.stuckMs);
        else resolve('stalled');
      };
      let stuck = setTimeout(look, this.stuckMs);
      const off: (() => void)[] = [() => clearTimeout(stuck)];
      const on = (type: string, then: () => void): void => {
        video.addEventListener(type, then);
        off.push(() => video.removeEventListener(type, then));
      };
      const done = (how: 'over' | 'broken'): void => resolve(how);
      on('ended', () => done('over'));
      on('error', () => done('broken'));
      let atS = video.currentTime;
      on('timeupdate', () => {
        // Some decoders that stand go on telling of the same moment.
        if (video.currentTime === atS) return;
        atS = video.currentTime;
        clearTimeout(stuck);
        stuck = setTimeout(look, this.stuckMs);
        const left = Math.min(video.duration, (capMs ?? Infinity) / 1000) - video.currentTime;
        if (capMs !== null && left <= 0) return done('over');
        if (told || !(left < nearEndS)) return;
        told = true;
        nearEnd();
      });
      this.#end = () => done('over');
      this.#off = () => off.forEach((one) => one());
    });
    this.#off();
    this.#end = null;
    return why;
  }

  #off: () => void = () => undefined;
}
