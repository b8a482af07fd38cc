import { benchRow, sumOf, type BenchRow, type Lap } from '../rows.ts';

/** The floor: plain IndexedDB with strict durability, a page of rows in a transaction. */

const request = <T>(asked: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

const ended = (tx: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error);
  });

async function open(name: string): Promise<IDBDatabase> {
  await request(indexedDB.deleteDatabase(name));
  const opening = indexedDB.open(name, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
  return request(opening);
}

async function write(db: IDBDatabase, rows: readonly BenchRow[]): Promise<void> {
  const tx = db.transaction('rows', 'readwrite', { durability: 'strict' });
  const store = tx.objectStore('rows');
  for (const row of rows) store.put(row);
  await ended(tx);
}

async function held(db: IDBDatabase): Promise<{ count: number; hash: number }> {
  const rows: BenchRow[] = await request(db.transaction('rows').objectStore('rows').getAll());
  return sumOf(rows);
}

export async function firstPull(origin: string, total: number, page: number): Promise<Lap> {
  const db = await open('bench-raw');
  const started = performance.now();
  for (let after = 0; after < total; after += page) {
    const answer = await fetch(`${origin}/plain/pull?after=${after}&limit=${page}`);
    const { rows }: { rows: BenchRow[] } = await answer.json();
    await write(db, rows);
  }
  const ms = performance.now() - started;
  const sum = await held(db);
  db.close();
  return { ms, ...sum };
}

/** One row, durable: the floor of a check-in, on one medium. Milliseconds of each of `times`, with a rest after each. */
export async function singleWrites(times: number, restMs = 0): Promise<number[]> {
  const db = await open('bench-raw-single');
  const laps: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const started = performance.now();
    await write(db, [benchRow(n)]);
    laps.push(performance.now() - started);
    if (restMs > 0) await new Promise((resolve) => setTimeout(resolve, restMs));
  }
  db.close();
  return laps;
}
