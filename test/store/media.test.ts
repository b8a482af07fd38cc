import { expect } from 'chai';
import { deleteDB } from 'idb';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { chunkBytes, download, isWhole, sha256 } from '../../src/store/media/download.ts';
import { evictions } from '../../src/store/media/eviction.ts';
import { MediaCache } from '../../src/store/media/media-cache.ts';
import { type HeldFile, MediaLedger } from '../../src/store/media/media-ledger.ts';

const sizeBytes = 2 * chunkBytes + 1234;

async function film(): Promise<{ bytes: Uint8Array<ArrayBuffer>; media: RowOf<'media'> }> {
  const bytes = new Uint8Array(sizeBytes);
  for (let i = 0; i < bytes.length; i += 997) bytes[i] = i % 251;
  const chunks: string[] = [];
  for (let from = 0; from < sizeBytes; from += chunkBytes) {
    chunks.push(await sha256(bytes.slice(from, from + chunkBytes).buffer));
  }
  const media: RowOf<'media'> = {
    id: id(await sha256(bytes.buffer)),
    title: '八段锦',
    mime: 'video/mp4',
    sizeBytes,
    durationMs: null,
    chunks,
    addedAtMs: 0,
  };
  return { bytes, media };
}

/** A hub that serves ranges of some bytes, and can be told to go away after some answers. */
function hub(bytes: Uint8Array<ArrayBuffer>, answers = Infinity) {
  const asked: string[] = [];
  const fetchRange = async (_address: string, init: RequestInit): Promise<Response> => {
    const range = new Headers(init.headers).get('range') ?? '';
    if (asked.length >= answers) throw new TypeError('Failed to fetch');
    asked.push(range);
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range) ?? [];
    return new Response(bytes.slice(Number(from), Number(to) + 1), { status: 206 });
  };
  return { asked, fetchRange };
}

describe('a video on its way to a screen', () => {
  let name: string;
  let ledger: MediaLedger;
  let cache: MediaCache;

  beforeEach(() => {
    name = `test-media-${Math.random()}`;
    ledger = new MediaLedger(name);
    cache = new MediaCache(name);
  });

  afterEach(async () => {
    await ledger.close();
    await deleteDB(name);
    await caches.delete(name);
  });

  it('is whole and ready when every part is what the centre says it is', async () => {
    const { bytes, media } = await film();
    const { fetchRange } = hub(bytes);
    expect(await download(media, { ledger, cache, fetch: fetchRange })).to.equal('ready');
    expect((await ledger.get(media.id))?.ready).to.equal(true);
    const held = await (await caches.open(name)).match(`/media/${media.id}`);
    expect(await sha256((await held?.arrayBuffer()) ?? new ArrayBuffer(0))).to.equal(media.id);
    expect(held?.headers.get('content-type')).to.equal('video/mp4');
    expect((await (await caches.open(name)).keys()).length, 'no parts are left behind').to.equal(1);
  });

  it('goes on after a break where it was, and is not called ready before its end', async () => {
    const { bytes, media } = await film();
    expect(await download(media, { ledger, cache, fetch: hub(bytes, 2).fetchRange })).to.equal('away');
    expect((await ledger.get(media.id))?.ready).to.equal(false);
    expect(await cache.has(media.id)).to.equal(false);
    const again = hub(bytes);
    expect(await download(media, { ledger, cache, fetch: again.fetchRange })).to.equal('ready');
    expect(again.asked).to.deep.equal([`bytes=${2 * chunkBytes}-${sizeBytes - 1}`]);
  });

  it('is never ready with a part that is not right', async () => {
    const { bytes, media } = await film();
    const wrong = bytes.slice();
    wrong[chunkBytes + 5] = 77;
    expect(await download(media, { ledger, cache, fetch: hub(wrong).fetchRange })).to.equal('damaged');
    expect((await ledger.get(media.id))?.chunksDone).to.equal(1);
    expect(await cache.has(media.id)).to.equal(false);
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('ready');
  });

  it('is fetched past the browser’s own cache where that gives a part that is not right, for a year', async () => {
    const { bytes, media } = await film();
    const flipped = bytes.slice();
    flipped[chunkBytes + 5] = 77;
    const [kept, true_] = [hub(flipped), hub(bytes)];
    let healed = 0;
    const fetch = (address: string, init: RequestInit): Promise<Response> =>
      (init.cache === 'reload' ? true_ : kept).fetchRange(address, init);
    const ports = { ledger, cache, fetch, healed: () => (healed += 1) };
    expect(await download(media, ports)).to.equal('ready');
    expect(true_.asked, 'only what was wrong').to.have.length(1);
    expect(healed).to.equal(1);
    const held = await (await caches.open(name)).match(`/media/${media.id}`);
    expect(await sha256((await held?.arrayBuffer()) ?? new ArrayBuffer(0))).to.equal(media.id);
  });

  it('is not called whole with one byte of it flipped on the disk, nor with an end that is gone', async () => {
    const { bytes, media } = await film();
    await download(media, { ledger, cache, fetch: hub(bytes).fetchRange });
    expect(await isWhole(media, cache)).to.equal(true);
    const flipped = bytes.slice();
    flipped[sizeBytes - 3] = 1;
    for (const damaged of [flipped, bytes.slice(0, -1), new Uint8Array(0)]) {
      await (await caches.open(name)).put(`/media/${media.id}`, new Response(damaged));
      expect(await isWhole(media, cache)).to.equal(false);
    }
  });

  it('is never ready from a part that the disk has damaged between two starts', async () => {
    const { bytes, media } = await film();
    await download(media, { ledger, cache, fetch: hub(bytes, 1).fetchRange });
    const flipped = bytes.slice(0, chunkBytes);
    flipped[9] = 9;
    await (await caches.open(name)).put(`/media/${media.id}/chunk/0`, new Response(flipped));
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('away');
    expect(await cache.has(media.id)).to.equal(false);
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('ready');
  });

  it('starts over when the browser has cleared a part behind its back', async () => {
    const { bytes, media } = await film();
    await download(media, { ledger, cache, fetch: hub(bytes, 1).fetchRange });
    await caches.delete(name);
    cache = new MediaCache(name);
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('away');
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('ready');
  });

  it('takes the whole where a cache between answers with it', async () => {
    const { bytes, media } = await film();
    const whole = async (): Promise<Response> => new Response(bytes, { status: 200 });
    expect(await download(media, { ledger, cache, fetch: whole })).to.equal('ready');
  });
});

describe('a screen whose space for videos is full', () => {
  const file = (hash: string, lastUsedMs: number, neededUntilMs = 0): HeldFile => ({
    hash,
    sizeBytes: 100,
    chunksDone: 1,
    ready: true,
    lastUsedMs,
    neededUntilMs,
  });
  const given = (list: readonly HeldFile[] | null): readonly string[] | undefined =>
    list?.map((one) => one.hash);

  it('gives up what was used longest ago, and no more than it must', () => {
    expect(given(evictions([file('a', 3), file('b', 1), file('c', 2)], 150, 350, 10))).to.deep.equal(['b']);
    expect(given(evictions([file('a', 3), file('b', 1), file('c', 2)], 250, 350, 10))).to.deep.equal([
      'b',
      'c',
    ]);
  });

  it('never gives up what is still scheduled: the new one has to wait', () => {
    expect(evictions([file('a', 1, 11), file('b', 2, 11)], 100, 200, 10)).to.equal(null);
    expect(given(evictions([file('a', 1, 11), file('b', 2, 9)], 100, 200, 10))).to.deep.equal(['b']);
  });

  it('gives up nothing when there is room', () => {
    expect(given(evictions([file('a', 1)], 100, 200, 10))).to.deep.equal([]);
  });
});
