import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import type { BenchContext } from '../figures.ts';

/** How this machine starts a Chromium. */
export const browserFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Glass {
  readonly width: number;
  readonly height: number;
}

/** The panels of the sample devices. */
export const glasses = {
  kiosk: { width: 1080, height: 1920 },
  screen: { width: 1920, height: 1080 },
  staff: { width: 1280, height: 800 },
} as const;

/** A Chromium with a profile on the disk: a window without one keeps its databases in memory only. */
export async function openChrome(context: BenchContext, viewport: Glass): Promise<BrowserContext> {
  const browser = await chromium.launchPersistentContext(await context.scratch(), {
    executablePath: context.chromium,
    args: browserFlags,
    viewport,
  });
  context.afterwards(() => browser.close());
  return browser;
}

/** Waits for `leling:ready`, and gives milliseconds since the navigation began. */
export async function untilReady(page: Page, timeout = 30_000): Promise<number> {
  const mark = await page.waitForFunction(
    () => performance.getEntriesByName('leling:ready')[0]?.startTime,
    undefined,
    { timeout, polling: 50 },
  );
  return mark.evaluate((ms) => ms ?? 0);
}

/** Makes a page's processor slower by a factor. */
export async function slowDown(browser: BrowserContext, page: Page, rate: number): Promise<CDPSession> {
  const session = await browser.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return session;
}
