import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Characters an older reader across a hall takes in a minute, and the time to find the place on the board. */
const READ_PER_MINUTE = 130;
const FIND_MS = 3000;

/** How long a page stays for what stands on it, in milliseconds. */
export const stayMs = (characters: number): number =>
  Math.round((characters / READ_PER_MINUTE) * 60_000) + FIND_MS;

/** Parts a list into pages of at most `most`, as even as can be, so that the last page is not a lone row. */
export function inPages<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / Math.max(1, most)));
  const size = Math.ceil(items.length / count);
  return Array.from({ length: count }, (_, page) => items.slice(page * size, (page + 1) * size));
}

/**
 * Turns a board's pages, each staying as long as it takes to read. What is on the pages may change at any time: the
 * page then stays where it is, or goes to the last there is.
 */
export class Pager implements ReactiveController {
  #page = 0;
  #stays: readonly number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** The page to show, from 0. */
  get page(): number {
    return Math.min(this.#page, Math.max(0, this.#stays.length - 1));
  }

  /** Says how many characters stand on each page; call it in `willUpdate`. */
  hold(characters: readonly number[]): void {
    const stays = characters.map(stayMs);
    const same = stays.length === this.#stays.length && stays.every((ms, i) => ms === this.#stays[i]);
    this.#stays = stays;
    if (!same) this.#wait();
  }

  hostConnected(): void {
    this.#wait();
  }

  hostDisconnected(): void {
    this.#stop();
  }

  #stop(): void {
    if (this.#timer !== undefined) clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(): void {
    this.#stop();
    const stay = this.#stays[this.page];
    if (this.#stays.length < 2 || stay === undefined) return;
    this.#timer = setTimeout(() => {
      this.#page = (this.page + 1) % this.#stays.length;
      this.host.requestUpdate();
      this.#wait();
    }, stay);
  }
}
