import type { LitElement } from 'lit';
import type { FakeStore } from './fake-store.ts';
import { settled } from './mount.ts';

/** Lets time pass on a page without waiting for it: its timers run when told to, and its store's clock goes along. */
export class PassingTime {
  readonly #own = { set: window.setTimeout, clear: window.clearTimeout };
  readonly #due = new Map<number, () => void>();
  readonly #store: FakeStore;
  #next = 1_000_000;

  constructor(store: FakeStore) {
    this.#store = store;
    Object.assign(window, {
      setTimeout: (run: () => void) => {
        this.#next += 1;
        this.#due.set(this.#next, run);
        return this.#next;
      },
      clearTimeout: (timer: number) => this.#due.delete(timer),
    });
  }

  /** So many times a second passes and every timer that waits runs, those that wait longer too. */
  async seconds(count: number, element: LitElement): Promise<void> {
    for (let second = 0; second < count; second += 1) {
      if (this.#store.nowMs !== null) this.#store.nowMs += 1000;
      for (const [timer, run] of [...this.#due]) {
        this.#due.delete(timer);
        run();
      }
      await settled(element);
    }
  }

  /** Every timer that waits runs once, at the same moment: what turns pages turns one. */
  async turn(): Promise<void> {
    for (const [timer, run] of [...this.#due]) {
      this.#due.delete(timer);
      run();
    }
    await Promise.resolve();
  }

  stop(): void {
    Object.assign(window, { setTimeout: this.#own.set, clearTimeout: this.#own.clear });
  }
}
