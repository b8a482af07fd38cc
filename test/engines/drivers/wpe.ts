import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { ensureDebianPackages } from '../../../src/setup/browser.mjs';
import { until } from '../../support/until.ts';
import type { Driven, Engine } from './driver.ts';

const PORT = 9517;

/** WPE WebKit, as on small boxes without a desktop, driven by WebDriver. */
export const wpe: Engine = {
  name: 'WPE WebKit',
  cannot: {
    'no overlap': 'its window without a display is 800 × 600, smaller than any set: nothing is measured',
    'cold start': 'an automated WPE keeps nothing on disk: the pages are opened anew in the same run',
  },
  async start() {
    const programs = ['/usr/bin/cog', '/usr/bin/WPEWebDriver'];
    if (!programs.every(existsSync)) await ensureDebianPackages(['cog', 'wpewebkit-driver']);
    const driver = spawn('WPEWebDriver', [`--port=${PORT}`], { stdio: 'ignore' });
    const base = `http://127.0.0.1:${PORT}`;
    const ask = async (path: string, body?: object): Promise<{ value: unknown }> => {
      const response = await fetch(`${base}${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: { value: unknown } = JSON.parse(await response.text());
      if (!response.ok) throw new Error(JSON.stringify(answer.value).slice(0, 500));
      return answer;
    };
    await until(() => ask('/status'));
    const binary = { binary: '/usr/bin/cog', args: ['--automation', '--platform=headless'] };
    const made = await ask('/session', {
      capabilities: { alwaysMatch: { 'wpe:browserOptions': binary } },
    }).catch((error: Error) => {
      driver.kill();
      throw error;
    });
    const session = made.value as { sessionId: string; capabilities: { browserVersion?: string } };
    const at = `/session/${session.sessionId}`;
    await ask(`${at}/timeouts`, { script: 60_000, pageLoad: 60_000 });
    return {
      // WebDriver tells of none: a page keeps its own, which are looked at with the others'.
      errors: [],
      version: `WPE ${session.capabilities.browserVersion ?? ''}`,
      async goto(url) {
        await ask(`${at}/url`, { url });
      },
      async evaluate(expression) {
        const script =
          'var done = arguments[arguments.length - 1]; Promise.resolve().then(function () { return ' +
          `(${expression}); }).then(done, function (error) { done({ failed: String(error) }); });`;
        const { value } = await ask(`${at}/execute/async`, { script, args: [] });
        if (typeof value === 'object' && value !== null && 'failed' in value)
          throw new Error(String(value.failed));
        return value;
      },
      async close() {
        await fetch(`${base}${at}`, { method: 'DELETE' }).catch(() => undefined);
        driver.kill();
      },
    } satisfies Driven;
  },
};
