import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { TimeReading } from '../kernel/time.ts';
import { storeContext } from './contexts.ts';

/** Re-renders its host at each new minute (or second) of the device's best time, and says what that time is. */
export class Ticker implements ReactiveController {
  #time: (() => TimeReading) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly everyMs: 1000 | 60_000 = 60_000,
  ) {
    host.addController(this);
    new ContextConsumer(host, {
      context: storeContext,
      subscribe: true,
      callback: (store) => {
        this.#time = () => store.time();
        host.requestUpdate();
      },
    });
  }

  /** The time now; unknown before the store is there. */
  get time(): TimeReading {
    return this.#time?.() ?? { quality: 'unknown', nowMs: null };
  }

  hostConnected(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    const now = this.time.nowMs ?? Date.now();
    this.#timer = setTimeout(
      () => {
        this.host.requestUpdate();
        this.#wait();
      },
      this.everyMs - (now % this.everyMs) + 5,
    );
  }
}
