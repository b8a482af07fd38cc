import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { turnAt } from './page-turns.ts';

/** Characters an older reader across a hall takes in a minute, and the time to find the place on the board. */
const READ_PER_MINUTE = 130;
const FIND_MS = 3000;

/** How long a page stays for what stands on it, in milliseconds. */
export const stayMs = (characters: number): number =>
  Math.round((characters / READ_PER_MINUTE) * 60_000) + FIND_MS;

/** A timer may run a little early: the page is turned when its time is over for certain. */
const SURE_MS = 20;

/**
 * Turns a board's pages, each staying as long as it takes to read. What is on the pages may change at any time: the
 * page then stays where it is, or goes to the last there is.
 */
export class Pager implements ReactiveController {
  #page = 0;
  #stays: readonly number[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param together what several screens turn their pages by, in milliseconds; null where this one turns by itself */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly together: () => number | null = () => null,
  ) {
    host.addController(this);
  }

  /** The page to show, from 0. */
  get page(): number {
    const at = this.together();
    if (at !== null) return turnAt(this.#stays, at).turn;
    return Math.min(this.#page, Math.max(0, this.#stays.length - 1));
  }

  /** Says how many characters stand on each page; call it in `willUpdate`. */
  hold(characters: readonly number[]): void {
    const stays = characters.map(stayMs);
    const same = stays.length === this.#stays.length && stays.every((ms, i) => ms === this.#stays[i]);
    this.#stays = stays;
    // A clock that was set has another page, and another time to turn it.
    if (!same || this.together() !== null) this.#wait();
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
    const at = this.together();
    const stay = at === null ? this.#stays[this.page] : turnAt(this.#stays, at).leftMs + SURE_MS;
    if (this.#stays.length < 2 || stay === undefined) return;
    this.#timer = setTimeout(() => {
      if (this.together() === null) this.#page = (this.page + 1) % this.#stays.length;
      this.host.requestUpdate();
      this.#wait();
    }, stay);
  }
}
