import { same } from './same.ts';

/** What comes of two people's changes to one thing. */
interface Merge<T> {
  /** What stands now, with what `mine` changed of the base. */
  readonly merged: T;
  /** The fields that both changed, and not to the same; `merged` has mine. */
  readonly collides: readonly string[];
}

/**
 * Somebody's changes laid over what others have made of a thing meanwhile, field by field.
 * @param base the thing as who changed it had it before them
 * @param mine what they have made of it, with every field it may have
 * @param now the thing as it stands
 */
export function mergeFields<T extends object>(base: T, mine: T, now: T): Merge<T> {
  const merged = { ...now };
  const collides: string[] = [];
  for (const field in mine) {
    if (same(mine[field], base[field])) continue;
    if (!same(now[field], base[field]) && !same(now[field], mine[field])) collides.push(field);
    merged[field] = mine[field];
  }
  return { merged, collides };
}
