import { type IDBPDatabase, wrap } from 'idb';
import type { ClientStorage } from '../../protocol/client/ports.ts';
import { IndexedDbStorage, storeNames } from './indexed-db-storage.ts';

const version = 1;
const attempts = 3;
/** A damaged database may neither open nor fail. */
const patienceMs = 6000;

/**
 * Opens the database of a (device, actor), in a Storage Bucket of its own where the engine has them: damage to one
 * bucket leaves the others whole.
 *
 * Seam of the ladder that heals: after three failed openings this throws, and what follows (deleting the bucket,
 * snapshot and journal) is a later step.
 */
export async function openStorage(name: string): Promise<ClientStorage> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return new IndexedDbStorage(await openDatabase(name));
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

async function openDatabase(name: string): Promise<IDBPDatabase> {
  const factory = await factoryFor(name);
  const request = factory.open(name, version);
  request.onupgradeneeded = () => {
    for (const store of storeNames) request.result.createObjectStore(store);
  };
  const database = await inTime(wrap(request));
  if (database === undefined) throw new Error('the local database was deleted while it opened');
  // A newer build in another tab wants to change the shape: this page gives way.
  database.addEventListener('versionchange', () => database.close());
  return database;
}

/**
 * The bucket, unless the database was begun outside it by an engine that had none: then it stays where it is. Where it
 * is, is remembered: a cold start then asks for nothing else.
 */
async function factoryFor(name: string): Promise<IDBFactory> {
  const buckets = navigator.storageBuckets;
  if (buckets === undefined) return indexedDB;
  const memory = `leling:in-bucket:${name}`;
  try {
    if (localStorage.getItem(memory) === null && (await beganOutside(name))) return indexedDB;
    const bucket = await buckets.open('leling', { durability: 'strict', persisted: true });
    localStorage.setItem(memory, 'yes');
    return bucket.indexedDB;
  } catch {
    return indexedDB;
  }
}

async function beganOutside(name: string): Promise<boolean> {
  return (await indexedDB.databases()).some((one) => one.name === name);
}

function inTime<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the local database does not open')), patienceMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
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
