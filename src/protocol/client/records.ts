import { scopeOf, type BucketName } from '../../kernel/buckets.ts';
import {
  isBoolean,
  isCount,
  isId,
  isNumber,
  isText,
  listOf,
  orNull,
  shape,
  type Guard,
} from '../../kernel/guards.ts';
import type { ClientId, Mid } from '../../kernel/ids.ts';
import type { Json } from '../../kernel/json.ts';
import type { IdBounds } from '../../kernel/row-range.ts';
import { isBody, isCursor, isWireRow, LATEST_MS, maybe } from '../wire/checks.ts';
import type { Cursor, WireMutation, WireRow } from '../wire/wire.ts';
import type { Ended } from './api.ts';
import type { Key, StoreTx } from './ports.ts';

/** Who this client is to the hub and how far its own chain has come. One record, `meta ['client']`. */
export interface ClientRecord {
  readonly clientId: ClientId;
  readonly nextSeq: number;
  /** The mid of nextSeq − 1: what the next mutation names as `prev`. */
  readonly tip: Mid | null;
  readonly epoch: string | null;
  /** Null before the hub has said. */
  readonly grants: readonly BucketName[] | null;
  readonly grantHash: string | null;
  /** How many rows the outbox has, so that nobody need count them. */
  readonly outbox: number;
  /** After a chain was made anew: no pull until the hub has acknowledged this seq; 0 when none waits. */
  readonly pullAfter: number;
  /** The time in the newest mid, so that mids sort as they were made even when the clock goes back. */
  readonly midMs: number;
}

/** What is held of one bucket: `meta ['bucket', NAME]`. */
export interface BucketRecord {
  readonly bucket: BucketName;
  /** The generation of base rows that the view reads. */
  readonly gen: number;
  readonly cursor: Cursor | null;
  /** The newest seq of this client that the base rows know of. */
  readonly last: number;
  /** True once it has been pulled whole. */
  readonly loaded: boolean;
  readonly staging: Staging | null;
}

/** A pull of several pages that has not come to its end. */
interface Staging {
  /** The fresh generation being filled; null when the pages wait in `staged` to join the one in use. */
  readonly gen: number | null;
  readonly cursor: Cursor;
}

/** A mutation in `outbox`, keyed by mid, or one of those in a record of `kept`. */
export interface Entry {
  readonly mut: WireMutation;
  /** `BUCKET/KIND` of the rows it wrote in the overlay; null when that is not known: it may be any. */
  readonly touched: readonly string[] | null;
  readonly madeAtMono: number;
  readonly bootId: string;
}

/** A row of the overlay; `data` null hides the base row. */
export interface OverlayRow {
  readonly id: string;
  readonly data: Json;
  /** Version of its shape; absent is the first. */
  readonly v?: number;
}

/** What the device remembers of time, `meta ['clock']`. */
export interface ClockRecord {
  /** The highest time it has ever confirmed, Unix ms. */
  readonly highWaterMs: number;
  readonly lastSyncMs: number | null;
}

const CLIENT: Key = ['client'];
const CLOCK: Key = ['clock'];
const ENDED: Key = ['ended'];
export const ANSWERS: Key = ['answer'];
const FORGETTING: Key = ['forgetting'];
const BUCKETS: Key = ['bucket'];

/** A part of the view is named `BUCKET/KIND`; this is its bucket. */
export const bucketOfKind = (name: string): BucketName => name.slice(0, name.lastIndexOf('/'));
/** The same part as views know it: `SCOPE/KIND`. */
export const changedOf = (name: string): string => {
  const cut = name.lastIndexOf('/');
  return `${scopeOf(name.slice(0, cut))}${name.slice(cut)}`;
};

/*
 * The typed reading and writing of the records. What comes off a disk is checked before it is believed: a damaged
 * record is as none, and the start makes its own again (of the client: all that waits is chained anew).
 */
/** A time that a clock can have told. */
const isMoment: Guard<number> = (value): value is number =>
  isNumber(value) && value >= 0 && value <= LATEST_MS;
const isClient = shape<ClientRecord>({
  clientId: isId,
  nextSeq: isCount,
  tip: orNull(isId<'Mid'>),
  epoch: orNull(isText),
  grants: orNull(listOf(isText)),
  grantHash: orNull(isText),
  outbox: isCount,
  pullAfter: isCount,
  midMs: isMoment,
});
export const readClient = async (tx: StoreTx): Promise<ClientRecord | undefined> =>
  sound(isClient, await tx.get('meta', CLIENT));
export const writeClient = (tx: StoreTx, client: ClientRecord): void => tx.put('meta', CLIENT, client);

const isBucket = shape<BucketRecord>({
  bucket: isText,
  gen: isCount,
  cursor: orNull(isCursor),
  last: isCount,
  loaded: isBoolean,
  staging: orNull(shape<Staging>({ gen: orNull(isCount), cursor: isCursor })),
});
const freshBucket = (bucket: BucketName): BucketRecord => ({
  bucket,
  gen: 0,
  cursor: null,
  last: 0,
  loaded: false,
  staging: null,
});
export const readBucket = async (tx: StoreTx, bucket: BucketName): Promise<BucketRecord> =>
  sound(isBucket, await tx.get('meta', ['bucket', bucket])) ?? freshBucket(bucket);
export const readBuckets = async (tx: StoreTx): Promise<readonly BucketRecord[]> =>
  (await tx.list('meta', BUCKETS)).filter(isBucket);
export const writeBucket = (tx: StoreTx, record: BucketRecord): void =>
  tx.put('meta', ['bucket', record.bucket], record);
export const deleteBucket = (tx: StoreTx, bucket: BucketName): void => tx.delete('meta', ['bucket', bucket]);

/** Of a mutation only what its place in the chain asks for: the start takes the rest from the journal (`mend.ts`). */
const isEntry = (value: unknown): value is Entry => hasMutation(value) && isMutation(value.mut);
const hasMutation = shape<{ readonly mut: unknown }>({ mut: (_value): _value is unknown => true });
const isMutation = shape<Pick<WireMutation, 'mid' | 'seq' | 'name'>>({
  mid: isId,
  seq: isNumber,
  name: isText,
});

export const readUnsent = async (tx: StoreTx, mid: string): Promise<Entry | undefined> =>
  sound(isEntry, await tx.get('outbox', [mid]));
export const listUnsent = async (tx: StoreTx): Promise<readonly Entry[]> =>
  (await tx.list('outbox', [])).filter(isEntry);
export const writeUnsent = (tx: StoreTx, entry: Entry): void => tx.put('outbox', [entry.mut.mid], entry);
export const deleteUnsent = (tx: StoreTx, mid: string): void => tx.delete('outbox', [mid]);

/**
 * What one push brought to the hub: one record, under the mid of its first, since writing a hundred was half of what a
 * push cost. The first build wrote each entry by itself; such a record is read as a push of one.
 */
export const listKept = async (tx: StoreTx): Promise<readonly (readonly Entry[])[]> => {
  const records = await tx.list('kept', []);
  return records.map((record) => (Array.isArray(record) ? record : [record]).filter(isEntry));
};
export const writeKept = (tx: StoreTx, entries: readonly Entry[]): void => {
  const [first] = entries;
  if (first !== undefined) tx.put('kept', [first.mut.mid], entries);
};
export const deleteKept = (tx: StoreTx, entries: readonly Entry[]): void => {
  const [first] = entries;
  if (first !== undefined) tx.delete('kept', [first.mut.mid]);
};

/** Whether a value is what a row comes in, on the disk. Its data are its kind's, which the hub has checked. */
const isRow = shape<OverlayRow>({ id: isText, data: isBody, v: maybe(isCount) });

/** Told of a value in the place of a row that is none; to whoever reads, it is not there. */
type Damaged = () => void;

/** A row of the base or of what lies over it. */
export async function readRow(
  tx: StoreTx,
  store: 'base' | 'overlay',
  key: Key,
  damaged: Damaged,
): Promise<OverlayRow | undefined> {
  const value = await tx.get(store, key);
  if (value === undefined || isRow(value)) return value;
  damaged();
  return undefined;
}

/** Rows of the base or of what lies over it, by id. */
export async function listRows(
  tx: StoreTx,
  store: 'base' | 'overlay',
  prefix: Key,
  damaged?: Damaged,
  ids?: IdBounds,
): Promise<readonly OverlayRow[]> {
  const values = await tx.list(store, prefix, ids);
  if (values.every(isRow)) return values;
  damaged?.();
  return values.filter(isRow);
}

/** What waits in `staged`; null where some of it is damaged. */
export async function listStaged(tx: StoreTx, prefix: Key): Promise<readonly WireRow[] | null> {
  const values = await tx.list('staged', prefix);
  return values.every(isWireRow) ? values : null;
}

/** A mark that no clock there is can have told would leave the device without a day at every start: the newest sync's is taken. */
const hasMark = shape<Pick<ClockRecord, 'highWaterMs'>>({ highWaterMs: isMoment });
const hasSync = shape<{ readonly lastSyncMs: number }>({ lastSyncMs: isMoment });
export const readClock = async (tx: StoreTx, damaged?: Damaged): Promise<ClockRecord> => {
  const kept = await tx.get('meta', CLOCK);
  if (kept !== undefined && !hasMark(kept)) damaged?.();
  const lastSyncMs = hasSync(kept) ? kept.lastSyncMs : null;
  return { highWaterMs: hasMark(kept) ? kept.highWaterMs : (lastSyncMs ?? 0), lastSyncMs };
};
export const writeClock = (tx: StoreTx, record: ClockRecord): void => tx.put('meta', CLOCK, record);

const hasEnded = shape({ mid: isText, name: isText, result: shape({ status: isText }) });
const isEnded: Guard<Ended> = (value): value is Ended => hasEnded(value);
export const readEnded = async (tx: StoreTx): Promise<readonly Ended[]> =>
  listed(isEnded, await tx.get('meta', ENDED));
export const writeEnded = (tx: StoreTx, ended: readonly Ended[]): void => tx.put('meta', ENDED, ended);

/** Mids that have left `kept` but perhaps not yet the journal. */
export const readForgetting = async (tx: StoreTx): Promise<readonly string[]> =>
  listed(isText, await tx.get('meta', FORGETTING));
export const writeForgetting = (tx: StoreTx, mids: readonly string[]): void =>
  mids.length === 0 ? tx.delete('meta', FORGETTING) : tx.put('meta', FORGETTING, mids);

/** The journal has forgotten these too. */
export async function dropForgotten(tx: StoreTx, mids: readonly string[]): Promise<void> {
  const gone = new Set(mids);
  writeForgetting(
    tx,
    (await readForgetting(tx)).filter((mid) => !gone.has(mid)),
  );
}

/** What was answered outside the sync: see `kept-answers.ts`. */
export const dropAnswers = (tx: StoreTx): void => tx.deletePrefix('meta', ANSWERS);

const sound = <T>(is: Guard<T>, value: unknown): T | undefined => (is(value) ? value : undefined);
const listed = <T>(is: Guard<T>, value: unknown): readonly T[] =>
  Array.isArray(value) ? value.filter(is) : [];
