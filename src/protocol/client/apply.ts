import { bucketName, type BucketName, type BucketRef } from '../../kernel/buckets.ts';
import { id as brand } from '../../kernel/ids.ts';
import {
  applied,
  type Actor,
  type Mutation,
  type MutationContext,
  type Outcome,
  type RowTx,
} from '../../kernel/mutation.ts';
import type { AnyRowKind } from '../../kernel/noun.ts';
import { civilMoment, type TimeReading } from '../../kernel/time.ts';
import { upcast } from '../../kernel/versions.ts';
import { boundsOf, isWithin, type IdBounds, type RowRange } from '../../kernel/row-range.ts';
import type { Kind, RowOf } from '../../kernel/rows.ts';
import type { Json } from '../../kernel/json.ts';
import type { WireMutation } from '../wire/wire.ts';
import { kindKey, withChanges, type RowChanges, type RowSource } from './rows.ts';

/** What a device knows of its nouns: the changes its actor can make, and the kinds of row it reads by their rules. */
export interface DeviceNouns {
  readonly mutations: Readonly<Record<string, Mutation<string, Json>>>;
  readonly rowKinds: Readonly<Record<string, AnyRowKind>>;
}

/** Whose device this is and what it may hold: what an application of a mutation needs besides rows. */
export interface Setting {
  readonly actor: Actor;
  readonly nouns: DeviceNouns;
  readonly utcOffsetMinutes: number;
}

/** The rows one application reads and writes: its writes stay its own until they are taken. */
export class ApplyRows implements RowTx {
  readonly written: RowChanges = new Map();
  /** Whether the store could not be read, which is no fault of the mutation. */
  storeFailed = false;
  readonly #stored: RowSource;
  /** What those before it have written, over what is stored. */
  readonly #earlier: RowChanges;
  readonly #actor: Actor;
  readonly #granted: (bucket: BucketName) => boolean;

  constructor(
    stored: RowSource,
    earlier: RowChanges,
    actor: Actor,
    granted: (bucket: BucketName) => boolean,
  ) {
    this.#stored = stored;
    this.#earlier = earlier;
    this.#actor = actor;
    this.#granted = granted;
  }

  async get<K extends Kind>(ref: BucketRef, kind: K, id: string): Promise<RowOf<K> | undefined> {
    const bucket = this.#bucket(ref);
    if (!this.#granted(bucket)) return undefined;
    const key = kindKey(bucket, kind);
    let data = this.written.get(key)?.get(id);
    if (data === undefined) data = this.#earlier.get(key)?.get(id);
    if (data === undefined) data = await this.#read(this.#stored.get(bucket, kind, id));
    return data === null || data === undefined ? undefined : asRow<K>(data);
  }

  async list<K extends Kind>(ref: BucketRef, kind: K, range?: RowRange): Promise<readonly RowOf<K>[]> {
    const bucket = this.#bucket(ref);
    if (!this.#granted(bucket)) return [];
    const key = kindKey(bucket, kind);
    const bounds = range && boundsOf(range);
    let rows = await this.#read(this.#stored.list(bucket, kind, bounds));
    for (const changes of [this.#earlier, this.written])
      rows = withChanges(rows, within(changes.get(key) ?? NOTHING, bounds));
    return rows.map((row) => asRow<K>(row.data));
  }

  async put<K extends Kind>(ref: BucketRef, kind: K, id: string, row: RowOf<K>): Promise<void> {
    this.#write(ref, kind, id, asJson(row));
  }

  async remove<K extends Kind>(ref: BucketRef, kind: K, id: string): Promise<void> {
    this.#write(ref, kind, id, null);
  }

  async #read<T>(reading: Promise<T>): Promise<T> {
    try {
      return await reading;
    } catch (error) {
      this.storeFailed = true;
      throw error;
    }
  }

  #write(ref: BucketRef, kind: string, id: string, data: Json): void {
    const bucket = this.#bucket(ref);
    // A device holds no rows outside its grants; what a mutation means for those is the hub's alone.
    if (!this.#granted(bucket)) return;
    const key = kindKey(bucket, kind);
    const rows = this.written.get(key);
    if (rows === undefined) this.written.set(key, new Map([[id, data]]));
    else rows.set(id, data);
  }

  #bucket(ref: BucketRef): BucketName {
    return bucketName(ref, this.#actor.centreId, this.#actor.deviceId);
  }
}

const NOTHING: ReadonlyMap<string, Json> = new Map();

const within = (rows: ReadonlyMap<string, Json>, bounds: IdBounds | undefined): ReadonlyMap<string, Json> =>
  bounds === undefined ? rows : new Map([...rows].filter(([id]) => isWithin(id, bounds)));

/*
 * Rows travel as JSON and have their type by their kind and its version: the hub writes them by typed changes whose
 * arguments it has checked, and what an older build wrote is brought to this one's version where it is read (`rows.ts`).
 * These two are where the client takes its word for it.
 */
export const asRow = <K extends Kind>(data: Json): RowOf<K> => data as unknown as RowOf<K>;
const asJson = (row: unknown): Json => row as Json;

/** Runs a mutation over rows as this device sees them; the same each time it is asked with the same rows. */
export function applyOnDevice(setting: Setting, mut: WireMutation, rows: RowTx): Promise<Outcome> {
  const mutation = setting.nouns.mutations[mut.name];
  // Made by a newer build that was rolled back since: it is kept and sent; the hub decides, and here it shows nothing.
  if (mutation === undefined || mutation.v < mut.v) return Promise.resolve({ status: 'held' });
  const args = upcast(mut.args, mut.v, mutation.v, mutation.upcasters);
  return mutation.apply(rows, args, contextOf(setting, mut));
}

/**
 * Runs one again that waits. One that fails here (its arguments were damaged on the disk, or a row is not what it was made
 * for) shows nothing, and keeps none of the others from being shown, pulled and sent: what becomes of it the hub decides.
 */
export async function applyAgain(setting: Setting, mut: WireMutation, rows: ApplyRows): Promise<Outcome> {
  try {
    return await applyOnDevice(setting, mut, rows);
  } catch (error) {
    if (rows.storeFailed) throw error;
    return { status: 'held' };
  }
}

function contextOf({ actor, utcOffsetMinutes }: Setting, mut: WireMutation): MutationContext {
  const madeAt: TimeReading =
    mut.timeQuality === 'unknown' || mut.deviceTime === null
      ? { quality: 'unknown', nowMs: null }
      : { quality: mut.timeQuality, nowMs: mut.deviceTime };
  return {
    mid: brand(mut.mid),
    actor,
    authority: false,
    madeAt,
    now: madeAt,
    today: madeAt.nowMs === null ? null : civilMoment(madeAt.nowMs, utcOffsetMinutes).date,
    utcOffsetMinutes,
    ageUnknown: false,
    carryOut: () => Promise.resolve(applied),
  };
}

/** Whether an outcome leaves its rows in the overlay. */
export const leavesRows = (outcome: Outcome): boolean =>
  outcome.status === 'applied' || outcome.status === 'merged';
