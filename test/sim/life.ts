import type { VirtualTime } from './virtual-time.ts';

/** One run of a page, from its start to its crash. After its end nothing it awaits comes back. */
export class Life {
  readonly #time: VirtualTime;
  readonly #slowness: () => number;
  #stepsLeft = Infinity;
  #crash: ((where: string) => void) | null = null;
  readonly #endings: (() => void)[] = [];
  #heldUntil = 0;
  over = false;

  /** `slowness` says how many ms the disk takes for the next thing. */
  constructor(time: VirtualTime, slowness: () => number) {
    this.#time = time;
    this.#slowness = slowness;
  }

  /** Crashes after so many more steps. */
  crashAfter(steps: number, crash: (where: string) => void): void {
    this.#stepsLeft = steps;
    this.#crash = crash;
  }

  /** It will not crash after all. */
  spare(): void {
    this.#stepsLeft = Infinity;
    this.#heldUntil = 0;
  }

  /** Its journal stands still for so long. */
  hold(ms: number): void {
    this.#heldUntil = this.#time.now + ms;
  }

  /** Waits for as long as it is held. */
  async held(): Promise<void> {
    while (this.#time.now < this.#heldUntil) await this.#time.sleep(1000);
    if (this.over) return never();
  }

  end(): void {
    if (this.over) return;
    this.over = true;
    for (const run of this.#endings) run();
  }

  /** Runs when the page has come to its end: what it held is let go of by whoever lent it. */
  whenOver(run: () => void): void {
    this.#endings.push(run);
  }

  /** One step of what touches the disk: the page may end here, and then `dying` is the last thing that happens. */
  async step(where: string, dying?: () => void): Promise<void> {
    if (this.over) return never();
    this.#stepsLeft -= 1;
    if (this.#stepsLeft > 0) return;
    dying?.();
    this.end();
    this.#crash?.(where);
    return never();
  }

  /** The disk is slow now and then. */
  async pause(): Promise<void> {
    if (this.over) return never();
    const ms = this.#slowness();
    if (ms > 0) await this.#time.sleep(ms);
    if (this.over) return never();
  }
}

const never = (): Promise<never> => new Promise(() => undefined);
