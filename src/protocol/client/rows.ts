import type { BucketName } from '../../kernel/buckets.ts';
import type { Json } from '../../kernel/json.ts';
import type { IdBounds } from '../../kernel/row-range.ts';
import type { AnyRowKind } from '../../kernel/noun.ts';
import { upcast } from '../../kernel/versions.ts';
import type { StoreTx } from './ports.ts';
import { listRows, readBucket, readRow, type OverlayRow } from './records.ts';

/** A row by its id, in lists ordered by id. */
interface IdRow {
  readonly id: string;
  readonly data: Json;
}

/** The kinds of row that have rules on this device, by name. */
export type RowKinds = Readonly<Record<string, AnyRowKind>>;

/** A row on the disk, and the version of its shape; absent is the first. */
interface StoredRow {
  readonly data: Json;
  readonly v?: number;
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

interface RowReading {
  /** Whether with what lies over the base. */
  readonly overlay: boolean;
  /** Told of a bucket in which something is no row: it is passed over. */
  readonly damaged?: (bucket: BucketName) => void;
}

/** The stored rows of the generation in use: what the view sees with the overlay, the hub's truth without. */
export class StoredRows implements RowSource {
  readonly #tx: StoreTx;
  readonly #kinds: RowKinds;
  readonly #overlay: boolean;
  readonly #gens = new Map<BucketName, Promise<number>>();
  /** Base rows that were read: the transaction sees them unchanged, and a long outbox asks for the same ones again. */
  readonly #read = new Map<string, Promise<OverlayRow | undefined>>();
  readonly #damaged: (bucket: BucketName) => void;
  /** The buckets that were read and are not here whole: what is missing of them is not known to be nothing. */
  readonly lacking: BucketName[] = [];

  constructor(tx: StoreTx, kinds: RowKinds, { overlay, damaged = () => undefined }: RowReading) {
    this.#tx = tx;
    this.#damaged = damaged;
    this.#kinds = kinds;
    this.#overlay = overlay;
  }

  async get(bucket: BucketName, kind: string, id: string): Promise<Json | undefined> {
    const key = `${kindKey(bucket, kind)}/${id}`;
    const damaged = (): void => this.#damaged(bucket);
    let base = this.#read.get(key);
    if (base === undefined) {
      base = this.#gen(bucket).then((gen) => readRow(this.#tx, 'base', [bucket, gen, kind, id], damaged));
      this.#read.set(key, base);
    }
    if (!this.#overlay) return this.#current(kind, await base);
    // Both are asked for at once: the store answers in order, and each wait for it is felt.
    const [over, row] = await Promise.all([readRow(this.#tx, 'overlay', [bucket, kind, id], damaged), base]);
    return this.#current(kind, over ?? row);
  }

  async list(bucket: BucketName, kind: string, bounds?: IdBounds): Promise<readonly IdRow[]> {
    const damaged = (): void => this.#damaged(bucket);
    const base = this.#gen(bucket).then((gen) =>
      listRows(this.#tx, 'base', [bucket, gen, kind], damaged, bounds),
    );
    if (!this.#overlay) return this.#allCurrent(kind, await base);
    const [over, rows] = await Promise.all([
      listRows(this.#tx, 'overlay', [bucket, kind], damaged, bounds),
      base,
    ]);
    const changes = new Map(this.#allCurrent(kind, over).map((row) => [row.id, row.data]));
    return withChanges(this.#allCurrent(kind, rows), changes);
  }

  /** A row's data as this build has it, whichever build wrote it to the disk. */
  #current(kind: string, row: StoredRow | undefined): Json | undefined {
    if (row === undefined || row.data === null) return undefined;
    const known = this.#kinds[kind];
    return known?.upcasters === undefined ? row.data : upcast(row.data, row.v ?? 1, known.v, known.upcasters);
  }

  #allCurrent(kind: string, rows: readonly (StoredRow & IdRow)[]): readonly IdRow[] {
    if (this.#kinds[kind]?.upcasters === undefined) return rows;
    return rows.map((row) => ({ id: row.id, data: this.#current(kind, row) ?? null }));
  }

  #gen(bucket: BucketName): Promise<number> {
    let gen = this.#gens.get(bucket);
    if (gen === undefined) {
      gen = readBucket(this.#tx, bucket).then((record) => {
        if (!record.loaded) this.lacking.push(bucket);
        return record.gen;
      });
      this.#gens.set(bucket, gen);
    }
    return gen;
  }
}
