import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { scopeOf, type BucketName, type Scope } from '../../kernel/buckets.ts';
import type { CachedSnapshot, SnapshotCache } from '../../protocol/hub/ports.ts';
import type { Snapshot, WireRow } from '../../protocol/wire/wire.ts';
import type { SnapshotBody } from './api.ts';

/** What several hold alike; compressed a month of attendances is a tenth. A bucket of one device is sent in pages. */
const SHARED: ReadonlySet<Scope> = new Set(['city', 'centre', 'kiosk', 'staff', 'people', 'audit']);
/** Compressed bytes kept in all; the last used stays whatever its size, or nobody could fetch it. */
const MOST_BYTES = 16 * 1024 * 1024;

const compress = promisify(gzip);

interface Entry extends CachedSnapshot {
  readonly bucket: BucketName;
  readonly run: string;
  readonly body: SnapshotBody;
  /** Null while it is being made. */
  bytes: number | null;
}

/**
 * Snapshots of buckets as they are sent: read and compressed once, however many screens start at the same moment
 * after a power cut. A name holds the hub's run and the bucket's version, which together are never of other rows, even
 * where the data folder is copied back: so who has fetched one may keep it. Those least lately used go first.
 */
export class Snapshots implements SnapshotCache {
  /** By bucket and name, the least lately used first. */
  readonly #entries = new Map<string, Entry>();
  readonly #newest = new Map<BucketName, Entry>();
  readonly #mostBytes: number;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  isFor(bucket: BucketName): boolean {
    return SHARED.has(scopeOf(bucket));
  }

  newest(bucket: BucketName, run: string): CachedSnapshot | undefined {
    const entry = this.#newest.get(bucket);
    return entry?.run === run ? entry : undefined;
  }

  async make(
    bucket: BucketName,
    run: string,
    version: number,
    read: () => Promise<readonly WireRow[]>,
  ): Promise<CachedSnapshot> {
    const name = `${run}.${version}`;
    const standing = this.#entries.get(keyOf(bucket, name));
    if (standing !== undefined) return standing;
    const rows = read();
    const body = rows.then((found) => bodyOf({ bucket, version, rows: found }));
    const entry: Entry = { bucket, run, name, version, body, bytes: null };
    this.#entries.set(keyOf(bucket, name), entry);
    if ((this.newest(bucket, run)?.version ?? -1) < version) this.#newest.set(bucket, entry);
    body.then(
      ({ gzip: { length } }) => {
        entry.bytes = length;
        this.#trim();
      },
      () => this.#forget(entry),
    );
    // The caller's view of the database lasts as long as this; the compressing goes on without it.
    await rows;
    return entry;
  }

  /** The body of a snapshot by its name; undefined once it is let go of. */
  body(bucket: BucketName, name: string): SnapshotBody | undefined {
    const key = keyOf(bucket, name);
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.body;
  }

  #trim(): void {
    const made = [...this.#entries.values()].filter(({ bytes }) => bytes !== null);
    let total = made.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0);
    for (const entry of made.slice(0, -1)) {
      if (total <= this.#mostBytes) return;
      total -= entry.bytes ?? 0;
      this.#forget(entry);
    }
  }

  #forget(entry: Entry): void {
    const key = keyOf(entry.bucket, entry.name);
    if (this.#entries.get(key) === entry) this.#entries.delete(key);
    if (this.#newest.get(entry.bucket) === entry) this.#newest.delete(entry.bucket);
  }
}

const bodyOf = async (snapshot: Snapshot): Promise<{ readonly gzip: Buffer }> => ({
  gzip: await compress(JSON.stringify(snapshot)),
});

const keyOf = (bucket: BucketName, name: string): string => `${bucket}\n${name}`;
