import { addDays, type CivilDate } from './time.ts';

/** Some rows of a kind, by their ids: those that begin so, or those from one id up to another, which is not among them. */
export type RowRange = { readonly prefix: string } | IdBounds;

/** From one id, which is among them, up to another, which is not; in the order of UTF-16 code units, as IndexedDB has it. */
export interface IdBounds {
  readonly from: string;
  readonly to: string;
}

/** The ids of a range. No id has the character U+FFFF, after which nothing comes. */
export const boundsOf = (range: RowRange): IdBounds =>
  'prefix' in range ? { from: range.prefix, to: `${range.prefix}\uffff` } : range;

export const isWithin = (id: string, { from, to }: IdBounds): boolean => from <= id && id < to;

/** A day that nothing lies behind has none after it. */
const nextDay = (day: CivilDate): string => (day >= '9999' ? '\uffff' : addDays(day, 1));

/** Rows whose ids begin with their day: of the days from `first` to `last`, both included. */
export const ofDays = (first: CivilDate, last: CivilDate): RowRange => ({
  from: first,
  to: nextDay(last),
});
