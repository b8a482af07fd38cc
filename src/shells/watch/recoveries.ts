import { isNumber, listOf } from '../../kernel/guards.ts';

/** From the least intrusive to the most: a video is nudged, the board is put up anew, the page starts anew. */
export type Remedy = 'nudge' | 'remount' | 'reload';

const HOUR_MS = 3_600_000;
/** A remedy that does not help is not tried for ever: what would come after this many is left to a person. */
const MOST_AN_HOUR: Readonly<Record<Remedy, number>> = { nudge: 12, remount: 6, reload: 3 };
/** After one so long nothing happens, twice as long after the second, and so on. */
const REST_MS: Readonly<Record<Remedy, number>> = { nudge: 0, remount: 20_000, reload: 120_000 };

interface Notes {
  read(remedy: Remedy): string | null;
  write(remedy: Remedy, text: string): void;
}

const isTimes = listOf(isNumber);

/**
 * Which remedies may still be tried. Kept over the page's own end: it is there that a page which starts anew for ever would
 * be found out. Where the clock was put back, what lies ahead of it counts as having been just now.
 */
export class Recoveries {
  constructor(
    private readonly notes: Notes,
    private readonly now: () => number = () => Date.now(),
  ) {}

  /** Whether it may be tried now; if so, it counts as tried. */
  may(remedy: Remedy): boolean {
    const now = this.now();
    const tried = this.#tried(remedy)
      .map((atMs) => Math.min(atMs, now))
      .filter((atMs) => now - atMs < HOUR_MS);
    const last = Math.max(...tried, -Infinity);
    const restMs = tried.length === 0 ? 0 : REST_MS[remedy] * 2 ** (tried.length - 1);
    if (tried.length >= MOST_AN_HOUR[remedy] || now - last < restMs) return false;
    this.notes.write(remedy, JSON.stringify([...tried, now]));
    return true;
  }

  #tried(remedy: Remedy): readonly number[] {
    try {
      const times: unknown = JSON.parse(this.notes.read(remedy) ?? '[]');
      return isTimes(times) ? times : [];
    } catch {
      return [];
    }
  }
}
