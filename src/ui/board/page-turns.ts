/** One of several televisions side by side that show a board's pages together, as an open book does. */
interface Leaf {
  /** How many there are. */
  readonly of: number;
  /** Which of them it is, from 1. */
  readonly part: number;
}

/** What stands on one of them, turn by turn. */
interface Turns {
  /** Indices of pages. Where no page is left for it, the last one stands on it too. */
  readonly pages: readonly number[];
  /** How many characters there are to read on all of them. */
  readonly characters: readonly number[];
}

/** @param characters on each page */
export function turnsOf(characters: readonly number[], { of, part }: Leaf): Turns {
  const starts = characters.map((_, page) => page).filter((page) => page % of === 0);
  return {
    pages: starts.map((start) => Math.min(start + part, characters.length) - 1),
    characters: starts.map((start) =>
      characters.slice(start, start + of).reduce((sum, count) => sum + count, 0),
    ),
  };
}

/**
 * Which turn it is by a clock that all share, and for how much longer.
 * @param stays how long each turn lasts, in milliseconds
 */
export function turnAt(
  stays: readonly number[],
  nowMs: number,
): { readonly turn: number; readonly leftMs: number } {
  const round = stays.reduce((sum, stay) => sum + stay, 0);
  let left = round > 0 ? nowMs % round : 0;
  for (const [turn, stay] of stays.entries()) {
    if (left < stay) return { turn, leftMs: stay - left };
    left -= stay;
  }
  return { turn: 0, leftMs: round };
}
