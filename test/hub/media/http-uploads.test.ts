import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFile, readFile, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { wavOf } from '../../../src/hub/speech/sound.ts';
import { sweepMedia } from '../../../src/hub/media/sweep.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { RowOf } from '../../../src/kernel/rows.ts';
import type { Browser } from '../../support/browser.ts';
import { problemIn, testHub, type TestHub } from '../http-support.ts';

const centreId = id<'CentreId'>('sample');
const fixture = (name: string): Promise<Buffer> =>
  readFile(fileURLToPath(new URL(`../../fixtures/media/${name}`, import.meta.url)));
const picture = (): Promise<Buffer> =>
  readFile(new URL('../../../public/media/baduanjin.jpg', import.meta.url));
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** One point, whole. */
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db4' +
    '0000000049454e44ae426082',
  'hex',
);
const tus = { 'tus-resumable': '1.0.0' };
const said = (words: Readonly<Record<string, string>>): string =>
  Object.entries(words)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** A console that sends files as the protocol has it, a piece at a time. */
class Sender {
  readonly browser: Browser;

  constructor(browser: Browser) {
    this.browser = browser;
  }

  begin(length: number, words: Readonly<Record<string, string>> = { title: '秋游' }): Promise<Response> {
    return this.browser.fetch(`/api/uploads?device=${this.browser.device}`, {
      method: 'POST',
      headers: { ...tus, 'upload-length': String(length), 'upload-metadata': said(words) },
    });
  }

  async address(length: number, words?: Readonly<Record<string, string>>): Promise<string> {
    const begun = await this.begin(length, words);
    assert.equal(begun.status, 201, await begun.text());
    return begun.headers.get('location') ?? '';
  }

  piece(address: string, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Response> {
    const headers = {
      ...tus,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    };
    return this.browser.fetch(address, { method: 'PATCH', headers, body: bytes });
  }

  asked(address: string): Promise<Response> {
    return this.browser.fetch(address, { method: 'HEAD', headers: tus });
  }

  async whole(bytes: Buffer, words?: Readonly<Record<string, string>>): Promise<Response> {
    return this.piece(await this.address(bytes.length, words), 0, new Uint8Array(bytes));
  }
}

describe('a film from a console', () => {
  let hub: TestHub;
  let sender: Sender;
  let free = Infinity;
  const freeBytes = async (): Promise<number> => free;
  const rows = (): Promise<readonly RowOf<'media'>[]> =>
    hub.sync.read(centreId, (tx) => tx.list('centre', 'media'));
  before(async () => {
    hub = await testHub({ freeBytes });
    sender = new Sender(await hub.opened(hub.links.json.staff.canteen));
  });
  after(() => hub.dispose());

  it('goes on where it was after the hub was restarted, and is in the library as what it is', async () => {
    const film = await fixture('red.mp4');
    const address = await sender.address(film.length, { title: '秋游' });
    const half = Math.floor(film.length / 2);
    assert.equal((await sender.piece(address, 0, new Uint8Array(film.subarray(0, half)))).status, 204);
    const { dataDir } = hub;
    await hub.stop();
    hub = await testHub({ dataDir, freeBytes });
    sender.browser.moveTo(hub.url);
    assert.equal((await sender.asked(address)).headers.get('upload-offset'), String(half));
    const ended = await sender.piece(address, half, new Uint8Array(film.subarray(half)));
    const hash = sha256(film);
    assert.equal(ended.headers.get('upload-media'), hash);
    const row = (await rows()).find(({ id: mediaId }) => mediaId === hash);
    assert.equal(row?.title, '秋游');
    assert.equal(row?.mime, 'video/mp4');
    assert.match(row?.codecs ?? '', /^avc1\.42\w+,mp4a\.40\.2$/);
    assert.deepEqual([row?.widthPx, row?.heightPx, row?.framesPerSecond], [320, 180, 15]);
    assert.ok(Math.abs((row?.durationMs ?? 0) - 2000) < 100);
    assert.deepEqual(row?.chunks, [hash]);
    const served = await sender.browser.get(`/media/${hash}`);
    assert.equal(sha256(new Uint8Array(await served.arrayBuffer())), hash);
    // The answer was lost: who asks again is told what came of it, and sends nothing anew.
    const again = await sender.asked(address);
    assert.equal(again.headers.get('upload-media'), hash);
    assert.equal(again.headers.get('upload-offset'), String(film.length));
  });

  it('that had come whole when the hub was ended, and was not looked at yet, is kept when its sender asks', async () => {
    const photo = Buffer.concat([await picture(), Buffer.from([7])]);
    const address = await sender.address(photo.length, { title: '重阳' });
    assert.equal((await sender.piece(address, 0, new Uint8Array(photo.subarray(0, 900)))).status, 204);
    const { dataDir } = hub;
    await hub.stop();
    const [upload = ''] = /[0-9a-f]{32}/.exec(address) ?? [];
    await appendFile(join(dataDir, 'uploads', upload), photo.subarray(900));
    hub = await testHub({ dataDir, freeBytes });
    sender.browser.moveTo(hub.url);
    const asked = await Promise.all([sender.asked(address), sender.asked(address)]);
    const hash = sha256(photo);
    assert.deepEqual(
      asked.map(({ headers }) => headers.get('upload-media')),
      [hash, hash],
    );
    assert.equal((await rows()).find(({ id: mediaId }) => mediaId === hash)?.title, '重阳');
  });

  it('that is a photo is whole also with what telephones write after its end', async () => {
    for (const bytes of [PNG, Buffer.concat([PNG, Buffer.from('a trailer')])])
      assert.equal((await sender.whole(bytes)).headers.get('upload-media'), sha256(bytes));
  });

  it('has the picture that stands for it, which is no photo of the library', async () => {
    const film = sha256(await fixture('red.mp4'));
    const ended = await sender.whole(Buffer.concat([await picture(), Buffer.from([0])]), {
      title: '封面',
      posterOf: film,
    });
    const poster = ended.headers.get('upload-media');
    const all = await rows();
    assert.equal(all.find(({ id: mediaId }) => mediaId === film)?.poster, poster);
    assert.equal(all.find(({ id: mediaId }) => mediaId === poster)?.posterOf, film);
  });

  it('that is a voice is kept with how long it speaks, as every kiosk plays it', async () => {
    const voice = wavOf({ perSecond: 16_000, samples: new Int16Array(24_000).fill(900) });
    const hash = (await sender.whole(voice, { title: '高龄津贴 录音' })).headers.get('upload-media');
    const row = (await rows()).find(({ id: mediaId }) => mediaId === hash);
    assert.deepEqual([row?.mime, row?.durationMs, row?.title], ['audio/wav', 1500, '高龄津贴 录音']);
    const coded = Buffer.from(voice);
    coded.writeUInt16LE(0x11, 20);
    for (const [bytes, code] of [
      [voice.subarray(0, 20_000), 'unreadable'],
      [coded, 'other-sound-codec'],
    ] as const)
      assert.equal((await problemIn(await sender.whole(bytes))).code, code);
  });

  it('is refused by what is in it, not by its name, with a word for each remedy, and nothing of it stays', async () => {
    const film = await fixture('green.mp4');
    const heic = Buffer.from('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic', 'latin1');
    const huge = Buffer.from('89504e470d0a1a0a0000000d49484452000186a0000186a00806000000', 'hex');
    const photo = await picture();
    // Its index first, as films for the web have it: cut off, they would freeze on the glass in their middle.
    const index = film.indexOf('moov') - 4;
    const begun = Buffer.concat([film.subarray(0, 32), film.subarray(index), film.subarray(32, index / 2)]);
    const refusals: readonly (readonly [Buffer, string])[] = [
      [await fixture('hevc.mp4'), 'other-video-codec'],
      [film.subarray(0, 200), 'unreadable'],
      [begun, 'unreadable'],
      // Half a photo is drawn all the same, and the rest of the glass is dark.
      [photo.subarray(0, photo.length / 2), 'unreadable'],
      [PNG.subarray(0, 60), 'unreadable'],
      [Buffer.from('524946462a000000574542505650384c0a0000002f00000000', 'hex'), 'unreadable'],
      [heic, 'apple-photo'],
      [Buffer.from('\x1aE\xdf\xa3 a film of another kind', 'latin1'), 'other-video'],
      [huge, 'too-many-pixels'],
      [Buffer.from('%PDF-1.7 a menu'), 'not-media'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), 'unreadable'],
    ];
    const before = await rows();
    for (const [bytes, code] of refusals) {
      const answer = await sender.whole(bytes, { title: '秋游', filename: '秋游.mp4' });
      assert.equal((await problemIn(answer)).code, code);
    }
    assert.equal((await problemIn(await sender.begin(0))).code, 'empty');
    assert.equal((await problemIn(await sender.begin(3 * 1024 ** 3))).code, 'too-large');
    assert.deepEqual(await rows(), before);
    assert.deepEqual(
      (await readdir(join(hub.dataDir, 'uploads'))).filter((name) => !name.endsWith('.kept')),
      [],
    );
  });

  it('waits, and loses nothing, while the hub’s disk has no room', async () => {
    const film = await fixture('green.mp4');
    free = 1024;
    assert.equal((await problemIn(await sender.begin(film.length))).code, 'disk-full');
    free = Infinity;
    const ended = await sender.whole(film, { filename: '绿.mp4' });
    const row = (await rows()).find(({ id: mediaId }) => mediaId === ended.headers.get('upload-media'));
    assert.equal(row?.title, '绿');
  });

  it('is nobody else’s to go on with, and only staff who may put something on a glass bring one', async () => {
    const address = await sender.address(10);
    const leader = new Sender(await hub.opened(hub.links.json.staff.leader));
    const theirs = address.replace(/device=[^&]*/, `device=${leader.browser.device}`);
    assert.equal((await leader.asked(theirs)).status, 404);
    assert.equal((await leader.piece(theirs, 0, new Uint8Array(10))).status, 404);
    const screen = new Sender(await hub.opened(hub.links.json.screens['dining-hall']));
    assert.equal((await screen.begin(10)).status, 401);
    assert.equal((await new Sender(hub.browser()).begin(10)).status, 401);
  });

  it('that was taken out a week ago is gone from the disk, one of yesterday is not, and one without a row neither', async () => {
    const [red, green] = [sha256(await fixture('red.mp4')), sha256(await fixture('green.mp4'))];
    const day = 24 * 3_600_000;
    await hub.sync.write(centreId, async (tx) => {
      for (const [hash, daysAgo] of [
        [red, 8],
        [green, 1],
      ] as const) {
        const row = await tx.get('centre', 'media', hash);
        assert.ok(row);
        await tx.put('centre', 'media', hash, { ...row, removedAtMs: hub.sync.now() - daysAgo * day });
      }
    });
    const mediaDir = join(hub.dataDir, 'media');
    const poster = (await rows()).find(({ posterOf }) => posterOf === red)?.id ?? '';
    for (const name of await readdir(mediaDir)) await utimes(join(mediaDir, name), 1, 1);
    // Brought after the backup that was put back: the next backup may know it.
    const rowless = join(mediaDir, 'f'.repeat(64));
    await writeFile(rowless, 'a photo');
    const lately = Date.now() / 1000 - 3 * 24 * 3600;
    await utimes(rowless, lately, lately);
    const { sync } = hub;
    const sure: Parameters<typeof sweepMedia>[0]['sync'] = {
      time: { mayDestroy: true },
      now: () => sync.now(),
      write: (centre, work) => sync.write(centre, work),
    };
    await sweepMedia({ sync: sure, centreId, mediaDir });
    const left = await readdir(mediaDir);
    assert.deepEqual(
      [red, green, poster].map((hash) => left.includes(hash)),
      [false, true, false],
    );
    assert.ok(left.includes('f'.repeat(64)));
    assert.ok((await rows()).every(({ id: mediaId }) => left.includes(mediaId)));
  });
});
