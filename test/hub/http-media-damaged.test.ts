import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { MediaFiles } from '../../src/hub/media/media-files.ts';
import { id } from '../../src/kernel/ids.ts';
import { testHub } from './http-support.ts';

/** The disk gives one byte of a file otherwise than it was written. */
async function flipByte(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
  const { atime, mtime } = await stat(file);
  await writeFile(file, bytes);
  await utimes(file, atime, mtime);
}

const isTold = ({ troubles }: { readonly troubles: readonly { readonly code: string }[] }): boolean =>
  troubles.some(({ code }) => code === 'media-damaged');

test('a film that the disk has damaged is served to nobody, is told, and the sample’s is put back by a start', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'leling-media-'));
  const hub = await testHub({ dataDir });
  const screen = await hub.opened(hub.links.json.screens['exercise-room']);
  const media = await hub.sync.read(id<'CentreId'>('sample'), (tx) => tx.list('centre', 'media'));
  const poster = media.find(({ mime }) => mime === 'image/jpeg');
  assert.ok(poster);
  const file = join(dataDir, 'media', poster.id);
  await flipByte(file);
  assert.equal((await screen.get(`/media/${poster.id}`)).status, 404);
  const health = await (await hub.browser().get('/api/health')).json();
  assert.ok(isTold(health));
  await hub.stop();

  const again = await testHub({ dataDir });
  const whole = await readFile(file);
  assert.equal(createHash('sha256').update(whole).digest('hex'), poster.id);
  assert.ok(!isTold(await (await again.browser().get('/api/health')).json()));
  await again.stop();
  await rm(dataDir, { recursive: true });
});

test('a file that goes bad under a running hub is found out within a day, and served again once it is right', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'leling-files-'));
  const bytes = Buffer.from('a film '.repeat(1000));
  const hash = createHash('sha256').update(bytes).digest('hex');
  const file = join(dir, hash);
  await writeFile(file, bytes);
  let now = 0;
  const told: string[] = [];
  const files = new MediaFiles(dir, { now: () => now, damaged: (one) => told.push(one) });
  assert.equal((await files.find(hash))?.sizeBytes, bytes.length);
  await flipByte(file);
  now += 25 * 3_600_000;
  assert.equal(await files.find(hash), undefined);
  assert.equal(await files.find(hash), undefined);
  assert.deepEqual([told, files.damaged], [[hash], [hash]]);
  await writeFile(file, bytes);
  await utimes(file, 1, 1);
  assert.ok(await files.find(hash));
  assert.deepEqual(files.damaged, []);
  await rm(dir, { recursive: true });
});
