import { expect } from 'chai';
import fc from 'fast-check';
import { deleteDB } from 'idb';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { download, isWhole, sha256 } from '../../src/store/media/download.ts';
import { evictions } from '../../src/store/media/eviction.ts';
import { chunkBytes } from '../../src/store/media/fetch-chunk.ts';
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

  it('goes on at the very byte after which the hub was gone, also when the device was switched off meanwhile', async () => {
    const { bytes, media } = await film();
    const broken = chunkBytes + 1_234_567;
    const half = async (_address: string, init: RequestInit): Promise<Response> => {
      const [, from] = /^bytes=(\d+)-/.exec(new Headers(init.headers).get('range') ?? '') ?? [];
      let sent = Number(from);
      const end = sent < chunkBytes ? chunkBytes : broken;
      const body = new ReadableStream<Uint8Array>({
        pull(controller) {
          if (sent >= end && end === broken) return controller.error(new TypeError('the hub was killed'));
          if (sent >= end) return controller.close();
          const next = Math.min(end, sent + 300_000);
          controller.enqueue(bytes.slice(sent, next));
          sent = next;
        },
      });
      return new Response(body, { status: 206 });
    };
    const came: number[] = [];
    const ports = { ledger, cache, came: (so: number) => came.push(so) };
    expect(await download(media, { ...ports, fetch: half })).to.equal('away');
    expect(came[came.length - 1]).to.equal(broken);
    const again = hub(bytes);
    const anew = { ledger: new MediaLedger(name), cache: new MediaCache(name) };
    expect(await download(media, { ...anew, fetch: again.fetchRange })).to.equal('ready');
    await anew.ledger.close();
    expect(again.asked[0]).to.equal(`bytes=${broken}-${2 * chunkBytes - 1}`);
    expect((await (await caches.open(name)).keys()).length, 'no parts are left behind').to.equal(1);
  });

  it('comes whole, and no byte of it twice, wherever and however often the hub is killed', async () => {
    const { bytes, media } = await film();
    const cuts = fc.array(fc.integer({ min: 1, max: chunkBytes - 1 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cuts, async (lives) => {
        const place = { ledger: new MediaLedger(`${name}-cut`), cache: new MediaCache(`${name}-cut`) };
        const left = [...lives];
        let sent = 0;
        const mortal = async (_address: string, init: RequestInit): Promise<Response> => {
          const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init.headers).get('range') ?? '') ?? [];
          const part = bytes.slice(Number(from), Number(to) + 1);
          const life = left.shift() ?? Infinity;
          sent += Math.min(life, part.length);
          if (life >= part.length) return new Response(part, { status: 206 });
          const pieces = [part.slice(0, life)];
          const body = new ReadableStream<Uint8Array>({
            pull(controller) {
              const piece = pieces.shift();
              if (piece === undefined) controller.error(new TypeError('the hub was killed'));
              else controller.enqueue(piece);
            },
          });
          return new Response(body, { status: 206 });
        };
        try {
          while ((await download(media, { ...place, fetch: mortal })) === 'away')
            expect(await place.cache.has(media.id), 'not called whole').to.equal(false);
          expect(await isWhole(media, place.cache)).to.equal(true);
          expect(sent, 'bytes that came').to.equal(sizeBytes);
        } finally {
          await place.ledger.close();
          await deleteDB(`${name}-cut`);
          await caches.delete(`${name}-cut`);
        }
      }),
      { seed: 20261130, numRuns: 10 },
    );
  });

  it('comes whole though what was kept of a broken part is not right any more', async () => {
    const { bytes, media } = await film();
    await cache.putPart(media.id, 0, new Uint8Array(1000).fill(7));
    expect(await download(media, { ledger, cache, fetch: hub(bytes).fetchRange })).to.equal('ready');
    expect(await isWhole(media, cache)).to.equal(true);
  });

  it('says so where the hub has no such file, instead of that it is away', async () => {
    const { media } = await film();
    const none = async (): Promise<Response> => Response.json({ code: 'no-such-media' }, { status: 404 });
    expect(await download(media, { ledger, cache, fetch: none })).to.equal('missing');
  });

  it('takes a hotel’s or a router’s page for no answer of its hub: nothing is told of the file, and nothing kept', async () => {
    const { bytes, media } = await film();
    const page = '<!doctype html><title>上网认证</title>'.padEnd(chunkBytes + 1, ' ');
    for (const status of [200, 404]) {
      const asked: string[] = [];
      const hotel = async (address: string): Promise<Response> => {
        asked.push(address);
        return new Response(page, { status, headers: { 'content-type': 'text/html' } });
      };
      expect(await download(media, { ledger, cache, fetch: hotel }), `${status}`).to.equal('away');
      expect(asked, 'asked once, and not at once again').to.have.length(1);
    }
    expect(await (await caches.open(name)).keys()).to.deep.equal([]);
    const home = hub(bytes);
    expect(await download(media, { ledger, cache, fetch: home.fetchRange })).to.equal('ready');
    expect(home.asked[0]).to.equal(`bytes=0-${chunkBytes - 1}`);
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

  it('is noted as needed anew only where that says something new: a screen asks at each change, and each note is a write to its disk', async () => {
    const [hourMs, untilMs] = [3_600_000, Date.now() + 7 * 86_400_000];
    const noted = async () => (await ledger.get('a'))?.neededUntilMs;
    await ledger.need('a', 1, 'hall', untilMs);
    await ledger.need('a', 1, 'hall', untilMs + 1000);
    expect(await noted(), 'a second later').to.equal(untilMs);
    await ledger.need('a', 1, 'hall', untilMs + 2 * hourMs);
    expect(await noted(), 'two hours later').to.equal(untilMs + 2 * hourMs);
    await ledger.need('a', 1, 'corridor', untilMs);
    await ledger.need('a', 1, 'hall', 0);
    expect(await noted(), 'and another screen needs it still').to.equal(untilMs);
    await ledger.need('a', 1, 'corridor', 0);
    expect(await noted()).to.equal(0);
  });

  it('tells whoever asked where the browser cuts the list off, and nobody else: staff read of a fault that was none', async () => {
    const unheard: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): void => {
      event.preventDefault();
      unheard.push(event.reason);
    };
    const { transaction } = IDBDatabase.prototype;
    let over: Promise<unknown> = Promise.resolve();
    await ledger.get('a');
    addEventListener('unhandledrejection', listen);
    IDBDatabase.prototype.transaction = function (...args) {
      const tx = transaction.apply(this, args);
      over = new Promise((resolve) => tx.addEventListener('abort', resolve));
      queueMicrotask(() => tx.abort());
      return tx;
    };
    try {
      const asks = [
        () => ledger.get('a'),
        () => ledger.list(),
        () => ledger.change('a', 1, {}),
        () => ledger.remove('a'),
      ];
      for (const ask of asks) {
        expect(
          await ask().then(
            () => 'answered',
            () => 'told',
          ),
        ).to.equal('told');
        await over;
        await new Promise((resolve) => setTimeout(resolve));
      }
      expect(unheard).to.deep.equal([]);
    } finally {
      IDBDatabase.prototype.transaction = transaction;
      removeEventListener('unhandledrejection', listen);
    }
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
