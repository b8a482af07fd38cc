import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { BrowserContext, Page } from 'playwright-core';
import type { BenchContext } from '../figures.ts';
import type {} from '../page/main.ts';
import type { SeededHub } from './seeded-hub.ts';

const pageFolder = fileURLToPath(new URL('../page/', import.meta.url));

/** Builds the page that runs the product's own store, for a hub to serve as its kiosk. Returns the folder. */
export async function buildBenchApp(context: BenchContext): Promise<string> {
  const outDir = join(context.cacheDir, 'bench-app');
  await build({
    configFile: false,
    root: pageFolder,
    logLevel: 'warn',
    // The product's own target, so that it is the product's code that runs.
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome79',
      assetsInlineLimit: 0,
      rolldownOptions: { input: join(pageFolder, 'kiosk.html') },
    },
  });
  return outDir;
}

/** Opens the bench page as the hub's kiosk. */
export async function openBenchPage(browser: BrowserContext, { hub }: SeededHub): Promise<Page> {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::')) console.error(message.text());
  });
  await page.goto(`${hub.url}/kiosk?device=lobby-kiosk`);
  await page.waitForFunction(() => document.title === 'ready');
  return page;
}

/** Makes the profile the hub's kiosk. */
export async function pairKiosk(browser: BrowserContext, { hub }: SeededHub): Promise<void> {
  const page = await browser.newPage();
  const { kiosk } = hub.links;
  if (kiosk === null) throw new Error('the hub has no link for the kiosk');
  await page.goto(kiosk);
  await page.close();
}
