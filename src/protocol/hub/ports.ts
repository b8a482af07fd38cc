import type { BucketName } from '../../domain/kernel/buckets.ts';
import type { ClientId, Mid } from '../../domain/kernel/ids.ts';
import type { Json, WireResult, WireRow } from '../wire.ts';

/** What the hub remembers of one chain. */
export interface ClientRecord {
  readonly clientId: ClientId;
  /** `DEVICE/ACTOR`: whose chain it is; nobody else may push to it. */
  readonly owner: string;
  readonly last: number;
  readonly lastMid: Mid | null;
}

/** A mutation the hub has dealt with. Never forgotten. */
export interface MutationRecord {
  readonly mid: Mid;
  readonly name: string;
  readonly result: WireResult;
  /** Hub time of receipt, Unix ms. */
  readonly receivedAtMs: number;
}

/** One serialisable (for the rows it locks) transaction over the hub's database. */
export interface HubTx {
  client(clientId: ClientId): Promise<ClientRecord | undefined>;
  saveClient(client: ClientRecord): Promise<void>;
  mutation(mid: Mid): Promise<MutationRecord | undefined>;
  /** The mid a client had at a seq. */
  midAt(clientId: ClientId, seq: number): Promise<Mid | undefined>;
  saveMutation(record: MutationRecord): Promise<void>;
  saveChain(clientId: ClientId, seq: number, mid: Mid): Promise<void>;
  /** The newest seq of a client inside the oldest kept backup. */
  safe(clientId: ClientId): Promise<number>;
  row(bucket: BucketName, kind: string, id: string): Promise<Json | undefined>;
  rows(bucket: BucketName, kind: string): Promise<readonly { readonly id: string; readonly data: Json }[]>;
  /** Writes a row, or with null its tombstone, under the bucket's next version, whose counter stays locked till the end. */
  writeRow(bucket: BucketName, kind: string, id: string, data: Json): Promise<void>;
  bucket(bucket: BucketName): Promise<BucketState>;
  /** Rows above a version, tombstones too, in the order of their versions. */
  rowsAfter(bucket: BucketName, version: number, limit: number): Promise<readonly WireRow[]>;
  epoch(): Promise<string>;
}

export interface BucketState {
  /** The version of the newest row. */
  readonly version: number;
  /** Tombstones at or below it are gone: an older cursor needs a snapshot. */
  readonly floor: number;
}

export interface HubDatabase {
  /** The promise resolves once the database has synced its log; on an error nothing has happened. */
  write<T>(work: (tx: HubTx) => Promise<T>): Promise<T>;
  /** One snapshot of the database. */
  read<T>(work: (tx: HubTx) => Promise<T>): Promise<T>;
}
