import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { WireResult, WireRow } from '../wire/wire.ts';

/** What the hub remembers of one chain. */
export interface ClientRecord {
  readonly clientId: ClientId;
  /** `DEVICE/ACTOR`: whose chain it is; nobody else may push to it. */
  readonly owner: string;
  readonly last: number;
  readonly lastMid: Mid | null;
  /** The newest seq inside the oldest kept backup. */
  readonly safe: number;
}

/** A mutation the hub has dealt with. Never forgotten. */
export interface MutationRecord {
  readonly mid: Mid;
  readonly name: string;
  readonly result: WireResult;
  /** Hub time of receipt, Unix ms. */
  readonly receivedAtMs: number;
}

export interface BucketState {
  /** The version of the newest row. */
  readonly version: number;
  /** Tombstones at or below it are gone: an older cursor needs a snapshot. */
  readonly floor: number;
}

/** One start of the hub: how far each bucket had come when it was over; null while it lasts. */
export interface RunRecord {
  readonly ended: { readonly [bucket: BucketName]: number } | null;
}

/**
 * What the hub knows of itself: its epoch, the database's line of history, and what it has written down of its clock;
 * `highWaterMs` is an earlier build's.
 */
export type MetaKey = 'epoch' | 'history' | 'clock' | 'highWaterMs';

interface Rows {
  row<K extends Kind>(bucket: BucketName, kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** The rows of a kind in a bucket, or those of a range, ordered by id. */
  rows<K extends Kind>(bucket: BucketName, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]>;
  meta(key: MetaKey): Promise<string | undefined>;
  client(clientId: ClientId): Promise<ClientRecord | undefined>;
}

/** One snapshot of the database. Only its own operations may be awaited while it is open. */
export interface HubSnapshot extends Rows {
  bucket(bucket: BucketName): Promise<BucketState>;
  /** Rows above a version in the order of their versions; without tombstones for who holds nothing yet. */
  rowsAfter(
    bucket: BucketName,
    version: number,
    limit: number,
    tombstones: boolean,
  ): Promise<readonly WireRow[]>;
  run(id: string): Promise<RunRecord | undefined>;
}

/**
 * One transaction over the hub's database, alone among those of the same centre. Only its own operations may be
 * awaited inside. Rows get their versions at its end, under the bucket's counter, locked till the commit.
 */
export interface HubTx extends Rows {
  mutations(mids: readonly Mid[]): Promise<ReadonlyMap<Mid, MutationRecord>>;
  /** The mids a client had at the seqs from `from` to `to`, both included. */
  midsOf(clientId: ClientId, from: number, to: number): Promise<ReadonlyMap<number, Mid>>;
  saveClient(client: ClientRecord): void;
  saveMutation(record: MutationRecord): void;
  saveChain(clientId: ClientId, seq: number, mid: Mid): void;
  setMeta(key: MetaKey, value: string): void;
  /** Writes a row, or with null its tombstone. What changes nothing gets no version. */
  writeRow<K extends Kind>(bucket: BucketName, kind: K, id: string, row: RowOf<K> | null): Promise<void>;
  /** A savepoint: what `work` has written stays only when it says `keep`. */
  attempt<T extends { readonly keep: boolean }>(work: (tx: HubTx) => Promise<T>): Promise<T>;
}

/** Rows of one bucket that a commit has moved, as a pull from `from` would return them. */
export interface Moved {
  readonly bucket: BucketName;
  readonly from: number;
  readonly version: number;
  /** How many rows moved. */
  readonly count: number;
  /** Null when another process made the commit. */
  readonly rows: (() => readonly WireRow[]) | null;
}

/** Snapshots that are kept for all who start afresh, by names that nothing else ever gets. */
export interface SnapshotCache {
  /** Whether buckets like this are loaded by so many that a snapshot is worth its making. */
  isFor(bucket: BucketName): boolean;
  /** The newest of a bucket that this run of the hub has made, or is making. */
  newest(bucket: BucketName, run: string): CachedSnapshot | undefined;
  /** Makes one of a bucket's live rows at its version; who asks meanwhile is told of it already. */
  make(
    bucket: BucketName,
    run: string,
    version: number,
    read: () => Promise<readonly WireRow[]>,
  ): Promise<CachedSnapshot>;
}

export interface CachedSnapshot {
  readonly name: string;
  readonly version: number;
}

export interface HubDatabase {
  /**
   * Resolves once the database has synced its log; when it rejects nothing has happened. `work` may run again
   * (after a serialisation failure), so it touches nothing but the transaction. `centre` names whose transactions
   * wait for each other.
   */
  write<T>(centre: string, work: (tx: HubTx) => Promise<T>): Promise<T>;
  read<T>(work: (snapshot: HubSnapshot) => Promise<T>): Promise<T>;
}
