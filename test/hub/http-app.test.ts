import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { id } from '../../src/kernel/ids.ts';
import { byteRange } from '../../src/hub/media/byte-range.ts';
import { root } from '../../src/hub/start-hub.ts';
import type { Browser } from '../support/browser.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';

describe('the built app', () => {
  let hub: TestHub;
  let appDir: string;
  before(async () => {
    appDir = await mkdtemp(join(tmpdir(), 'leling-app-'));
    await mkdir(join(appDir, 'assets'));
    for (const page of ['index', 'kiosk', 'screen', 'staff', 'self-check', 'come']) {
      await writeFile(join(appDir, `${page}.html`), `<!doctype html><title>${page}</title>`);
    }
    await writeFile(join(appDir, 'sw.js'), '// worker');
    await writeFile(join(appDir, 'build.json'), '{}');
    await writeFile(join(appDir, 'manifest.webmanifest'), '{}');
    await writeFile(join(appDir, 'assets', 'main-abc.js'), 'export {};');
    await writeFile(join(appDir, 'assets', 'main-abc.js.br'), 'compressed');
    hub = await testHub({ appDir });
  });
  after(async () => {
    await hub.dispose();
    await rm(appDir, { recursive: true });
  });

  test('each face has its plain address, whose page is asked for again each time', async () => {
    for (const page of ['kiosk', 'screen', 'staff', 'self-check', 'come']) {
      const response = await hub.browser().fetch(`/${page}?device=x`);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('cache-control'), 'no-cache');
      assert.match(await response.text(), new RegExp(`<title>${page}</title>`));
    }
    assert.match(await (await hub.browser().fetch('/')).text(), /<title>index/);
  });

  test('the worker and the manifest are asked for again; assets never', async () => {
    const caching = async (path: string): Promise<string | null> =>
      (await hub.browser().fetch(path)).headers.get('cache-control');
    assert.equal(await caching('/sw.js'), 'no-cache');
    assert.equal(await caching('/build.json'), 'no-cache');
    assert.equal(await caching('/manifest.webmanifest'), 'no-cache');
    assert.equal(await caching('/assets/main-abc.js'), 'public, max-age=31536000, immutable');
  });

  test('its list says when this process was started, by which a device knows the latest of several', async () => {
    const started = async (path: string): Promise<number> =>
      Number((await hub.browser().fetch(path)).headers.get('leling-started'));
    assert.ok((await started('/build.json')) > 0);
    assert.equal(await started('/build.json'), await started('/build.json'));
    assert.equal(await started('/kiosk'), 0);
  });

  test('no page stands in the place of a part of the app that is not there', async () => {
    const response = await hub.browser().fetch('/assets/gone-abc.js', { headers: { accept: 'text/html' } });
    assert.equal(response.status, 404);
    assert.doesNotMatch(response.headers.get('content-type') ?? '', /html/);
  });

  test('what the build has compressed is sent so', async () => {
    const response = await hub.hub.app.inject({
      url: '/assets/main-abc.js',
      headers: { 'accept-encoding': 'br' },
    });
    assert.equal(response.headers['content-encoding'], 'br');
    assert.equal(response.body, 'compressed');
    assert.match(String(response.headers['content-type']), /javascript/);
  });

  test('pages run no inline script, no eval, and nothing from elsewhere', async () => {
    const { headers } = await hub.browser().fetch('/kiosk');
    const policy = new Map(
      (headers.get('content-security-policy') ?? '').split(';').map((part) => {
        const [name = '', ...sources] = part.trim().split(' ');
        return [name, sources];
      }),
    );
    assert.deepEqual(policy.get('script-src'), ["'self'"]);
    assert.deepEqual(policy.get('default-src'), ["'self'"]);
    assert.deepEqual(policy.get('style-src'), ["'self'"]);
    assert.deepEqual(policy.get('object-src'), ["'none'"]);
    assert.deepEqual(policy.get('frame-ancestors'), ["'none'"]);
    assert.equal(policy.has('upgrade-insecure-requests'), false, 'it would break a hub on plain http');
    assert.equal(headers.get('x-content-type-options'), 'nosniff');
    assert.equal(headers.get('strict-transport-security'), null);
  });

  test('a hub without a build says so on a page a person can read', async () => {
    const bare = await testHub({ appDir: join(appDir, 'nowhere') });
    const response = await bare.browser().fetch('/kiosk');
    assert.equal(response.status, 503);
    assert.match(await response.text(), /页面还没有准备好[\s\S]*npm run build/);
    await bare.dispose();
  });
});

describe('media', () => {
  let hub: TestHub;
  let kiosk: Browser;
  let bytes: Buffer;
  let path: string;
  before(async () => {
    hub = await testHub();
    kiosk = await hub.opened(hub.links.json.kiosk);
    bytes = await readFile(join(root, 'public', 'media', 'baduanjin.mp4'));
    path = `/media/${createHash('sha256').update(bytes).digest('hex')}`;
  });
  after(() => hub.dispose());

  test('the film is in the centre’s list, with the hash of every chunk', async () => {
    const items = await hub.sync.read(id('sample'), (tx) => tx.list('centre', 'media'));
    const film = items.find((one) => path.endsWith(one.id));
    assert.equal(film?.sizeBytes, bytes.length);
    assert.equal(
      film?.chunks[0],
      createHash('sha256')
        .update(bytes.subarray(0, 4 * 1024 * 1024))
        .digest('hex'),
    );
  });

  test('a whole file, for ever', async () => {
    const whole = await kiosk.get(path);
    assert.equal(whole.status, 200);
    assert.equal(whole.headers.get('content-type'), 'video/mp4');
    assert.match(whole.headers.get('cache-control') ?? '', /immutable/);
    assert.equal(whole.headers.get('accept-ranges'), 'bytes');
    assert.ok(Buffer.from(await whole.arrayBuffer()).equals(bytes));
    const again = await kiosk.get(path, { 'if-none-match': whole.headers.get('etag') ?? '' });
    assert.equal(again.status, 304);
  });

  test('parts of it', async () => {
    const size = bytes.length;
    for (const [range, from, to] of [
      ['bytes=0-99', 0, 99],
      ['bytes=1000-', 1000, size - 1],
      ['bytes=-500', size - 500, size - 1],
      [`bytes=100-${size + 5}`, 100, size - 1],
    ] as const) {
      const part = await kiosk.get(path, { range });
      assert.equal(part.status, 206, range);
      assert.equal(part.headers.get('content-range'), `bytes ${from}-${to}/${size}`);
      assert.ok(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(from, to + 1)));
    }
  });

  test('beyond its end there is nothing', async () => {
    const beyond = await kiosk.get(path, { range: `bytes=${bytes.length}-` });
    assert.equal((await problemIn(beyond)).status, 416);
    assert.equal(beyond.headers.get('content-range'), `bytes */${bytes.length}`);
  });

  test('its size without it', async () => {
    const head = await kiosk.fetch(path, { method: 'HEAD' });
    assert.equal(head.headers.get('content-length'), String(bytes.length));
    assert.equal((await head.arrayBuffer()).byteLength, 0);
  });

  test('ranges nobody can read are answered with the whole', () => {
    for (const odd of ['bytes=a-b', 'bytes=5-2', 'bytes=0-1,4-5', 'items=0-1', 'bytes=-']) {
      assert.equal(byteRange(odd, 100).type, 'whole', odd);
    }
    assert.equal(byteRange('bytes=-0', 100).type, 'unsatisfiable');
  });
});

describe('what outsiders read of the hub', () => {
  let hub: TestHub;
  before(async () => {
    hub = await testHub();
  });
  after(() => hub.dispose());

  test('health', async () => {
    const health = await (await hub.browser().fetch('/api/health')).json();
    assert.equal(health.status, 'ok');
    assert.equal(health.epoch, hub.sync.epoch);
    assert.match(health.version, /^\d+\.\d+\.\d+/);
  });

  test('an OpenAPI document of sync, pairing, accounts, media and reports', async () => {
    const document = await (await hub.browser().fetch('/api/openapi.json')).json();
    assert.match(document.openapi, /^3\./);
    for (const path of [
      '/sync/push',
      '/sync/report',
      '/sync/pull',
      '/sync/snapshot',
      '/sync/live',
      '/api/pairing',
      '/api/session',
      '/api/accounts',
      '/api/me',
      '/media/{hash}',
      '/api/health',
    ]) {
      assert.ok(document.paths[path], path);
    }
    const push = document.paths['/sync/push'].post;
    assert.ok(push.responses.default.content['application/problem+json']);
    assert.match(JSON.stringify(push.requestBody), /"timeQuality"/, 'mutations are described');
    assert.match(document.paths['/sync/report'].post.summary, /glass/, 'reports are named');
    for (const kind of Object.keys(rowKinds)) assert.ok(document.components.schemas[`row.${kind}`], kind);
    for (const name of Object.keys(mutations)) assert.ok(document.components.schemas[`args.${name}`], name);
  });

  test('metrics', async () => {
    const kiosk = await hub.opened(hub.links.json.kiosk);
    await kiosk.get('/sync/pull?clientId=c-1&bucket=city');
    const text = await (await hub.browser().fetch('/metrics')).text();
    assert.match(text, /^leling_pulls_total\{reset="true"\} 1$/m);
    assert.match(text, /^leling_live_connections 0$/m);
    assert.match(text, /^leling_build_info\{version="[^"]+",node="v24[^"]*",epoch="[^"]+"\} 1$/m);
    assert.match(text, /^leling_database_seconds_count\{work="pull"\} 1$/m);
  });
});
