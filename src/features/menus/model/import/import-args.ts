import type { MenuId } from '../../../../kernel/ids.ts';
import type { ArgsOf } from '../../../../kernel/mutation.ts';
import type { CivilDate } from '../../../../kernel/time.ts';
import { menuId, type Dish, type Menu } from '../menu.ts';
import { newDish } from '../new-dish.ts';
import { folded } from './match-dish.ts';
import type { DishRead, WeekRead } from './read-week.ts';

type Args = ArgsOf<'menu.import'>;

/** What somebody has chosen over what was understood. */
export interface Choices {
  readonly canteenIds: readonly Menu['canteenId'][];
  /** Days that are not to be taken. */
  readonly without: ReadonlySet<CivilDate>;
  /** What new dishes cost that the plan names no price of, by `nameKey`; null is free. Those absent are left out. */
  readonly prices: ReadonlyMap<string, number | null>;
  /** New names that mean the library's dish with nearly that name, by `nameKey`. */
  readonly alike: ReadonlySet<string>;
}

interface With {
  readonly importId: Args['importId'];
  readonly from: string;
  /** The version of a meal's draft; 0 where there is none. */
  readonly versionOf: (menuId: MenuId) => number;
  readonly newId: () => Dish['id'];
}

/** By what a new dish is spoken of in choices: the same however wide it is written. */
export const nameKey = folded;

/** The new dishes of what was read, each once. */
export function newDishesOf({ meals }: WeekRead): readonly DishRead[] {
  const found = new Map<string, DishRead>();
  for (const { dishes } of meals)
    for (const one of dishes)
      if (one.dish === null && !found.has(nameKey(one.name))) found.set(nameKey(one.name), one);
  return [...found.values()];
}

/** The change that saves what was read and chosen; null where nothing is left of it. */
export function importArgs({ meals }: WeekRead, chosen: Choices, given: With): Args | null {
  const added = new Map<string, Dish>();
  const menus = meals
    .filter(({ date }) => !chosen.without.has(date))
    .flatMap(({ date, meal, dishes }) => {
      const items = dishes.map((one) => itemOf(one, chosen, added, given)).filter((one) => one !== null);
      // A name that means a dish which stands there already says it twice.
      const once = items.filter((one, i) => items.findIndex(({ dishId }) => dishId === one.dishId) === i);
      return once.length === 0
        ? []
        : chosen.canteenIds.map((canteenId) => {
            const of = menuId(date, meal, canteenId);
            return { menuId: of, baseVersion: given.versionOf(of), items: once };
          });
    });
  return menus.length === 0
    ? null
    : { importId: given.importId, from: given.from, dishes: [...added.values()], menus };
}

function itemOf(
  { name, dish, like, smallPriceFen, unit, ...read }: DishRead,
  { prices, alike }: Choices,
  added: Map<string, Dish>,
  { newId }: With,
): Args['menus'][number]['items'][number] | null {
  const key = nameKey(name);
  const known = dish ?? (alike.has(key) ? like : null);
  const priceFen =
    read.priceFen ?? (read.priceFen === null ? null : known === null ? prices.get(key) : known.priceFen);
  if (priceFen === undefined) return null;
  const said = { priceFen, smallPriceFen, unit: known !== null && dish === null ? known.unit : unit };
  const made = known ?? added.get(key) ?? { ...newDish(newId(), name), ...said };
  if (known === null) added.set(key, made);
  return { dishId: made.id, ...said };
}
