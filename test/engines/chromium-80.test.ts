import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { engineFlags, ensureEngine } from '../../src/setup/engines.mjs';
import { consoleWorks } from './doings.ts';
import { startHub, type HubProcess } from '../support/hub.ts';

/** What these tests use of puppeteer 10: it is fetched with the old engine, and has no types here. */
interface OldPage {
  on(event: 'console', listener: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  setViewport(size: { width: number; height: number }): Promise<void>;
  goto(url: string, options: { timeout: number }): Promise<unknown>;
  waitForFunction(body: string, options: { timeout: number; polling: number }): Promise<unknown>;
  evaluate(body: string): Promise<unknown>;
}
interface OldBrowser {
  version(): Promise<string>;
  newPage(): Promise<OldPage>;
  close(): Promise<void>;
}
interface Puppeteer {
  launch(options: object): Promise<OldBrowser>;
}

/** Nothing is late before that: a busy machine is slow. */
const WAITS_MS = 120_000;

/**
 * The engine of 2020 sets in many a hall: what is not said in its language is a black screen there. A console is promised for newer
 * ones; a kitchen's old PC is to do its work all the same.
 */
describe('in Chromium 80', { timeout: 600_000 }, () => {
  let hub: HubProcess;
  let browser: OldBrowser;

  before(async () => {
    const engine = await ensureEngine(80);
    const puppeteer: Puppeteer = createRequire(import.meta.url)(engine.puppeteer);
    hub = await startHub();
    browser = await puppeteer.launch({
      executablePath: engine.program,
      args: engineFlags,
      env: { ...process.env, LD_LIBRARY_PATH: engine.libraryPath },
    });
    assert.match(await browser.version(), /Chrome\/80\./);
  });

  after(async () => {
    await browser?.close();
    await hub?.dispose();
  });

  /** Opens a face and gives what its console had to complain of until it was ready. */
  async function complaints(
    link: string,
    size: { width: number; height: number },
    use: (page: OldPage) => Promise<void> = async () => undefined,
  ): Promise<string[]> {
    const page = await browser.newPage();
    const found: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') found.push(message.text());
    });
    page.on('pageerror', (error) => found.push(error.message));
    await page.setViewport(size);
    await page.goto(link, { timeout: WAITS_MS });
    const ready = 'performance.getEntriesByName("leling:ready").length > 0';
    await page.waitForFunction(ready, { timeout: WAITS_MS, polling: 100 }).catch((error: Error) => {
      // What it complains of is why it does not come.
      if (found.length === 0) throw error;
    });
    await use(page).catch((error: Error) => {
      if (found.length === 0) throw error;
    });
    return found;
  }

  it('the kiosk starts and has nothing to complain of', async () => {
    const link = hub.links.kiosk;
    assert.ok(link);
    assert.deepEqual(await complaints(link, { width: 1080, height: 1920 }), []);
  });

  it('the dining-hall screen starts and has nothing to complain of', async () => {
    const link = hub.links.screens['dining-hall'];
    assert.ok(link);
    assert.deepEqual(await complaints(link, { width: 1920, height: 1080 }), []);
  });

  it('the console opens, shows each of its pages and a sheet, and has nothing to complain of', async () => {
    const link = hub.links.staff['manager'];
    assert.ok(link);
    assert.deepEqual(await complaints(link, { width: 1366, height: 768 }, consoleWorks), []);
  });
});
