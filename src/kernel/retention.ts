import type { Scope } from './buckets.ts';
import type { AnyRowKind, DayAt, Retention } from './noun.ts';
import { addDays, type CivilDate } from './time.ts';

/** How long a bucket of a scope keeps rows of a kind; undefined where the kind is not declared for it. */
export const retentionIn = (kind: AnyRowKind | undefined, scope: Scope): Retention<never> | undefined =>
  kind?.in[scope];

/**
 * The last day on which a row stays where it is, by what its kind declares; null while nothing ends it. The row is one
 * of that kind, whatever its shape: what is kept by kinds has forgotten their types.
 */
export function lastDayOf(retention: Retention<never>, row: unknown, dayAt: DayAt): CivilDate | null {
  switch (retention.for) {
    case 'standing':
      return null;
    case 'the day':
      return retention.day(row as never);
    case 'days': {
      const since = retention.since(row as never, dayAt);
      return since === null ? null : addDays(since, retention.days);
    }
  }
}
