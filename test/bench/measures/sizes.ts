import { gzipSync } from 'node:zlib';
import { bytesToPaint, kB } from '../../support/budgets.ts';
import { atMost, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome, untilReady } from '../support/chrome.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

/**
 * What a face needs in JavaScript and CSS to its first useful paint: everything whose loading had begun when it called
 * itself ready, on a profile that has never seen it, each file gzipped by itself.
 */
export const sizes: Measure = async (context) => {
  const { hub } = await startSeededHub(context);
  const links = {
    screen: hub.links.screens['dining-hall'],
    kiosk: hub.links.kiosk,
    staff: hub.links.staff['manager'],
  };
  const figures: Figure[] = [];
  for (const face of ['screen', 'kiosk', 'staff'] as const) {
    const link = links[face];
    if (link === undefined || link === null) throw new Error(`the hub has no link for the ${face}`);
    const browser = await openChrome(context, glasses[face]);
    const page = await browser.newPage();
    await page.goto(link);
    await untilReady(page);
    const addresses = await page.evaluate(() => {
      const ready = performance.getEntriesByName('leling:ready')[0]?.startTime ?? 0;
      return performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => startTime < ready && /\.(js|css)$/.test(new URL(name).pathname))
        .map(({ name }) => name);
    });
    const files = await Promise.all([...new Set(addresses)].map(weigh));
    files.sort((a, b) => b.gz - a.gz);
    const sum = files.reduce((total, file) => total + file.gz, 0);
    const detail = { files };
    figures.push(
      atMost(`JS and CSS to first useful paint, ${face} (kB gz)`, sum / kB, bytesToPaint[face] / kB, detail),
    );
    await browser.close();
  }
  return figures;
};

async function weigh(address: string): Promise<{ name: string; gz: number }> {
  const body = Buffer.from(await (await fetch(address)).arrayBuffer());
  return {
    name: new URL(address).pathname.split('/').pop() ?? '',
    gz: gzipSync(body, { level: 9 }).length,
  };
}
