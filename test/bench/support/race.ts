import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import type { BenchContext } from '../figures.ts';
import { preparePeers } from '../peers/prepare.ts';
import { wantedSum, type Lap } from '../peers/rows.ts';
import { startPeersServer } from '../peers/server.ts';
import { buildBenchApp, openBenchPage, pairKiosk } from './bench-app.ts';
import { glasses, openChrome } from './chrome.ts';
import { startSeededHub, type SeededHub } from './seeded-hub.ts';

/** What test/bench/peers/page puts on its page. */
interface Contenders {
  readonly raw: { firstPull(origin: string, total: number, page: number): Promise<Lap> };
  readonly pouch: {
    firstPull(origin: string, batch: number): Promise<Lap>;
    drain(origin: string, remote: string, total: number, batch: number): Promise<Lap>;
  };
  readonly rx: {
    firstPull(origin: string, batch: number): Promise<Lap>;
    drain(origin: string, total: number, batch: number): Promise<Lap>;
  };
}

declare global {
  // eslint-disable-next-line no-var
  var contenders: Contenders;
}

export type Peer = 'pouch' | 'rx';

/** The product's store and its peers side by side: one browser, one profile, one disk. */
export interface Race {
  readonly browser: BrowserContext;
  readonly seeded: SeededHub;
  readonly total: number;
  /** The page of the peers and raw IndexedDB, with the origin of their server. */
  readonly peers: { readonly page: Page; readonly origin: string };
  /** A fresh page with the product's store, still empty. */
  fresh(): Promise<Page>;
}

export async function startRace(context: BenchContext, total: number): Promise<Race> {
  const source = fileURLToPath(new URL('../peers/', import.meta.url));
  const prepared = await preparePeers(context.cacheDir, source);
  const server = await startPeersServer(prepared.peers, prepared.page, await context.scratch(), total);
  context.afterwards(() => server.close());
  const seeded = await startSeededHub(context, { members: total, appDir: await buildBenchApp(context) });
  const browser = await openChrome(context, glasses.kiosk);
  await pairKiosk(browser, seeded);
  const page = await browser.newPage();
  await page.goto(`${server.origin}/page/`);
  await page.waitForFunction(() => document.title === 'ready');
  let stores = 0;
  return {
    browser,
    seeded,
    total,
    peers: { page, origin: server.origin },
    async fresh() {
      stores += 1;
      const kiosk = await openBenchPage(browser, seeded);
      await kiosk.evaluate((name) => bench.open(name), `bench-${stores}`);
      return kiosk;
    },
  };
}

/** A lap that ended with other rows than it ought to does not count. */
export function checked(who: string, lap: Lap, total: number): number {
  const wanted = wantedSum(total);
  if (lap.count !== wanted.count || lap.hash !== wanted.hash)
    throw new Error(
      `${who} ended with ${lap.count} rows (${lap.hash}), not ${wanted.count} (${wanted.hash})`,
    );
  return lap.ms;
}

/** Runs a peer at each of the batch sizes and gives its best time; one that fails at a size has no time for it. */
export async function bestOf(
  who: Peer,
  batches: readonly number[],
  lap: (batch: number) => Promise<number>,
): Promise<{ readonly ms: number; readonly laps: Readonly<Record<string, number | string>> }> {
  const laps: Record<string, number | string> = {};
  let best = Infinity;
  for (const batch of batches) {
    try {
      const ms = await lap(batch);
      laps[batch] = Math.round(ms);
      best = Math.min(best, ms);
    } catch (error) {
      laps[batch] = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    }
  }
  if (best === Infinity) throw new Error(`${who} failed at every batch size: ${JSON.stringify(laps)}`);
  return { ms: best, laps };
}

/** The batch sizes that each peer is given to be at its best. */
export const batchSizes = (context: BenchContext): readonly number[] =>
  context.quick ? [1000, 2500] : [500, 1000, 2500, 5000];
