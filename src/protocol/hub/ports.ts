import type { BucketName } from '../../kernel/buckets.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { Json } from '../../kernel/json.ts';
import type { RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { CivilDate } from '../../kernel/time.ts';
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
 * `highWaterMs` is an earlier build's; and what it signs cursors with.
 */
export type MetaKey = 'epoch' | 'history' | 'clock' | 'highWaterMs' | 'cursorKey';
/** Where a row lies in the archive. */
export interface ArchivePlace {
  /** The day it is of: what the archive is asked by. */
  readonly day: CivilDate;
  /** Whom or what it is about, for a history; null where nobody asks for one. */
  readonly about: string | null;
  /** The version of its kind. */
  readonly v: number;
}

/** What is asked of the archive: days, both included, and where given only what is about somebody or something. */
export interface ArchiveRange {
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly about?: string;
}

/** A row out of the archive, as this build has it, whichever wrote it. */
export interface ArchivedRow extends ArchivePlace {
  readonly id: string;
  readonly data: Json;
}

interface Rows {
  /** A row of a bucket, or of its archive: a mutation that comes late finds what it is about there. */
  row<K extends Kind>(bucket: BucketName, kind: K, id: string): Promise<RowOf<K> | undefined>;
  /** The rows of a kind in a bucket, or those of a range, ordered by id. */
  rows<K extends Kind>(bucket: BucketName, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]>;
  meta(key: MetaKey): Promise<string | undefined>;
  client(clientId: ClientId): Promise<ClientRecord | undefined>;
}

/** A row with its id, whatever its kind. */
export interface IdRow {
  readonly id: string;
  readonly data: Json;
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
  /** The next rows of a kind after an id, in the order of the database. */
  rowsAfterId(bucket: BucketName, kind: string, after: string, limit: number): Promise<readonly IdRow[]>;
  /** Archived rows, by day and then id, the newest first. */
  archived(
    bucket: BucketName,
    kind: Kind,
    range: ArchiveRange,
    limit: number,
  ): Promise<readonly ArchivedRow[]>;
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
  /** Rows of a kind in whose JSON a text stands, in a bucket or its archive, ordered by id. */
  mentioning<K extends Kind>(bucket: BucketName, kind: K, text: string): Promise<readonly RowOf<K>[]>;
  /**
   * Moves a row to the archive: its bucket has its tombstone, and devices let it go. Written again it is brought back,
   * and the archive has it no more.
   */
  archive(bucket: BucketName, kind: Kind, id: string, place: ArchivePlace): Promise<void>;
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
