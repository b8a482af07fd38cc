import type { Scope } from './buckets.ts';
import type { AnyRowKind, DayAt, Retention } from './noun.ts';
import { addDays, isCivilDate, type CivilDate } from './time.ts';

/*
 * The rules of a kind, asked of a row of that kind. Where kinds are handled together their rows' types are forgotten:
 * the casts here say that a row is asked by its own kind's rules, which is for the caller to see to.
 */

/** When a row is over where it is. */
export interface RowEnd {
  /** The day it is of. */
  readonly day: CivilDate;
  /** The last day on which it stays. */
  readonly lastDay: CivilDate;
}

/** How long a bucket of a scope keeps rows of a kind; undefined where the kind is not declared for it. */
export const retentionIn = (kind: AnyRowKind | undefined, scope: Scope): Retention<never> | undefined =>
  kind?.in[scope];

/** Dates have a year of four figures: days are added up to here. */
const LAST_DAY = '9000-01-01';

/**
 * When a row is over by what its kind declares; null while nothing ends it. One that is of no day there is, as a clock
 * that was out of its mind has written it, stays, and keeps no other from going.
 */
export function endOf(retention: Retention<never>, row: unknown, dayAt: DayAt): RowEnd | null {
  switch (retention.for) {
    case 'standing':
      return null;
    case 'the day': {
      const day = retention.day(row as never);
      return { day, lastDay: day };
    }
    case 'days': {
      const day = retention.since(row as never, dayAt);
      if (day === null || !isCivilDate(day) || day > LAST_DAY) return null;
      return { day, lastDay: addDays(day, retention.days) };
    }
  }
}

/** Whom or what a row is about, where its kind says so. */
export const aboutOf = (kind: AnyRowKind, row: unknown): string | null => kind.about?.(row as never) ?? null;
