import { IndexedDbStorage, storeNames } from './indexed-db-storage.ts';
import { openDatabase, type DatabaseShape } from './open-database.ts';
import { ReopeningStorage } from './reopening-storage.ts';

const ours: DatabaseShape = {
  stores: storeNames,
  steps: [(database) => storeNames.forEach((store) => database.createObjectStore(store))],
};
/** A damaged database may neither open nor fail; a slow one is given longer at each attempt. */
const PATIENCE_MS = 6000;
const LONGEST_PATIENCE_MS = 60_000;

interface StorageOptions {
  /** An attempt to open it failed; the next one follows. */
  readonly failed?: (error: unknown) => void;
  /** A newer build in another tab changes the database: this page is of yesterday's, and had better start anew. */
  readonly outgrown?: (() => void) | undefined;
  /** The shape to bring it to; this build's own. */
  readonly shape?: DatabaseShape;
}

/**
 * Opens the database of a (device, actor), in a Storage Bucket of its own where the engine has them: damage to one
 * bucket leaves the others whole.
 *
 * It begins at once, tries for as long as it takes, and tells of each attempt that failed: whoever stands before the
 * device is shown what is the matter meanwhile. Seam of the ladder that heals: what follows many failures (deleting the
 * bucket, snapshot and journal) is a later step.
 */
export function openStorage(
  name: string,
  { failed = () => undefined, outgrown = () => undefined, shape = ours }: StorageOptions = {},
): ReopeningStorage {
  return new ReopeningStorage({
    open: async (lost, attempt) => {
      const patience = Math.min(PATIENCE_MS * 2 ** (attempt - 1), LONGEST_PATIENCE_MS);
      const database = await openDatabase(await factoryFor(name), name, shape, patience);
      const opened = new IndexedDbStorage(database);
      // A newer build in another tab wants to change the shape, or it is deleted: this page gives way.
      database.addEventListener('versionchange', ({ newVersion }) => {
        database.close();
        lost();
        if (newVersion !== null) outgrown();
      });
      // The browser closed it by itself.
      database.addEventListener('close', lost);
      return opened;
    },
    failed,
  });
}

/**
 * Chromium cuts a bucket's databases off when the bucket itself is collected as garbage: a transaction then never ends,
 * and nothing tells of it. So the page holds it.
 */
let bucketInUse: StorageBucket | null = null;

/** Before the name of a database in `localStorage`: it is in the bucket. */
export const inBucket = 'leling:in-bucket:';

/**
 * The bucket, unless the database was begun outside it by an engine that had none: then it stays where it is. Where it
 * is, is remembered: a cold start then asks for nothing else.
 */
async function factoryFor(name: string): Promise<IDBFactory> {
  const buckets = navigator.storageBuckets;
  if (buckets === undefined) return indexedDB;
  const memory = inBucket + name;
  try {
    if (localStorage.getItem(memory) === null && (await beganOutside(name))) return indexedDB;
    bucketInUse ??= await buckets.open('leling', { durability: 'strict', persisted: true });
    localStorage.setItem(memory, 'yes');
    return bucketInUse.indexedDB;
  } catch {
    return indexedDB;
  }
}

async function beganOutside(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((one) => one.name === name);
}

interface StorageBucket {
  readonly indexedDB: IDBFactory;
}

declare global {
  interface Navigator {
    /** Chromium 122 and later. */
    readonly storageBuckets?: {
      open(name: string, options: { durability: 'strict'; persisted: boolean }): Promise<StorageBucket>;
    };
  }
}
