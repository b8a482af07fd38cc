import type { CDPSession, Page } from 'playwright-core';
import type {} from '../../../src/store/storage/bucket.ts';
import { rounded } from '../figures.ts';

/** What a page holds on to. */
export interface Held {
  readonly heapMB: number;
  readonly nodes: number;
  readonly listeners: number;
  /** On the disk: its databases, which give room back only now and then, and its caches. */
  readonly databasesMB: number;
  readonly cachesMB: number;
  /** In each store of each database, and in each cache. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Says of a page what it holds at this moment, after the engine has let go of what it need not keep. */
export async function holdingOf(page: Page, devtools: CDPSession): Promise<() => Promise<Held>> {
  await devtools.send('Performance.enable');
  const { origin } = new URL(page.url());
  return async () => {
    for (let n = 0; n < 2; n += 1) await devtools.send('HeapProfiler.collectGarbage');
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
    const { usageBreakdown } = await devtools.send('Storage.getUsageAndQuota', { origin });
    const megabytes = (type: string): number =>
      rounded((usageBreakdown.find(({ storageType }) => storageType === type)?.usage ?? 0) / 1e6);
    return {
      heapMB: rounded(metric('JSHeapUsedSize') / 1e6),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      databasesMB: megabytes('indexeddb'),
      cachesMB: megabytes('cache_storage'),
      rows: await page.evaluate(rowsKept),
    };
  };
}

/** In the page: how many rows each store has, and how many answers each cache. */
async function rowsKept(): Promise<Record<string, number>> {
  const rows: Record<string, number> = {};
  const answer = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  // A device's own store is in a bucket where the engine has such.
  const factories = [indexedDB];
  const { storageBuckets } = navigator;
  for (const bucket of (await storageBuckets?.keys()) ?? []) {
    const opened = await storageBuckets?.open(bucket, { durability: 'strict', persisted: true });
    if (opened !== undefined) factories.push(opened.indexedDB);
  }
  for (const factory of factories) {
    for (const { name = '' } of await factory.databases()) {
      const database = await answer(factory.open(name));
      for (const store of Array.from(database.objectStoreNames))
        rows[`${name} ${store}`] = await answer(database.transaction(store).objectStore(store).count());
      database.close();
    }
  }
  for (const name of await caches.keys())
    rows[`cache ${name}`] = (await (await caches.open(name)).keys()).length;
  return rows;
}
