import { NewerDatabase } from '../../store/storage/open-database.ts';
import { isFull, showTrouble } from './trouble.ts';

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
    const kind = isFull(this.#error) ? 'full' : this.#error instanceof NewerDatabase ? 'newer' : 'opening';
    this.#page = await showTrouble(kind, this.#error, () => !this.#over);
  }
}
