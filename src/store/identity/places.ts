import { hasPrivateFiles } from '../private-files.ts';

/** A place where a browser keeps a few bytes. Each fails for itself; `read` gives null where nothing was ever written. */
export interface Place {
  read(): Promise<Uint8Array | null>;
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

const NAME = 'leling-identity';
/** A damaged place may neither answer nor fail. */
const PATIENCE_MS = 4000;

/** Where identity is kept beside Local Storage: as many as this engine has, each damaged by something else. */
export const placesHere = (): readonly Place[] =>
  [database, ...(hasFiles() ? [file] : []), cache].map(({ read, write }) => ({
    read: () => inTime(read()),
    write: (bytes) => inTime(write(bytes)),
  }));

/** A database of its own, flushed before it says so: outside the bucket in which the device's store is. */
const database: Place = {
  read: () =>
    inDatabase('readonly', async (store) => {
      const value: unknown = await answerOf<unknown>(store.get(NAME));
      return value instanceof Uint8Array ? value : null;
    }),
  write: (bytes) =>
    inDatabase('readwrite', async (store) => {
      await answerOf(store.put(bytes, NAME));
    }),
};

const hasFiles = (): boolean => hasPrivateFiles() && 'createWritable' in FileSystemFileHandle.prototype;

const file: Place = {
  async read() {
    const root = await navigator.storage.getDirectory();
    const handle = await root.getFileHandle(NAME).catch((error: unknown) => {
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
      throw error;
    });
    return handle === null ? null : new Uint8Array(await (await handle.getFile()).arrayBuffer());
  },
  // Written beside and swapped at the end: the old bytes stand until the new are whole.
  async write(bytes) {
    const root = await navigator.storage.getDirectory();
    const writable = await (await root.getFileHandle(NAME, { create: true })).createWritable();
    await writable.write(bytes);
    await writable.close();
  },
};

const cache: Place = {
  async read() {
    const kept = await (await caches.open(NAME)).match(`/${NAME}`);
    return kept === undefined ? null : new Uint8Array(await kept.arrayBuffer());
  },
  async write(bytes) {
    await (await caches.open(NAME)).put(`/${NAME}`, new Response(bytes));
  },
};

async function inDatabase<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(NAME);
  const opened = await answerOf(request);
  try {
    const tx = opened.transaction(NAME, mode, { durability: 'strict' });
    const done = new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve();
      tx.onabort = () => reject(tx.error ?? new Error('the transaction was cut off'));
    });
    const value = await work(tx.objectStore(NAME));
    await done;
    return value;
  } finally {
    opened.close();
  }
}

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the database failed'));
  });

function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('this place does not answer')), PATIENCE_MS);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
