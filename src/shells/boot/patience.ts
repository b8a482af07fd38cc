/** Nobody looks at an empty page for longer than this. */
const EMPTY_AT_MOST_MS = 4000;

/** While a face waits for its store: after some seconds it says so and why, until the store opens after all. */
export class Patience {
  #over = false;
  #error: unknown;
  #page: HTMLElement | null = null;
  readonly #timer = setTimeout(() => void this.#say(), EMPTY_AT_MOST_MS);

  /** An attempt to open the store failed; another follows. */
  failed(error: unknown): void {
    this.#error = error;
    if (this.#page !== null) void this.#say();
  }

  /** The face is there, or never will be. */
  over(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#page?.remove();
  }

  async #say(): Promise<void> {
    if (this.#error !== undefined) console.error(this.#error);
    const { showTrouble } = await import('./trouble.ts');
    // By the time it is loaded the trouble may be over.
    if (!this.#over) this.#page = showTrouble('opening', this.#error);
  }
}
