import type { BucketRef, Scope } from './buckets.ts';
import type { AnyMutation, MutationContext, RowTx } from './mutation.ts';
import type { AnyTakeReport } from './report.ts';
import type { Kind, RowOf } from './rows.ts';
import type { CivilDate } from './time.ts';
import type { Upcasters } from './versions.ts';

/** The centre's day at a Unix time. */
export type DayAt = (unixMs: number) => CivilDate;

/** How long a row lives in a bucket, and where it goes then. */
export type Retention<Row> =
  /** As long as what it is about: changed rather than added to, so that there are never many. */
  | { readonly for: 'standing' }
  /** Some days past its own day. */
  | {
      readonly for: 'days';
      readonly days: number;
      /** The day it is counted from; null while the row is open, which keeps it. */
      readonly since: (row: Row, dayAt: DayAt) => CivilDate | null;
      /** Into the hub's archive, where statistics and histories are asked for, or nowhere. */
      readonly afterwards: 'archive' | 'gone';
    }
  /**
   * Until its day is over. The hub tombstones it then, and a device away from its hub drops it by itself, together with
   * the bucket's cursor.
   */
  | { readonly for: 'the day'; readonly day: (row: Row) => CivilDate };

/** What is declared of a kind of row, beside its schema. */
interface RowKind<Row> {
  /** Version of the row's shape. An older row is brought to it on reading, step by step. */
  readonly v: number;
  /** What its id is made of, for people who read a database. */
  readonly key: string;
  /** True where its id begins with the day it is of: rows of some days are then a stretch of the key. */
  readonly dayFirst?: true;
  /** The buckets that hold it, and how long each does. */
  readonly in: { readonly [S in Scope]?: Retention<Row> };
  /** Whom or what archived rows are asked for by, besides their day: a member's history. */
  readonly about?: (row: Row) => string;
  /** By the version they start from: a row of it as the next version has it. */
  readonly upcasters?: Upcasters;
  /**
   * Of what is only drafted: as a row of its kind, what holds where it is not there; undefined where nothing does. By that
   * the audit tells what the first draft changes, and what comes of one that goes.
   */
  readonly without?: (tx: Pick<RowTx, 'get' | 'list'>, row: Row) => Promise<object | undefined>;
}

/** A kind of row with its shape's type forgotten, as the protocol handles it. */
export type AnyRowKind = RowKind<never>;

/** One noun, whole: its kinds of row, its changes, and what both are called in the records. */
export interface Noun {
  readonly rows: { readonly [K in Kind]?: RowKind<RowOf<K>> };
  readonly mutations: Readonly<Record<string, AnyMutation>>;
  /** What a change is called in records and the audit, as i18n keys; also the hub's own changes of this noun. */
  readonly words: Readonly<Record<string, string>>;
  /** What devices say of themselves, and how the hub writes it down. */
  readonly reports?: Readonly<Record<string, AnyTakeReport>>;
  /** By the change's name: what another noun's change means for this one. */
  readonly follows?: Readonly<Record<string, AnyFollow>>;
}

/** The hub's rows, and those of its archive: what is written there comes back to its bucket, what is removed is gone. */
export interface FollowTx extends RowTx {
  /** Rows of a kind in whose JSON a text stands, an id in its quotes say, the archive's among them; by their ids. */
  mentioning<K extends Kind>(bucket: BucketRef, kind: K, text: string): Promise<readonly RowOf<K>[]>;
}

/**
 * What the hub does, within the same transaction, once another noun's change is applied. That noun need not know of this
 * one, which knows it.
 */
export type Follow<Args> = (tx: FollowTx, args: Args, ctx: MutationContext) => Promise<void>;
export type AnyFollow = Follow<never>;

/** Declares a noun; every mutation has its word. */
export const defineNoun = <
  const N extends Noun & { readonly words: { readonly [M in keyof N['mutations']]: string } },
>(
  noun: N,
): N => noun;

/** Kept as long as what it is about. */
export const standing = { for: 'standing' } as const;
