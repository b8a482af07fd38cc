import type { Kysely } from 'kysely';
import type { EngineName } from '../tables.ts';
import type { MigratedRows } from './migrated-rows.ts';

/** What a step of the database's history works with: one open transaction, in which all steps to come are taken. */
export interface StepTools {
  readonly db: Kysely<unknown>;
  readonly engine: EngineName;
  /** When the steps are taken, Unix ms. */
  readonly nowMs: number;
  /** The rows of the buckets, to be changed so that devices hear of it. */
  readonly rows: MigratedRows;
}

/**
 * One step of the database's history: it may change tables, and carry data over. What has been released never changes,
 * as databases everywhere have taken it: a later step changes what it did. So that it cannot change by accident it
 * imports nothing from the product but types, and holds a copy of whatever rule it goes by.
 */
export interface Step {
  /** Number and name, as its file has it: `0001-first`. */
  readonly id: string;
  readonly take: (tools: StepTools) => Promise<void>;
}

/** A step together with what its source is known by. */
export interface Migration extends Step {
  /** SHA-256 of the source text of its file, in hex. */
  readonly source: string;
  /** What the first release wrote down in the place of `source`: the hash of the SQL that a library had made. */
  readonly earlierChecksums?: readonly string[];
}
