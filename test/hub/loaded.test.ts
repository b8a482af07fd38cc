import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startHub, type HubProcess } from '../support/hub.ts';

/** Told of every module by its address, as it is loaded, and of Node's own at the end. */
const notes = `
import { appendFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
process.on('exit', () => appendFileSync(process.env.LELING_LOADED, process.moduleLoadList.join('\\n') + '\\n'));
registerHooks({
  load(url, context, next) {
    appendFileSync(process.env.LELING_LOADED, url + '\\n');
    return next(url, context);
  },
});
`;

const built = fileURLToPath(new URL('../../dist/hub/', import.meta.url));

/** What a hub has loaded it holds for months, on a mini PC that is the kiosk as well. */
describe('what a hub holds in memory that nobody has asked it for', () => {
  let folder: string;
  let hub: HubProcess;
  let loaded: readonly string[];
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-loaded-'));
    await writeFile(join(folder, 'notes.mjs'), notes);
    const env = {
      NODE_OPTIONS: `--import=${join(folder, 'notes.mjs')}`,
      LELING_LOADED: join(folder, 'loaded'),
    };
    hub = await startHub({ env });
    await fetch(`${hub.url}/api/health`);
    // What it begins at its start, sweeping its folders say, it has done when it is ended cleanly.
    await hub.kill();
    loaded = (await readFile(join(folder, 'loaded'), 'utf8')).split('\n');
  });
  after(async () => {
    await hub.dispose();
    await rm(folder, { recursive: true });
  });

  for (const [part, why] of [
    ['internal/deps/undici/', 'the whole of fetch, for a constant of http that stands beside it'],
    ['/node_modules/pg/', 'the driver of a PostgreSQL, where there is none'],
    ['/node_modules/@tus/server/', 'the server for uploads, before the first'],
    ['/node_modules/@tus/file-store/', 'the store of uploads, before the first'],
    ['/node_modules/mp4box/', 'what looks into films, before there is one to be looked into'],
  ] as const)
    test(`not ${why}`, () => {
      assert.ok(
        ['/node_modules/better-sqlite3/', ' internal/'].every((one) =>
          loaded.some((name) => name.includes(one)),
        ),
        'what it loads was noted',
      );
      assert.deepEqual(
        loaded.filter((name) => name.includes(part)),
        [],
      );
    });

  test('nor has it them within its own files, where nothing told of their being loaded', async () => {
    const files = (await readdir(built)).filter((name) => name.endsWith('.js'));
    const texts = await Promise.all(files.map((name) => readFile(join(built, name), 'utf8')));
    for (const name of ['pg', '@tus/server', '@tus/file-store', 'mp4box'])
      assert.ok(
        texts.some((text) => new RegExp(`(from |import\\()["']${name}["']`).test(text)),
        `${name} comes from where it is installed`,
      );
  });
});
