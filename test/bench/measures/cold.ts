import type { BrowserContext } from 'playwright-core';
import { atMost, median, rounded, worst, type Figure, type Measure } from '../figures.ts';
import { glasses, openChrome, slowDown, untilReady } from '../support/chrome.ts';
import { startSeededHub } from '../support/seeded-hub.ts';

const SLOW_DOWN = 6;
const targets = { screen: 700, kiosk: 900 } as const;

/** How long a face takes to its first useful paint from what the browser holds, the hub killed or hung, on a slow machine. */
export const cold: Measure = async (context) => {
  const { hub } = await startSeededHub(context);
  const figures: Figure[] = [];
  const runs = context.quick ? 3 : 10;
  const links = { screen: hub.links.screens['dining-hall'], kiosk: hub.links.kiosk };
  const browsers = new Map<'screen' | 'kiosk', BrowserContext>();
  for (const face of ['screen', 'kiosk'] as const) {
    const browser = await openChrome(context, glasses[face]);
    const link = links[face];
    if (link === undefined || link === null) throw new Error(`the hub has no link for the ${face}`);
    await settle(browser, link);
    browsers.set(face, browser);
  }
  for (const hubIs of ['down', 'hung'] as const) {
    if (hubIs === 'down') await hub.kill('SIGKILL');
    else {
      await hub.restart();
      hub.pause();
    }
    for (const [face, browser] of browsers) {
      const laps: number[] = [];
      const rates: number[] = [];
      for (let run = 0; run < runs; run += 1) {
        const lap = await coldStart(browser, `${hub.url}/${face}`);
        laps.push(lap.ms);
        rates.push(lap.rate);
      }
      context.say(`cold ${face}, hub ${hubIs}: ${laps.map(Math.round).join(' ')}`);
      const name = `cold start, ${face}, hub ${hubIs}, ${SLOW_DOWN}x slower (ms to leling:ready`;
      const detail = { laps: laps.map(Math.round), slowDownFound: rounded(median(rates)) };
      figures.push(atMost(`${name}, median)`, median(laps), targets[face], detail));
      figures.push(atMost(`${name}, worst)`, worst(laps), targets[face]));
    }
  }
  return figures;
};

/** Opens the face by its link and stays until the app and its rows are on the device. */
async function settle(browser: BrowserContext, link: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(link);
  await untilReady(page);
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active !== null && active.state !== 'activated')
      await new Promise((resolve) => active.addEventListener('statechange', resolve));
  });
  // A second visit comes from the worker; it brings the typeface, which a first one may have begun without.
  await page.reload();
  await untilReady(page);
  await page.waitForFunction(holdsTypeface, undefined, { timeout: 120_000, polling: 500 });
  await page.close();
}

async function coldStart(browser: BrowserContext, address: string): Promise<{ ms: number; rate: number }> {
  const page = await browser.newPage();
  const session = await slowDown(browser, page, SLOW_DOWN);
  // A hub that hangs never ends some loading; the face must not care.
  await page.goto(address, { waitUntil: 'commit' });
  const ms = await untilReady(page);
  // Whether the slow-down held: the same work with and without it.
  const slow = await page.evaluate(busy);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const fast = await page.evaluate(busy);
  await page.close();
  return { ms, rate: slow / fast };
}

function busy(): number {
  const started = performance.now();
  let sum = 0;
  for (let n = 0; n < 6e7; n += 1) sum = (sum * 31 + n) | 0;
  return performance.now() - started + (sum === 0.5 ? 1 : 0);
}

/** In the page: whether every part of the typeface that its styles name is on the device. */
async function holdsTypeface(): Promise<boolean> {
  const parts = Array.from(document.styleSheets)
    .flatMap(({ cssRules }) => Array.from(cssRules))
    .filter((rule) => rule instanceof CSSFontFaceRule);
  const held = await (await caches.open('leling-fonts')).keys();
  return parts.length > 0 && held.length >= parts.length;
}
