import { asTyped, isTyped, plain, type Readings } from '../../../kernel/typed-words.ts';
import type { Dish } from './menu.ts';

/** Finds dishes by what somebody types; all of them, in their order, where nothing is typed. */
type FindDishes = (typed: string) => readonly Dish[];

/**
 * Makes a kitchen's dishes findable by any part of their name, its pinyin, the initials of that, their English, and the
 * words of their tags. Several words narrow it down.
 * @param tagWords what a dish's tags are called
 */
export function dishFinder(
  dishes: readonly Dish[],
  readings: Readings,
  tagWords: (dish: Dish) => readonly string[],
): FindDishes {
  const entries = dishes.map((dish) => ({
    dish,
    name: asTyped(dish.name, readings),
    // Letters are no pinyin there: as initials they would be found in any longer text.
    rest: [dish.nameEn ?? '', ...tagWords(dish)].map(plain),
  }));
  return (typed) => {
    const asked = typed
      .split(/\s+/)
      .map(plain)
      .filter((word) => word !== '');
    return entries
      .filter(({ name, rest }) =>
        asked.every((word) => isTyped(name, word) || rest.some((words) => words.includes(word))),
      )
      .map(({ dish }) => dish);
  };
}

/** What of a dish's use is known: how many of the menus that are kept it stands on. */
export function usesOf(menus: readonly { readonly items: readonly { readonly dishId: string }[] }[]) {
  const uses = new Map<string, number>();
  for (const { items } of menus)
    for (const { dishId } of items) uses.set(dishId, (uses.get(dishId) ?? 0) + 1);
  return uses;
}

/** The dishes a kitchen cooks, those it cooks most first, and then as a dictionary has them. */
export const byUse = (
  dishes: readonly Dish[],
  uses: ReadonlyMap<string, number>,
  compare: (a: string, b: string) => number,
): readonly Dish[] =>
  [...dishes].sort(
    (a, b) =>
      Number(a.archived ?? false) - Number(b.archived ?? false) ||
      (uses.get(b.id) ?? 0) - (uses.get(a.id) ?? 0) ||
      compare(a.name, b.name),
  );
