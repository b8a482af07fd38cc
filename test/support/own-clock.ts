import type { LitElement } from 'lit';
import type { FakeStore } from './fake-store.ts';
import { PassingTime } from './passing-time.ts';

/**
 * The page's own clock and the store's, which go on together when told to, by hours too; timers that are due run. However
 * long the machine takes over a test, none of that passes on the page.
 */
export class OwnClock {
  readonly #time: PassingTime;
  readonly #store: FakeStore;
  #now: number;

  constructor(store: FakeStore) {
    this.#store = store;
    this.#time = new PassingTime(store);
    this.#now = performance.now();
    Object.assign(performance, { now: () => this.#now });
  }

  async pass(ms: number, element: LitElement): Promise<void> {
    this.#now += ms;
    if (this.#store.nowMs !== null) this.#store.nowMs += ms - 1000;
    await this.#time.seconds(1, element);
  }

  stop(): void {
    this.#time.stop();
    Reflect.deleteProperty(performance, 'now');
  }
}
