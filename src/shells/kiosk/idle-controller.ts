import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { fingerIsDown } from '../../ui/kiosk/finger.ts';
import { elapsed, secondsLeft, watched, type Idle, type Shown } from './idle.ts';

interface Options {
  /** What is on the glass now. */
  readonly shown: () => Shown;
  /** Somebody is read to: who listens touches nothing. */
  readonly listened: () => boolean;
  /** Whether the question may stand on the glass: where it may not, it is not put, and a touch is presence as ever. */
  readonly mayAsk: () => boolean;
  /** Nobody is there any more: wipe. */
  readonly over: () => void;
}

const TICK_MS = 500;

/** Runs the idle policy for the face: counts from the last touch, asks, and has everything wiped. */
export class IdleController implements ReactiveController {
  #idle: Idle = watched(performance.now());
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: Options,
  ) {
    host.addController(this);
  }

  /** Seconds left to answer 还在看吗？; null while it is not asked. */
  get asking(): number | null {
    return this.#idle.phase === 'asking' ? secondsLeft(this.#idle, performance.now()) : null;
  }

  hostConnected(): void {
    for (const type of ['pointerdown', 'pointerup', 'keydown'] as const) {
      window.addEventListener(type, this.#touched, { capture: true, passive: true });
    }
    this.#timer = setInterval(this.#tick, TICK_MS);
  }

  hostDisconnected(): void {
    for (const type of ['pointerdown', 'pointerup', 'keydown'] as const) {
      window.removeEventListener(type, this.#touched, { capture: true });
    }
    clearInterval(this.#timer);
  }

  /** Another page is shown, or somebody said they are still here. */
  restart(): void {
    this.#become(watched(performance.now()));
  }

  /** A touch counts as presence, except while the question is up: that is answered by its buttons. */
  readonly #touched = (event: Event): void => {
    // What lies on a key is nobody.
    if (event instanceof KeyboardEvent && event.repeat) return;
    if (this.#idle.phase !== 'asking' || !this.options.mayAsk()) this.#idle = watched(performance.now());
  };

  readonly #tick = (): void => {
    const { shown, listened } = this.options;
    const next = elapsed(this.#idle, shown(), performance.now(), fingerIsDown() || listened());
    if (next.phase === 'over') {
      this.#become(watched(performance.now()));
      this.options.over();
    } else if (next !== this.#idle || next.phase === 'asking') this.#become(next);
  };

  #become(next: Idle): void {
    this.#idle = next;
    this.host.requestUpdate();
  }
}
