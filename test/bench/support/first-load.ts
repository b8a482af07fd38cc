import type { BrowserContext, Page } from 'playwright-core';
import { untilReady } from './chrome.ts';

/** A face's first load on a profile that has never seen the hub, and its next start. */
export interface Load {
  /** From the opening of the link until every bucket is on the device, ms. */
  readonly loadedMs: number;
  /** What came over the network meanwhile, bytes: the page, its code and the rows. */
  readonly bytes: number;
  /** From the navigation to `leling:ready` at the next start, the hub there, ms. */
  readonly againMs: number;
}

const QUIET_MS = 3000;
const LOOK_MS = 100;
const LOOKS = 3000;

export async function measureLoad(browser: BrowserContext, link: string): Promise<Load> {
  const page = await browser.newPage();
  const session = await browser.newCDPSession(page);
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.dataReceived', ({ encodedDataLength }) => (bytes += encodedDataLength));
  const started = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await untilReady(page, 200_000);
  await untilLoaded(page);
  const loadedMs = performance.now() - started;
  // The typeface comes by itself, sooner or later: what counts is all of it, whenever it was asked for.
  await untilQuiet(() => bytes);
  const loaded = bytes;
  const again: number[] = [];
  for (let lap = 0; lap < 3; lap += 1) {
    await page.reload({ waitUntil: 'commit' });
    again.push(await untilReady(page));
  }
  await page.close();
  return { loadedMs, bytes: loaded, againMs: again.sort((a, b) => a - b)[1] ?? 0 };
}

/** Until nothing has come for a while. */
async function untilQuiet(received: () => number): Promise<void> {
  for (let before = -1; before !== received();) {
    before = received();
    await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  }
}

/** Until every bucket that the page's actor is granted lies whole on the device. */
async function untilLoaded(page: Page): Promise<void> {
  for (let look = 0; !(await page.evaluate(allLoaded)); look += 1) {
    if (look === LOOKS) throw new Error('the device is not loaded after five minutes');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** In the page: looks into the client's own records. */
async function allLoaded(): Promise<boolean> {
  const buckets = Reflect.get(navigator, 'storageBuckets') as
    | { open(name: string): Promise<{ indexedDB: IDBFactory }> }
    | undefined;
  const factory = buckets === undefined ? indexedDB : (await buckets.open('leling')).indexedDB;
  const done = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('the store cannot be read'));
    });
  for (const { name = '' } of await factory.databases()) {
    if (!name.startsWith('leling:')) continue;
    const db = await done(factory.open(name));
    try {
      if (!db.objectStoreNames.contains('meta')) continue;
      const all: { grants?: string[] | null; bucket?: string; loaded?: boolean }[] = await done(
        db.transaction('meta').objectStore('meta').getAll(),
      );
      const grants = all.find((one) => Array.isArray(one.grants))?.grants ?? [];
      const loaded = new Set(all.filter((one) => one.loaded === true).map((one) => one.bucket));
      if (grants.length > 2 && grants.every((bucket) => loaded.has(bucket))) return true;
    } finally {
      db.close();
    }
  }
  return false;
}
