import { findByTail, inOrder, type RosterEntry } from './roster.ts';

/** How a masked name begins; empty where that is what is hidden. */
const beginningOf = (maskedName: string): string => maskedName.split('*', 1)[0] ?? '';

/**
 * How people are found at a kiosk: by card and by the end of their telephone number; by how their name begins only those
 * who have no number, so that nobody leafs through everybody's.
 * @param keptAs a card's number as it is kept; fails where this device cannot make it
 */
export function finderOf(roster: readonly RosterEntry[], keptAs: (card: string) => Promise<string>) {
  const numberless = inOrder(roster.filter(({ phoneTail }) => phoneTail === null));
  const beginnings = new Set(numberless.map(({ maskedName }) => beginningOf(maskedName)));
  return {
    byTail: (tail: string): readonly RosterEntry[] => findByTail(roster, tail),
    beginnings: [...beginnings].map((beginning) => (beginning === '' ? HIDDEN : beginning)).sort(byReading),
    byBeginning: (beginning: string): readonly RosterEntry[] =>
      numberless.filter(
        ({ maskedName }) => beginningOf(maskedName) === (beginning === HIDDEN ? '' : beginning),
      ),
    hasCards: roster.some(({ card }) => card !== null),
    async byCard(card: string): Promise<RosterEntry | null> {
      const kept = await keptAs(card);
      return roster.find((entry) => entry.card === kept) ?? null;
    },
  };
}

/** Stands for a beginning that the mask hides. */
const HIDDEN = '*';

/** As a dictionary has them, where the engine knows that; what is hidden comes last. */
function byReading(a: string, b: string): number {
  if (a === HIDDEN || b === HIDDEN) return a === b ? 0 : a === HIDDEN ? 1 : -1;
  return a.localeCompare(b, 'zh-CN');
}
