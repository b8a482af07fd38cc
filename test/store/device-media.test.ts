import { expect } from 'chai';
import { deleteDB } from 'idb';
import type { Report } from '../../src/kernel/report.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { id } from '../../src/kernel/ids.ts';
import { DeviceMedia } from '../../src/store/media/device-media.ts';
import { sha256 } from '../../src/store/media/download.ts';
import { mediaRow } from '../support/media-rows.ts';
import { screenConfig } from '../support/rows.ts';
import { until } from '../support/until.ts';

const sizeBytes = 700_000;
const bodies = new Map<string, Uint8Array<ArrayBuffer>>();

async function file(seed: number): Promise<RowOf<'media'>> {
  const bytes = new Uint8Array(sizeBytes).fill(seed);
  const hash = await sha256(bytes.buffer);
  bodies.set(hash, bytes);
  return mediaRow({ id: id(hash), title: `${seed}`, sizeBytes, chunks: [hash] });
}

describe('what a television holds of its files', () => {
  const realFetch = window.fetch;
  const realPut = Object.getOwnPropertyDescriptor(Cache.prototype, 'put');
  let said: Extract<Report, { type: 'media' }>[] = [];
  const last = () => said[said.length - 1];
  const open = (mediaBudgetMB: number): DeviceMedia => {
    // The television of an earlier test lives on, and says its last word each minute: not into this one's.
    const mine: typeof said = [];
    said = mine;
    return new DeviceMedia(screenConfig({ mediaBudgetMB }), (report) => mine.push(report));
  };
  const want = (media: DeviceMedia, ...files: readonly RowOf<'media'>[]): void =>
    media.want({ files, known: new Set(files.map((one) => one.id)) }, true);

  /** The disk does not keep what goes to some addresses. */
  const refusePut = (refused: (address: string) => boolean, name: string): void => {
    Object.defineProperty(Cache.prototype, 'put', {
      ...realPut,
      value(this: Cache, address: string, response: Response): Promise<void> {
        if (refused(address)) return Promise.reject(new DOMException('disk', name));
        const put: unknown = realPut?.value;
        return typeof put === 'function' ? Reflect.apply(put, this, [address, response]) : Promise.reject();
      },
    });
  };

  beforeEach(() => {
    window.fetch = (address) => {
      const hash = (typeof address === 'string' ? address : '').split('/').pop() ?? '';
      return Promise.resolve(new Response(bodies.get(hash) ?? null, { status: 206 }));
    };
  });
  afterEach(async () => {
    window.fetch = realFetch;
    if (realPut !== undefined) Object.defineProperty(Cache.prototype, 'put', realPut);
    await caches.delete('leling-media');
    await deleteDB('leling:media');
  });

  it('lets go of what is not shown any more before it says that there is no room for what is', async () => {
    const [summer, autumn] = [await file(1), await file(2)];
    const media = open(1);
    want(media, summer);
    await until(() => last()?.readyFiles === 1);
    want(media, autumn);
    await until(() => media.url(autumn.id).then((url) => url !== null));
    expect(said.flatMap(({ faults }) => faults)).to.deep.equal([]);
  });

  it('wears out neither its disk nor the house’s line over a film that its full disk cannot keep, and brings it later', async () => {
    const film = await file(5);
    let room = false;
    const asked: string[] = [];
    const realHub = window.fetch;
    window.fetch = (address, init) => {
      asked.push(typeof address === 'string' ? address : '');
      return realHub(address, init);
    };
    refusePut((address) => !room && address.includes(film.id), 'QuotaExceededError');
    // A night in which nothing happens: short waits for the hub are over at once, the long one when the test says so.
    const later: (() => void)[] = [];
    const realTimeout = window.setTimeout;
    const realNow = performance.now.bind(performance);
    let waitedMs = 0;
    Object.assign(performance, { now: () => realNow() + waitedMs });
    Object.assign(window, {
      setTimeout: (run: () => void, ms = 0) =>
        ms > 60_000 ? later.push(run) : realTimeout(run, ms > 15_000 ? ms : 0),
    });
    try {
      const media = open(64);
      want(media, film);
      await until(() => later.length > 0);
      expect(last()?.faults).to.deep.equal([{ media: film.id, why: 'disk-full' }]);
      expect(asked).to.have.length(1);
      // A dish is sold out, the day turns: what it is to hold is read anew, and is the same.
      const rests = later.length;
      want(media, film);
      await until(() => later.length > rests);
      expect(asked, 'nothing of it is new').to.have.length(1);
      room = true;
      waitedMs = 10 * 60_000;
      later.forEach((run) => run());
      await until(() => last()?.readyFiles === 1);
      expect(last()?.faults).to.deep.equal([]);
    } finally {
      Object.assign(window, { setTimeout: realTimeout });
      Object.assign(performance, { now: realNow });
    }
  });

  it('brings the rest though its disk refuses one file, and staff are told of that one', async () => {
    const [bad, good] = [await file(3), await file(4)];
    refusePut((address) => address.includes(bad.id), 'UnknownError');
    const media = open(64);
    want(media, bad, good);
    await until(() => media.url(good.id).then((url) => url !== null));
    expect(last()?.faults).to.deep.equal([{ media: bad.id, why: 'not-kept' }]);
    if (realPut !== undefined) Object.defineProperty(Cache.prototype, 'put', realPut);
    want(media, bad, good, await file(6));
    await until(() => last()?.readyFiles === 3);
    expect(last()?.faults).to.deep.equal([]);
  });

  it('tries what had no room as soon as something goes that had it', async () => {
    const [old, film] = [await file(7), await file(8)];
    let full = true;
    refusePut((address) => full && address.includes(film.id), 'QuotaExceededError');
    const media = open(64);
    want(media, old);
    await until(() => last()?.readyFiles === 1);
    media.want({ files: [film], known: new Set([old.id, film.id]) }, true);
    await until(() => last()?.faults.length === 1);
    full = false;
    want(media, film);
    await until(() => media.url(film.id).then((url) => url !== null));
  });
});
