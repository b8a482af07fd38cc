import type { Json } from './json.ts';

/**
 * Bring a JSON value from the version they are listed under to the next. They meet what was written by any build: what
 * they cannot read they leave as it is, and what comes of it is checked like anything else.
 */
export type Upcasters = Readonly<Record<number, (old: Json) => Json>>;

/**
 * A value as version `to` has it, step by step. One of a newer version is left as it is: a new version keeps what older
 * builds read of it, or has a new name.
 */
export function upcast(data: Json, from: number, to: number, upcasters: Upcasters = {}): Json {
  let now = data;
  for (let v = from; v < to; v += 1) now = upcasters[v]?.(now) ?? now;
  return now;
}

/**
 * Names the versions of several kinds of row together: one more for each version that one of them has gone. A new kind
 * changes nothing of what is held.
 */
export const schemaOf = (kinds: readonly { readonly v: number }[]): number =>
  kinds.reduce((sum, { v }) => sum + v - 1, 1);

/** A JSON object's fields; none where it is no object. */
export const fieldsOf = (data: Json): { readonly [key: string]: Json } =>
  typeof data === 'object' && data !== null && !isList(data) ? data : {};

const isList = (data: object): data is readonly Json[] => Array.isArray(data);
