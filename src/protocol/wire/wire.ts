import type { Json } from '../../kernel/json.ts';
import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { TimeQuality } from '../../kernel/time.ts';

/** Version of the rows' shapes; a cursor of another one starts afresh. */
export const SCHEMA = 2;
/** The most mutations in one push. */
export const PUSH_LIMIT = 100;
/** The most rows in one page of a pull. */
export const PAGE_LIMIT = 1000;

/** A named change on its way. It is immutable once made; a fork gives it a new `seq` and `prev`, never a new `mid`. */
export interface WireMutation {
  readonly mid: Mid;
  /** Place in its client's chain, from 1. */
  readonly seq: number;
  /** The mid of seq − 1; null at the start of a chain. */
  readonly prev: Mid | null;
  readonly name: string;
  readonly v: number;
  readonly args: Json;
  readonly domainKey?: string;
  /** Unix milliseconds by the device's own clock; null when it could not be right. */
  readonly deviceTime: number | null;
  readonly timeQuality: TimeQuality;
  /** Milliseconds after which it must not take effect any more. */
  readonly validFor?: number;
  /**
   * Its age in milliseconds when this push left: from the monotonic clock of the boot that made it, or between two
   * confirmed times; null when neither is known.
   */
  readonly age: number | null;
}

/** How a mutation ended at the hub. Terminal: stored with the mid and answered again for ever. */
export type WireResult =
  | { readonly mid: Mid; readonly status: 'applied' | 'merged' }
  | {
      readonly mid: Mid;
      readonly status: 'refused' | 'expired';
      readonly code: string;
      readonly detail: string;
    }
  | { readonly mid: Mid; readonly status: 'conflict'; readonly current: number };

/** What a device says of itself, beside the mutations: the last value counts, nothing is queued. */
export type Report =
  | {
      readonly type: 'glass';
      readonly showing: string | null;
      /** Milliseconds since it was painted. */ readonly shownForMs: number;
    }
  | {
      readonly type: 'health';
      readonly build: string;
      readonly engine: string;
      readonly tier: string;
      readonly storageUsedBytes: number | null;
      readonly storageQuotaBytes: number | null;
      readonly persisted: boolean | null;
      readonly outbox: number;
      readonly timeQuality: TimeQuality;
    }
  | {
      readonly type: 'plays';
      /** The hour's start, Unix ms. */ readonly hourMs: number;
      readonly item: string;
      readonly count: number;
    };

/** What every answer of the hub carries, so that a client can tell whether it is still the one that asked. */
export interface AnswerHead {
  readonly clientId: ClientId;
  /** Identity of the hub's history; a restore mints a new one. */
  readonly epoch: string;
  /** The newest seq of this client that the hub has dealt with, and its mid. */
  readonly last: number;
  readonly lastMid: Mid | null;
  /** The newest seq inside the oldest kept backup: what is at or below it can be forgotten. */
  readonly safe: number;
  readonly grants: readonly BucketName[];
  /** Names this set of grants; it changes whenever they do. */
  readonly grantHash: string;
  /** The hub's time of answering, Unix ms. */
  readonly hubNow: number;
  /** Set while the hub's own clock has lost the time: `hubNow` then confirms nothing. */
  readonly timeUnsure?: true;
}

export interface PushRequest {
  readonly clientId: ClientId;
  /** Null before the first answer. */
  readonly epoch: string | null;
  readonly muts: readonly WireMutation[];
  readonly reports: readonly Report[];
}

export type PushAnswer = AnswerHead &
  (
    | { readonly type: 'done'; readonly results: readonly WireResult[] }
    /** The client spoke of another epoch: nothing was applied. */
    | { readonly type: 'epoch' }
    /** The chain does not continue ours: another disk with the same clientId has been here. */
    | { readonly type: 'fork' }
    /** Some seqs between `last` and the first of these are missing. */
    | { readonly type: 'gap' }
  );

/** How far a client has come in one bucket. Opaque to the client but for its equality. */
export interface Cursor {
  readonly epoch: string;
  /** The hub run that gave it: a run the hub does not know betrays a data folder copied back. */
  readonly run: string;
  readonly version: number;
  readonly grantHash: string;
  readonly schema: number;
  /**
   * Between two pages of a snapshot: the bucket's version at its first page. What went since has its tombstone, so
   * the snapshot goes on even where `version` is below the floor.
   */
  readonly begun?: number;
}

/** A row as pulled; `data` null is a tombstone. */
export interface WireRow {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly data: Json;
}

export interface PullRequest {
  readonly clientId: ClientId;
  readonly bucket: BucketName;
  readonly cursor: Cursor | null;
  readonly limit: number;
  /** From who can fetch a snapshot by its name; a fresh load is then answered with one, where the hub keeps some. */
  readonly snapshots?: boolean;
}

export interface PullPage extends AnswerHead {
  readonly bucket: BucketName;
  /** The cursor this page starts from; null for the first page of a fresh generation. */
  readonly from: Cursor | null;
  /** True when the rows held so far are void: these pages build a fresh generation. */
  readonly reset: boolean;
  readonly rows: readonly WireRow[];
  readonly cursor: Cursor;
  readonly more: boolean;
  /** The name of the snapshot whose rows come before these; only for who said that it can fetch one. */
  readonly snapshot?: string;
}

/** The live rows of a bucket as of one version: the same bytes for all who start afresh, and never another under its name. */
export interface Snapshot {
  readonly bucket: BucketName;
  readonly version: number;
  readonly rows: readonly WireRow[];
}

/** What the live stream says: pull this bucket. It may carry the very page a pull from the version before would return. */
export interface Poke {
  readonly bucket: BucketName;
  readonly epoch: string;
  readonly version: number;
  readonly page?: Pick<PullPage, 'rows' | 'from' | 'cursor'>;
}
