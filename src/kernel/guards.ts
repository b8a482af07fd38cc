import type { Id } from './ids.ts';

/** Says whether a value from outside (an answer, a disk, a file) is what its type says. */
export type Guard<T> = (value: unknown) => value is T;

/** Text with something in it. */
export const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
export const isId = <N extends string>(value: unknown): value is Id<N> => isText(value);
export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
/** Any text, none too. */
export const isString = (value: unknown): value is string => typeof value === 'string';
/** What counts: whole, not negative, and exact. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
export const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean';

export const oneOf =
  <const T extends string>(...words: readonly T[]): Guard<T> =>
  (value): value is T =>
    words.some((word) => word === value);

export const listOf =
  <T>(is: Guard<T>): Guard<T[]> =>
  (value): value is T[] =>
    Array.isArray(value) && value.every((one) => is(one));

export const orNull =
  <T>(is: Guard<T>): Guard<T | null> =>
  (value): value is T | null =>
    value === null || is(value);

/** A field that may be missing. */
export const orMissing =
  <T>(is: Guard<T>): Guard<T | undefined> =>
  (value): value is T | undefined =>
    value === undefined || is(value);

/** An object that has these fields; what else it has is nobody's business (a newer build says more). */
export const shape =
  <T extends object>(fields: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> =>
  (value): value is T =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries<Guard<unknown>>(fields).every(([name, is]) => is(Reflect.get(value, name)));
