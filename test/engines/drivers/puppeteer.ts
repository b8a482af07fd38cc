import { createRequire } from 'node:module';
import { chromiumFlags, ensureChromium, ensureDebianPackages } from '../../../src/setup/browser.mjs';
import { engineFlags, ensureEngine, ensurePuppeteer, type OldEngine } from '../../../src/setup/engines.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Driven, Engine } from './driver.ts';

/** What is used of puppeteer: it is fetched with the engines, and has no types here. */
interface ConsoleMessage {
  type(): string;
  text(): string;
  args(): readonly { evaluate(said: (value: unknown) => string): Promise<string> }[];
}
interface Page {
  on(event: 'console', listener: (message: ConsoleMessage) => void): void;
  on(event: 'pageerror', listener: (error: Error) => void): void;
  url(): string;
  setViewport(size: { width: number; height: number }): Promise<void>;
  goto(url: string, options: { waitUntil: 'domcontentloaded'; timeout: number }): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
}
interface Browser {
  version(): Promise<string>;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}
interface Puppeteer {
  launch(options: object): Promise<Browser>;
}

async function launch(path: string, options: object): Promise<Driven> {
  const puppeteer: Puppeteer & { default?: Puppeteer } = createRequire(join(path, 'package.json'))(
    'puppeteer-core',
  );
  const browser = await (puppeteer.default ?? puppeteer).launch(options);
  const page = await browser.newPage();
  const errors: string[] = [];
  // What a page was fetching is cut off as another is opened: nobody sees that one any more.
  let left: string | null = null;
  const isLeft = (): boolean => left !== null && page.url() === left;
  page.on('pageerror', (error) => {
    if (!isLeft()) errors.push(error.message);
  });
  page.on('console', (message) => {
    if (message.type() !== 'error' || isLeft()) return;
    const at = errors.push(message.text()) - 1;
    // Of an error that was said itself, Firefox tells only that it was one.
    if (/JSHandle/.test(message.text()))
      wordsOf(message).then(
        (words) => (errors[at] = words),
        () => undefined,
      );
  });
  return {
    errors,
    version: await browser.version(),
    async goto(url, { width, height }) {
      await page.setViewport({ width, height });
      left = page.url();
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
      left = null;
    },
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

async function wordsOf(message: ConsoleMessage): Promise<string> {
  const words = message
    .args()
    .map((one) =>
      one.evaluate((value) => (value instanceof Error ? `${value.message} ${value.stack}` : String(value))),
    );
  return (await Promise.all(words)).join(' ');
}

/** What is wrong with a build itself; the page on it signs in anew by its proof each time, and says so. */
const OWN_FAULTS: Partial<Record<OldEngine, Engine['cannot']>> = {
  108: {
    stand: 'this build of it loses all cookies every half minute: its network process ends as it writes them',
  },
};

export const oldChromium = (version: OldEngine): Engine => ({
  name: `Chromium ${version}`,
  cannot: OWN_FAULTS[version] ?? {},
  async start(profile) {
    const engine = await ensureEngine(version);
    return launch(engine.puppeteer, {
      executablePath: engine.program,
      args: [...engineFlags, '--autoplay-policy=no-user-gesture-required'],
      userDataDir: profile,
      env: { ...process.env, LD_LIBRARY_PATH: engine.libraryPath },
    });
  },
});

export const thisChromium: Engine = {
  name: 'Chromium of this machine',
  cannot: {},
  async start(profile) {
    return launch(await ensurePuppeteer(), {
      executablePath: await ensureChromium(),
      args: [...chromiumFlags, '--autoplay-policy=no-user-gesture-required'],
      userDataDir: profile,
      headless: true,
    });
  },
};

export const firefox: Engine = {
  name: 'Firefox ESR',
  cannot: {},
  async start(profile) {
    if (!existsSync('/usr/bin/firefox-esr')) await ensureDebianPackages(['firefox-esr']);
    return launch(await ensurePuppeteer(), {
      browser: 'firefox',
      executablePath: '/usr/bin/firefox-esr',
      userDataDir: profile,
      headless: true,
      extraPrefsFirefox: { 'media.autoplay.default': 0, 'media.autoplay.blocking_policy': 0 },
    });
  },
};
