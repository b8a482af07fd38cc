import type { Dish } from '../menu.ts';
import { narrow } from './day-words.ts';

/** What a name comes down to: widths, blanks and brackets aside. */
export const folded = (name: string): string =>
  narrow(name)
    .replace(/[\s·()（）]/g, '')
    .toLowerCase();

/** What of a kitchen's library a name means. */
interface Match {
  /** The dish of that very name. */
  readonly dish: Dish | null;
  /** One that is called nearly the same, where there is none of the very name. */
  readonly like: Dish | null;
}

/** Tells the dishes of a library by their names; those that are cooked before those that no longer are. */
export function dishMatcher(dishes: readonly Dish[]): (name: string) => Match {
  const known = [...dishes].sort((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false));
  const byName = new Map<string, Dish>();
  for (const dish of known)
    for (const name of [dish.name, dish.shortName, dish.nameEn])
      if (name != null && !byName.has(folded(name))) byName.set(folded(name), dish);
  return (name) => {
    const wanted = folded(name);
    const dish = byName.get(wanted) ?? null;
    const like = dish === null ? known.find((one) => isLike(folded(one.name), wanted)) : undefined;
    return { dish, like: like ?? null };
  };
}

/** One character more or less, in a name of at least three: 番茄炒蛋 and 番茄炒鸡蛋, but never 红烧肉 and 红烧鱼. */
function isLike(a: string, b: string): boolean {
  const [short, long] = [[...a], [...b]].sort((x, y) => x.length - y.length);
  if (short === undefined || long === undefined || short.length < 3 || long.length - short.length !== 1)
    return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same += 1;
  return short.slice(same).join('') === long.slice(same + 1).join('');
}
