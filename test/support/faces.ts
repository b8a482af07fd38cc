import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, ensureChromium } from '../../src/setup/browser.mjs';

/** The glass each face stands on. */
export const glass = {
  kiosk: { width: 1080, height: 1920 },
  screen: { width: 1920, height: 1080 },
  staff: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
} as const;

/** One browser with a profile that outlives it: closed and opened again it starts cold, from what it has kept. */
export class Profile {
  readonly #folder = mkdtempSync(join(tmpdir(), 'leling-profile-'));
  #browser: BrowserContext | undefined;
  /** What the pages' consoles said that is an error, in order. */
  readonly errors: string[] = [];

  async open(): Promise<void> {
    this.#browser = await chromium.launchPersistentContext(this.#folder, {
      executablePath: await ensureChromium(),
      headless: true,
      args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required'],
    });
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /** Opens a page of a face and waits until its first useful content is painted. */
  async face(kind: keyof typeof glass, url: string): Promise<Page> {
    if (this.#browser === undefined) throw new Error('the browser is not open');
    const page = await this.#browser.newPage();
    await page.setViewportSize(glass[kind]);
    page.on('pageerror', (error) => this.errors.push(`${url}: ${error.stack ?? error.message}`));
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => performance.getEntriesByName('leling:ready').length > 0);
    return page;
  }

  /** Waits until a page has all it needs to start without its hub. */
  async keptOffline(page: Page): Promise<void> {
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  async dispose(): Promise<void> {
    await this.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
