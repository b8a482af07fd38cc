/** A page that is seen and got no frame for so long stands still. */
const STUCK_MS = 10_000;
/** A look that comes so much too late says that the page itself stood still, and by now goes on. */
const LATE_MS = 5000;
/** What goes on after so long has slept, in a set on standby: no program that hangs comes back from that. */
const SLEPT_MS = 120_000;

interface FrameMend {
  /**
   * No frames come, though the program runs: the picture has died under it. Whether the page begins anew for it; where it
   * may not now, since it would not come back, it is asked again.
   */
  stuck(): boolean;
  /** The program had stopped, for this long. */
  stood(forMs: number): void;
  /** Whether the page was begun anew for want of frames and none has come since. It outlives the page. */
  readonly renewed: { is(): boolean; set(is: boolean): void };
}

interface FramePorts {
  readonly now: () => number;
  readonly frame: (then: () => void) => void;
  readonly seen: () => boolean;
}

const own: FramePorts = {
  now: () => performance.now(),
  frame: (then) => requestAnimationFrame(then),
  seen: () => document.visibilityState !== 'hidden',
};

/**
 * Sees whether the engine still paints: a page of which it does not is asked for one frame, and no more. What a new page
 * does not help - a panel that is off gets frames from no page - is left alone until a frame comes.
 */
export class FrameWatch {
  #askedMs: number | null = null;
  #lookedMs: number | undefined;

  constructor(
    private readonly everyMs: number,
    private readonly mend: FrameMend,
    private readonly ports: FramePorts = own,
  ) {}

  /** Looks once; called every `everyMs`. */
  look(): void {
    const now = this.ports.now();
    const lateMs = now - (this.#lookedMs ?? now) - this.everyMs;
    // A page that nobody sees is looked at by the engine's leave, once a minute: that is no standing still.
    this.#lookedMs = this.ports.seen() ? now : undefined;
    if (this.#lookedMs === undefined) {
      this.#askedMs = null;
      return;
    }
    if (lateMs > LATE_MS) {
      this.#askedMs = null;
      if (lateMs < SLEPT_MS) this.mend.stood(lateMs);
    }
    if (this.#askedMs !== null) {
      if (now - this.#askedMs < STUCK_MS || this.mend.renewed.is()) return;
      if (this.mend.stuck()) this.mend.renewed.set(true);
      return;
    }
    this.#askedMs = now;
    this.ports.frame(() => {
      this.#askedMs = null;
      if (this.mend.renewed.is()) this.mend.renewed.set(false);
    });
  }
}
