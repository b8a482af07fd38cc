import type { BucketName } from '../../kernel/buckets.ts';
import type { IdBounds } from '../../kernel/row-range.ts';
import type {
  PullPage,
  PullRequest,
  PushAnswer,
  PushRequest,
  ReportAnswer,
  ReportRequest,
  WireMutation,
} from '../wire/wire.ts';

/** The object stores of a client; every key is an array of strings and numbers, compared in IndexedDB's order. */
export type StoreName = 'meta' | 'outbox' | 'kept' | 'base' | 'overlay' | 'staged';
export type Key = readonly (string | number)[];

/** One transaction over all stores. Only its own operations may be awaited inside it. */
export interface StoreTx {
  get(store: StoreName, key: Key): Promise<unknown>;
  /** Values whose keys begin with `prefix`, in key order; of those, where given, only with the next part in `ids`. An empty prefix is all. */
  list(store: StoreName, prefix: Key, ids?: IdBounds): Promise<readonly unknown[]>;
  put(store: StoreName, key: Key, value: unknown): void;
  delete(store: StoreName, key: Key): void;
  deletePrefix(store: StoreName, prefix: Key): void;
  /** Deletes all keys from `first` to `last`, both included: one operation where a hundred would be felt. */
  deleteRange(store: StoreName, first: Key, last: Key): void;
}

export interface WriteOptions {
  /**
   * `relaxed` may be lost by a power cut, though never while a later write survives: for what the hub would tell
   * again. An adapter may treat it as `strict`, which is the default.
   */
  readonly durability?: 'strict' | 'relaxed';
  /** The work changes nothing but its transaction: where that was cut off, the adapter may run it once more. */
  readonly repeatable?: boolean;
  /**
   * The only buckets whose rows it touches, where that is known beforehand: an adapter that has to make itself ready for
   * some need not be ready for others.
   */
  readonly only?: readonly BucketName[] | undefined;
}

/** The client's durable store. A write has reached the disk when its promise resolves; a failed one has changed nothing. */
export interface ClientStorage {
  read<T>(work: (tx: StoreTx) => Promise<T>): Promise<T>;
  /** Writes wait for one another, also those of other tabs. */
  write<T>(work: (tx: StoreTx) => Promise<T>, options?: WriteOptions): Promise<T>;
  close(): void;
}

/** A second record of what is not yet safe, in another failure domain than the store. */
export interface Journal {
  /** Resolves once the mutations are durable. */
  append(mutations: readonly WireMutation[]): Promise<void>;
  /** Everything in it, of all tabs, damaged entries left out. */
  readAll(): Promise<readonly WireMutation[]>;
  /** Forgets entries by mid; unknown ones are nothing. */
  forget(mids: readonly string[]): Promise<void>;
  /** Leaves no word readable of what is forgotten or was appended again. True once that is so. */
  tidy?(): Promise<boolean>;
}

/** Why a request brought no answer. */
export type Trouble =
  | { readonly type: 'away' }
  | { readonly type: 'unauthorised' }
  /** The hub answered a problem of its own (5xx, 4xx): wait and try again. */
  | { readonly type: 'problem'; readonly status: number; readonly detail: string };

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: Trouble };

/** The way to the hub. Never throws; a request that gets no answer in time ends as `away`. */
export interface Transport {
  push(request: PushRequest): Promise<Reply<PushAnswer>>;
  pull(request: PullRequest): Promise<Reply<PullPage>>;
  report(request: ReportRequest): Promise<Reply<ReportAnswer>>;
}

/** The device's clocks. */
export interface Clock {
  /** The wall clock, Unix ms; never trusted for order. */
  wall(): number;
  /** Monotonic milliseconds of this boot of the page. */
  monotonic(): number;
  /** Names the stretch of time in which `monotonic` values can be compared. */
  readonly bootId: string;
}

/** One-shot timers; back-off and poll go through them, so that a simulator can hold the time. */
export interface Timers {
  /** Runs once after `ms`. Returns what calls it off. */
  after(ms: number, run: () => void): () => void;
}

export interface Randomness {
  /** At least 0, below 1. */
  next(): number;
  uuid7(nowMs: number): string;
}
