import type { MenuItem } from '../model/menu.ts';

/** What stands on a dish's row counts as read: its name, its first tag, its price. */
const charactersOf = (item: MenuItem): number => item.name.length + (item.tags.length > 0 ? 2 : 0) + 4;

export const charactersOn = (items: readonly MenuItem[]): number =>
  items.reduce((sum, item) => sum + charactersOf(item), 0);

/** Every allergen of the dishes that can still be had, in the order they come. */
export const allergensOf = (items: readonly MenuItem[]): readonly MenuItem['allergens'][number][] => [
  ...new Set(items.filter((item) => !item.soldOut).flatMap((item) => item.allergens)),
];

/** The dish that the board draws beside a page: the first one still to be had, not the rice. */
export function dishToDraw(items: readonly MenuItem[]): MenuItem | undefined {
  const left = items.filter((item) => !item.soldOut);
  return left.find((item) => item.drawing !== 'rice' && item.drawing !== 'bun') ?? left[0] ?? items[0];
}

/** How a dish's name stands in its row: its tag gives way first, then its size, then it takes two lines. */
export function fitOf(name: string): 'roomy' | 'long' | 'longer' | 'longest' {
  if (name.length <= 8) return 'roomy';
  if (name.length <= 10) return 'long';
  return name.length <= 12 ? 'longer' : 'longest';
}
