import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** `held`: the display stays on; `refused`: the engine would not, for now; `absent`: it has no way to. */
type Awake = 'held' | 'refused' | 'absent';

/** After a refusal (a battery that saves) it is asked again so often, and at each touch. */
const AGAIN_MS = 60_000;

/**
 * Keeps the display from going to sleep while it is wanted. The engine takes it back whenever the page is hidden, so it is
 * asked again when the page is seen.
 */
export class KeepAwake {
  #wanted = false;
  #asking = false;
  #lock: WakeLockSentinel | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly told: (awake: Awake) => void = () => undefined) {}

  /** From now on the display stays on. */
  want(): void {
    if (this.#wanted) return;
    if (!('wakeLock' in navigator)) return this.told('absent');
    this.#wanted = true;
    document.addEventListener('visibilitychange', this.#ask);
    document.addEventListener('pointerdown', this.#ask);
    this.#timer = setInterval(this.#ask, AGAIN_MS);
    this.#ask();
  }

  /** From now on it may sleep. */
  letGo(): void {
    if (!this.#wanted) return;
    this.#wanted = false;
    document.removeEventListener('visibilitychange', this.#ask);
    document.removeEventListener('pointerdown', this.#ask);
    clearInterval(this.#timer);
    void this.#lock?.release();
    this.#lock = undefined;
  }

  readonly #ask = (): void => {
    if (this.#asking || !this.#wanted || document.visibilityState === 'hidden') return;
    if (this.#lock !== undefined && !this.#lock.released) return;
    this.#asking = true;
    void this.#take().finally(() => (this.#asking = false));
  };

  async #take(): Promise<void> {
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (!this.#wanted) return void (await lock.release());
      this.#lock = lock;
      lock.addEventListener('release', this.#ask);
      this.told('held');
    } catch {
      this.told('refused');
    }
  }
}

/** Keeps the display of whoever holds the page on while its view says so: a phone that sleeps leads no exercise. */
export class AwakeWhile implements ReactiveController {
  readonly #awake = new KeepAwake();

  constructor(
    host: ReactiveControllerHost,
    private readonly wanted: () => boolean,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    if (this.wanted()) this.#awake.want();
    else this.#awake.letGo();
  }

  hostDisconnected(): void {
    this.#awake.letGo();
  }
}
