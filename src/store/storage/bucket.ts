/**
 * Chromium cuts a bucket's databases off when the bucket itself is collected as garbage: a transaction then never ends,
 * and nothing tells of it. So the page holds it.
 */
const inUse = new Map<string, Promise<StorageBucket>>();

/** Before the name of a store in `localStorage`: it has been in a bucket, or is of a later generation. */
export const inBucket = 'leling:in-bucket:';

/** Where a store is kept. A later generation was made because an earlier one was beyond repair. */
export interface Place {
  readonly generation: number;
  readonly factory: IDBFactory;
  /** Of the database there. */
  readonly name: string;
}

export const bucketName = (generation: number): string =>
  generation === 1 ? 'leling' : `leling-${generation}`;

/** Its place in the bucket of a generation; fails where the engine has none. */
export async function inBucketOf(name: string, generation: number): Promise<Place> {
  const bucket = bucketName(generation);
  const { storageBuckets } = navigator;
  if (storageBuckets === undefined) throw new Error();
  let opening = inUse.get(bucket);
  if (opening === undefined) {
    opening = storageBuckets.open(bucket, { durability: 'strict', persisted: true });
    inUse.set(bucket, opening);
    opening.catch(() => inUse.delete(bucket));
  }
  return { generation, factory: (await opening).indexedDB, name };
}

interface StorageBucket {
  readonly indexedDB: IDBFactory;
}

declare global {
  interface Navigator {
    /** Chromium 122 and later. */
    readonly storageBuckets?: {
      open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<StorageBucket>;
      keys(): Promise<readonly string[]>;
      delete(name: string): Promise<void>;
    };
  }
}
