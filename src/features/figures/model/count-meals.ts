import { isUp, mealNames, type Menu } from '../../menus/model/menu.ts';
import type { Meals } from './figures.ts';

interface DishTally {
  readonly name: string;
  nameEn: string | null;
  menus: number;
  soldOut: number;
}

/**
 * Menus by meal, and dishes by their name: one that is made on the spot each week anew is still that dish. What was taken down,
 * or closed, is none.
 */
export function countMeals(published: readonly Menu[]): Meals {
  const menus = published.filter(isUp);
  const dishes = new Map<string, DishTally>();
  for (const { items } of menus) {
    // One that stands twice on a menu, large and small, is on one menu.
    for (const name of new Set(items.map((item) => item.name))) {
      const own = items.filter((item) => item.name === name);
      const known = dishes.get(name) ?? { name, nameEn: null, menus: 0, soldOut: 0 };
      dishes.set(name, known);
      known.nameEn ??= own.find(({ nameEn }) => nameEn !== null)?.nameEn ?? null;
      known.menus += 1;
      known.soldOut += Number(own.every(({ soldOut }) => soldOut));
    }
  }
  return {
    meals: mealNames.flatMap((meal) => {
      const count = menus.filter((menu) => menu.meal === meal).length;
      return count === 0 ? [] : [{ meal, menus: count }];
    }),
    dishes: [...dishes.values()].sort(
      (a, b) => b.menus - a.menus || b.soldOut - a.soldOut || (a.name < b.name ? -1 : 1),
    ),
  };
}
