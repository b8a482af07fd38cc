/** The page's timers in the test's own hands: what is due runs when the test lets the time pass. */
export class HandTimers {
  readonly #own = { set: window.setTimeout, clear: window.clearTimeout };
  readonly #due = new Map<number, { at: number; run: () => void }>();
  #now = 0;
  #next = 1_000_000;

  /** How many are waited for. */
  get waiting(): number {
    return this.#due.size;
  }

  take(): void {
    Object.assign(window, {
      setTimeout: (run: () => void, ms: number) => {
        this.#next += 1;
        this.#due.set(this.#next, { at: this.#now + ms, run });
        return this.#next;
      },
      clearTimeout: (timer: number) => this.#due.delete(timer),
    });
  }

  giveBack(): void {
    Object.assign(window, { setTimeout: this.#own.set, clearTimeout: this.#own.clear });
  }

  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [first] = [...this.#due].filter(([, one]) => one.at <= end).sort(([, a], [, b]) => a.at - b.at);
      if (first === undefined) break;
      this.#due.delete(first[0]);
      this.#now = first[1].at;
      first[1].run();
    }
    this.#now = end;
  }
}
