import { createRequire } from 'node:module';
import { chromiumFlags, ensureChromium, ensureDebianPackages } from '../../../src/setup/browser.mjs';
import { engineFlags, ensureEngine, ensurePuppeteer, type OldEngine } from '../../../src/setup/engines.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Driven, Engine } from './driver.ts';

/** What is used of puppeteer: it is fetched with the engines, and has no types here. */
interface Page {
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
  return {
    version: await browser.version(),
    async goto(url, { width, height }) {
      await page.setViewport({ width, height });
      await page.goto(url, { waitUntil: 'domcontentloaded', timeout: 60_000 });
    },
    evaluate: (expression) => page.evaluate(expression),
    close: () => browser.close(),
  };
}

export const oldChromium = (version: OldEngine): Engine => ({
  name: `Chromium ${version}`,
  cannot: {},
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
