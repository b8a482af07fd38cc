import type { Board } from './items.ts';

/** A board that could not be loaded is tried again after this long. */
const AGAIN_AFTER_MS = 5000;

type Loaded = 'here' | 'coming' | 'failed';

/** Which boards' code is here; what is asked for is brought. */
export class LoadedBoards {
  readonly #known = new Map<string, Loaded>();

  /** @param changed told when a kind's board has come, could not be loaded, or is to be asked for again */
  constructor(private readonly changed: () => void) {}

  /** Whether a kind's board can be put up; it is on its way from here on. */
  stateOf(kind: string, { load }: Board): Loaded {
    if (load === undefined) return 'here';
    const known = this.#known.get(kind);
    if (known === undefined) void this.#bring(kind, load);
    return known ?? 'coming';
  }

  async #bring(kind: string, load: () => Promise<unknown>): Promise<void> {
    this.#known.set(kind, 'coming');
    try {
      await load();
      this.#known.set(kind, 'here');
    } catch {
      this.#known.set(kind, 'failed');
      setTimeout(() => {
        this.#known.delete(kind);
        this.changed();
      }, AGAIN_AFTER_MS);
    }
    this.changed();
  }
}
