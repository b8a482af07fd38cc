import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { startHub, type HubProcess } from '../support/hub.ts';

/** Every part of the app that a device brings is asked for by itself: five hundred of them, and of a thousand screens. */
describe('what the hub does to send a part of the app', () => {
  let folder: string;
  let appDir: string;
  let hub: HubProcess;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-files-'));
    appDir = join(folder, 'app');
    await mkdir(join(appDir, 'assets'), { recursive: true });
    await writeFile(join(appDir, 'screen.html'), '<!doctype html><title>screen</title>');
    await writeFile(join(appDir, 'assets', 'main-abc.js'), 'export {};');
    const traced = `--trace-event-categories=node.fs.async --trace-event-file-pattern=${join(folder, '${pid}.${rotation}.trace')}`;
    hub = await startHub({ env: { LELING_APP: appDir, NODE_OPTIONS: traced } });
  });
  after(async () => {
    await hub.dispose();
    await rm(folder, { recursive: true });
  });

  test('nothing outside the app is sent, however it is asked for', async () => {
    await writeFile(join(folder, 'hub.sqlite'), 'the truth');
    for (const path of [
      '/../hub.sqlite',
      '/..%2fhub.sqlite',
      '/assets/..%2f..%2fhub.sqlite',
      '/%2e%2e/hub.sqlite',
    ])
      assert.ok((await statusOf(hub.url, path)) >= 400, path);
  });

  test('it reads the file, and no list of all that lie beside it, or a press waits behind those lists', async () => {
    const response = await fetch(`${hub.url}/assets/main-abc.js`, { headers: { 'accept-encoding': 'br' } });
    assert.equal(await response.text(), 'export {};');
    // What was traced is written whole when it ends.
    await hub.kill();
    const done = await tracedIn(folder);
    assert.ok(
      done.some(({ name, path }) => name === 'open' && path.startsWith(appDir)),
      'that it opened the file was traced',
    );
    assert.deepEqual(
      done.filter(({ name, path }) => name === 'scandir' && path.startsWith(appDir)),
      [],
    );
  });
});

/** As it is written: `fetch` would tidy it up first. */
async function statusOf(origin: string, path: string): Promise<number> {
  const request = get(origin, { path });
  const [response]: IncomingMessage[] = await once(request, 'response');
  response?.resume();
  return response?.statusCode ?? 0;
}

interface Traced {
  readonly name: string;
  readonly path: string;
}

/** What the hub's process had its engine do with files. */
async function tracedIn(folder: string): Promise<readonly Traced[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.trace'));
  const all: Traced[] = [];
  for (const name of names) {
    const { traceEvents }: { traceEvents: { name: string; args?: { path?: string } }[] } = JSON.parse(
      await readFile(join(folder, name), 'utf8'),
    );
    for (const one of traceEvents) all.push({ name: one.name, path: one.args?.path ?? '' });
  }
  return all;
}
