import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import type { MutationName } from '../../src/kernel/mutation.ts';
import { Browser } from '../support/browser.ts';
import { centreWhereItIs } from '../support/centre-at.ts';
import { Profile } from '../support/faces.ts';
import { startHub, type HubProcess } from '../support/hub.ts';
import { LyingProxy } from '../support/lying-proxy.ts';
import { until } from '../support/until.ts';

const MEDIA = /^\/media\//;

/** A film of several chunks: a small one, with a box that players pass over. */
async function film(name: string, megabytes: number): Promise<Buffer> {
  const small = await readFile(fileURLToPath(new URL(`../fixtures/media/${name}.mp4`, import.meta.url)));
  const rest = randomBytes(megabytes * 1024 * 1024);
  rest.writeUInt32BE(rest.length, 0);
  rest.write('free', 4, 'latin1');
  return Buffer.concat([small, rest]);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A film's way from a console to a television, on a bad day for each of them. */
describe('a film on its way to a screen', { timeout: 600_000 }, () => {
  const config = centreWhereItIs(10, 35);
  const profile = new Profile();
  let folder: string;
  let hub: HubProcess;
  let proxy: LyingProxy;
  let staff: Page;
  let screen: Page;
  let canteen: Browser;
  let seq = 0;
  const hashes: string[] = [];

  const change = async (name: MutationName, args: object): Promise<void> => {
    const midOf = (at: number): string => `0193a000-0000-7000-8000-00000000000${at}`;
    seq += 1;
    const one = { seq, prev: seq === 1 ? null : midOf(seq - 1), name, v: 1, args };
    const made = { deviceTime: Date.now(), timeQuality: 'confirmed', age: 0 };
    const body = { clientId: 'e2e-media', epoch: null, muts: [{ mid: midOf(seq), ...one, ...made }] };
    const answer = await (await canteen.post('/sync/push', body)).json();
    assert.equal(answer.results[0]?.status, 'applied', JSON.stringify(answer));
  };
  const playlist = (baseVersion: number): Promise<void> =>
    change('playlist.save', {
      playlistId: 'autumn',
      title: '秋游',
      items: hashes.map((media) => ({ media })),
      baseVersion,
    });
  const openScreen = (url: string): Promise<Page> => profile.face('screen', url);
  const shows = (text: string): Promise<unknown> =>
    screen.waitForFunction((wanted) => document.documentElement.dataset['showing'] === wanted, text);
  /** What the television holds of a file; nothing while it is not whole. */
  const heldOn = (hash: string): Promise<readonly number[] | null> =>
    screen.evaluate(async (name) => {
      const held = await (await caches.open('leling-media')).match(`/media/${name}`);
      if (held === undefined) return null;
      return [...new Uint8Array(await crypto.subtle.digest('SHA-256', await held.arrayBuffer()))];
    }, hash);
  const isWholeOn = async (hash: string): Promise<boolean> => {
    const bytes = await heldOn(hash);
    return bytes !== null && Buffer.from(bytes).toString('hex') === hash;
  };
  /** As a browser tells it: otherwise a page rests a while before it asks again. */
  const cableIsIn = (page: Page): Promise<unknown> => page.evaluate(() => dispatchEvent(new Event('online')));
  const upload = async (name: string, bytes: Buffer): Promise<void> => {
    const file = join(folder, `${name}.mp4`);
    await writeFile(file, bytes);
    hashes.push(sha256(bytes));
    await staff.locator('ll-staff-uploads input[type=file]').setInputFiles(file);
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'leling-films-'));
    hub = await startHub({ env: { LELING_CONFIG: config.folder } });
    proxy = await LyingProxy.before(hub.port);
    canteen = new Browser(hub.url);
    const { screens, staff: people } = hub.links;
    assert.ok(screens['dining-hall'] && people['canteen'] && people['manager']);
    await canteen.open(people['canteen']);
    await profile.open();
    staff = await profile.face('staff', proxy.through(people['manager']));
    await staff.getByRole('link', { name: '媒体' }).click();
    screen = await openScreen(proxy.through(screens['dining-hall']));
    await profile.keptOffline(screen);
  });
  after(async () => {
    await profile.dispose();
    await proxy.close();
    await hub.dispose();
    config.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it('is in the library though the hub was killed while it came, and nobody had to begin again', async () => {
    const bytes = await film('red', 9);
    const line = await staff.context().newCDPSession(staff);
    const speed = { offline: false, latency: 0, downloadThroughput: -1 };
    await line.send('Network.enable');
    // So slow that it is still under way when the hub is killed, however busy this machine is.
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: 400_000 });
    await upload('秋游', bytes);
    await staff.getByText(/已传 [1-9]/).waitFor();
    await hub.kill('SIGKILL');
    await staff.getByText('现在连不上主机').waitFor();
    await line.send('Network.emulateNetworkConditions', { ...speed, uploadThroughput: -1 });
    await hub.restart();
    await cableIsIn(staff);
    await staff.getByRole('button', { name: '拿掉“秋游”' }).waitFor();
    const served = await canteen.get(`/media/${hashes[0]}`);
    assert.equal(sha256(new Uint8Array(await served.arrayBuffer())), hashes[0]);
  });

  it('comes to the television over a line that breaks, with hub and set switched off in the middle, and plays without them', async () => {
    await playlist(0);
    proxy.lie('torn-body', { only: MEDIA });
    const daypart = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00', show: 'playlist' };
    const schedule = { id: 'dining-hall', dayparts: [{ ...daypart, playlistId: 'autumn' }] };
    await change('schedule.save', { schedule });
    await proxy.hasLied(2, /\/media\//);
    await hub.kill('SIGKILL');
    await profile.kill();
    await hub.restart();
    proxy.tellTheTruth();
    await profile.open();
    screen = await openScreen(`${proxy.url}/screen`);
    await until(() => isWholeOn(hashes[0] ?? ''));
    await shows('playlist:autumn@1');
    await hub.kill('SIGKILL');
    await screen.reload();
    await shows('playlist:autumn@1');
    await hub.restart();
  });

  it('is told to staff where the television’s disk is full, which plays on what it has, and comes once there is room, though its parts have rotted meanwhile', async () => {
    staff = await profile.face('staff', `${proxy.url}/staff#media`);
    await upload('重阳', await film('green', 5));
    await staff.getByRole('button', { name: '拿掉“重阳”' }).waitFor();
    const green = hashes[1] ?? '';
    const disk = await screen.context().newCDPSession(screen);
    const used = await screen.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    // Room for the film's parts, and not for the whole beside them.
    const quota = { origin: proxy.url, quotaSize: used + 7 * 1024 * 1024 };
    await disk.send('Storage.overrideQuotaForOrigin', quota);
    await playlist(1);
    await staff.getByText(/这台的磁盘满了，“重阳”放不下/).waitFor();
    await shows('playlist:autumn@2');
    await screen.evaluate(async (hash) => {
      const cache = await caches.open('leling-media');
      const part = `/media/${hash}/chunk/0`;
      const bytes = new Uint8Array((await (await cache.match(part))?.arrayBuffer()) ?? new ArrayBuffer(1));
      bytes[0] = 1 ^ (bytes[0] ?? 0);
      await cache.delete(part);
      await cache.put(part, new Response(bytes));
    }, green);
    await disk.send('Storage.overrideQuotaForOrigin', { origin: proxy.url });
    // It would look again within minutes, and does so at once when it is switched on.
    await screen.reload();
    await until(() => isWholeOn(green));
    await staff
      .getByText(/都备好了：\d+ 个/)
      .first()
      .waitFor();
    await shows('playlist:autumn@2');
  });

  it('is fetched anew where the disk has changed a byte of it, and staff are told that all is there', async () => {
    const isThere = await screen.evaluate(async (hash) => {
      const cache = await caches.open('leling-media');
      const held = await cache.match(`/media/${hash}`);
      const bytes = new Uint8Array((await held?.arrayBuffer()) ?? new ArrayBuffer(0));
      bytes[5_000_000] = 1 ^ (bytes[5_000_000] ?? 0);
      await cache.put(`/media/${hash}`, new Response(bytes, { headers: { 'content-type': 'video/mp4' } }));
      return held !== undefined;
    }, hashes[0] ?? '');
    assert.ok(isThere, 'a film to be spoiled');
    await screen.reload();
    await until(() => isWholeOn(hashes[0] ?? ''));
    await staff
      .getByText(/都备好了：\d+ 个/)
      .first()
      .waitFor();
  });

  it('is not kept as it comes over a line that spoils it: staff are told to look at the line, and it comes once that is mended', async () => {
    await upload('爬山', await film('red', 5));
    await staff.getByRole('button', { name: '拿掉“爬山”' }).waitFor();
    proxy.lie('flipped-byte', { only: MEDIA });
    await playlist(2);
    await staff.getByText(/“爬山”传到这台的路上总出错/).waitFor();
    assert.equal(await heldOn(hashes[2] ?? ''), null);
    await shows('playlist:autumn@3');
    proxy.tellTheTruth();
    // It would look again within minutes, and does so at once when it is switched on.
    await screen.reload();
    await until(() => isWholeOn(hashes[2] ?? ''));
    await staff
      .getByText(/都备好了：\d+ 个/)
      .first()
      .waitFor();
  });

  it('no page has thrown an error', () => assert.deepEqual(profile.errors, []));
});
