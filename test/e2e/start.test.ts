import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { LinksJson } from '../../src/hub/start-links.ts';
import { Browser } from '../support/browser.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The README's own command, as a person or a service manager runs it. */
describe('npm start', { timeout: 600_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'leling-start-'));
  const file = join(folder, 'links.json');
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it and waits for the links; `stop` sends SIGTERM to npm itself and gives its exit code. */
  async function start(): Promise<{
    links: LinksJson;
    output: () => string;
    stop: () => Promise<number | null>;
  }> {
    rmSync(file, { force: true });
    const { NODE_OPTIONS: _, ...env } = process.env;
    const npm = spawn('npm', ['start', '--', '--links-json', file], {
      cwd: root,
      env: { ...env, PORT: '0', LELING_DATA: join(folder, 'data') },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const closed = once(npm, 'close');
    let output = '';
    npm.stderr.on('data', (data: Buffer) => (output += data.toString()));
    await new Promise<void>((resolve, reject) => {
      npm.stdout.on('data', (data: Buffer) => {
        output += data.toString();
        // The last line of the greeting: the links are written before it is printed.
        if (/\/link\/\S+\s*$/.test(output)) resolve();
      });
      void closed.then(() => reject(new Error(`npm start ended:\n${output}`)));
    });
    return {
      links: JSON.parse(readFileSync(file, 'utf8')),
      output: () => output,
      async stop() {
        npm.kill('SIGTERM');
        await closed;
        return npm.exitCode;
      },
    };
  }

  it('serves a centre, stops cleanly when told to, and asks a paired device nothing at the next start', async () => {
    const first = await start();
    const kiosk = new Browser(first.links.hub);
    await kiosk.open(first.links.kiosk ?? '');
    assert.equal((await kiosk.get('/api/me')).status, 200);
    assert.equal(await first.stop(), 0, first.output());
    await assert.rejects(fetch(first.links.hub), 'the hub has outlived npm');
    const second = await start();
    const same = kiosk.copy(second.links.hub);
    assert.equal((await same.get('/api/me')).status, 200);
    assert.doesNotMatch(second.output(), /Installing/);
    assert.equal(await second.stop(), 0, second.output());
  });
});
