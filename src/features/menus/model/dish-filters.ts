import type { MenuItem } from './menu.ts';

/** What elders ask for of a dish, in the order they ask. */
export const dishFilters = ['soft', 'low-salt', 'halal', 'vegetarian', 'low-sugar'] as const;
export type DishFilter = (typeof dishFilters)[number];

type Tagged = Pick<MenuItem, 'tags'>;

/** The dishes that are all of what is asked for, in their order; every one where nothing is. */
export const matching = <I extends Tagged>(items: readonly I[], asked: readonly DishFilter[]): readonly I[] =>
  items.filter(({ tags }) => asked.every((filter) => tags.includes(filter)));

/** How many dishes would be left were this asked for too. */
export const countWith = (
  items: readonly Tagged[],
  asked: readonly DishFilter[],
  filter: DishFilter,
): number => matching(items, [...asked, filter]).length;
