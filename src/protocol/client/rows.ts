import type { BucketName } from '../../kernel/buckets.ts';
import type { Json } from '../../kernel/json.ts';
import type { IdBounds } from '../../kernel/row-range.ts';
import type { WireRow } from '../wire/wire.ts';
import type { StoreTx } from './ports.ts';
import { listBase, listOverlay, readBase, readBucket, readOverlay } from './records.ts';

/** A row by its id, in lists ordered by id. */
interface IdRow {
  readonly id: string;
  readonly data: Json;
}

/** Rows laid over others; null hides. Keyed by bucket and kind, then id. */
export type RowChanges = Map<string, Map<string, Json>>;
export const kindKey = (bucket: BucketName, kind: string): string => `${bucket}/${kind}`;

/** Where rows are read from. */
export interface RowSource {
  get(bucket: BucketName, kind: string, id: string): Promise<Json | undefined>;
  list(bucket: BucketName, kind: string, bounds?: IdBounds): Promise<readonly IdRow[]>;
}

/** Lays rows over a list ordered by id and keeps the order. */
export function withChanges(under: readonly IdRow[], over: ReadonlyMap<string, Json>): readonly IdRow[] {
  if (over.size === 0) return under;
  const merged = new Map(under.map((row) => [row.id, row.data]));
  let grew = false;
  over.forEach((data, id) => {
    if (data === null) merged.delete(id);
    else {
      grew = grew || !merged.has(id);
      merged.set(id, data);
    }
  });
  const rows = [...merged].map(([id, data]) => ({ id, data }));
  return grew ? rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)) : rows;
}

/** The stored rows of the generation in use: what the view sees with the overlay, the hub's truth without. */
export class StoredRows implements RowSource {
  readonly #tx: StoreTx;
  readonly #overlay: boolean;
  readonly #gens = new Map<BucketName, Promise<number>>();
  /** Base rows that were read: the transaction sees them unchanged, and a long outbox asks for the same ones again. */
  readonly #read = new Map<string, Promise<WireRow | undefined>>();

  constructor(tx: StoreTx, { overlay }: { readonly overlay: boolean }) {
    this.#tx = tx;
    this.#overlay = overlay;
  }

  async get(bucket: BucketName, kind: string, id: string): Promise<Json | undefined> {
    const key = `${kindKey(bucket, kind)}/${id}`;
    let base = this.#read.get(key);
    if (base === undefined) {
      base = this.#gen(bucket).then((gen) => readBase(this.#tx, [bucket, gen, kind, id]));
      this.#read.set(key, base);
    }
    if (!this.#overlay) return (await base)?.data ?? undefined;
    // Both are asked for at once: the store answers in order, and each wait for it is felt.
    const [over, row] = await Promise.all([readOverlay(this.#tx, [bucket, kind, id]), base]);
    return (over === undefined ? row?.data : over.data) ?? undefined;
  }

  async list(bucket: BucketName, kind: string, bounds?: IdBounds): Promise<readonly IdRow[]> {
    const base = this.#gen(bucket).then((gen) => listBase(this.#tx, [bucket, gen, kind], bounds));
    if (!this.#overlay) return base;
    const [over, rows] = await Promise.all([listOverlay(this.#tx, [bucket, kind], bounds), base]);
    return withChanges(rows, new Map(over.map((row) => [row.id, row.data])));
  }

  #gen(bucket: BucketName): Promise<number> {
    let gen = this.#gens.get(bucket);
    if (gen === undefined) {
      gen = readBucket(this.#tx, bucket).then((record) => record.gen);
      this.#gens.set(bucket, gen);
    }
    return gen;
  }
}
