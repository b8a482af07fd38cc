import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Hub } from '../../src/sw/hub.ts';
import { Device, FolderOnHub } from './device.ts';

/** The worker with its real memory, its real keeper and a disk that outlives it. */
describe('the judge of builds, on a device', () => {
  let hub: FolderOnHub;
  let device: Device;

  beforeEach(async () => {
    hub = new FolderOnHub();
    device = new Device(hub);
    hub.holds('aaaa');
    await device.warden.install();
    const { id } = await device.kioskStarts();
    await device.isWell(id, 'aaaa');
  });

  const arrives = async (id: string, how?: Parameters<FolderOnHub['holds']>[1]): Promise<void> => {
    hub.holds(id, how);
    await device.warden.look({ now: true });
  };

  it('answers a page from the disk though the hub hangs and the disk takes nothing: nobody waits before an empty glass', async () => {
    await arrives('bbbb');
    hub.line = 'silent';
    device.disk.hangs = true;
    device.workerStarts();
    const asked = hub.asked;
    const { id, shows } = await device.kioskStarts();
    assert.equal(shows, 'bbbb');
    const part = await device.warden.part('/assets/kiosk-bbbb.js', id);
    assert.ok(part instanceof Response);
    assert.equal(hub.asked, asked);
  });

  it('mends a file that was answered with spoiled, and starts the page anew once, without a word against the build', async () => {
    await arrives('bbbb');
    device.disk.caches
      .get([...device.disk.caches.keys()].find((name) => name.includes('bbbb')) ?? '')
      ?.set('/assets/kiosk-bbbb.js', "run('bbbB')");
    const { id } = await device.kioskStarts();
    await device.warden.part('/assets/kiosk-bbbb.js', id);
    await device.warden.failed('bbbb');
    assert.deepEqual(device.startedAnew, [id]);
    assert.deepEqual(device.healed, ['build-refetched']);
    const { trial, bad } = await device.memory.read();
    assert.deepEqual([trial?.begun, bad], [{}, []]);
    const again = await device.kioskStarts();
    const part = await device.warden.part('/assets/kiosk-bbbb.js', again.id);
    assert.ok(part instanceof Response && (await part.text()) === "run('bbbb')");
  });

  it('writes a second copy anew that was found spoiled', async () => {
    await device.warden.tidy();
    const copies = [...device.disk.beside.keys()];
    assert.ok(copies.length > 0);
    for (const name of copies) device.disk.beside.set(name, new TextEncoder().encode('spoiled').buffer);
    device.disk.caches
      .get([...device.disk.caches.keys()].find((name) => name.includes('aaaa')) ?? '')
      ?.clear();
    device.workerStarts();
    await device.kioskStarts();
    await device.warden.failed('aaaa');
    await device.warden.tidy();
    // The hub mended the first copy; from now on the device does without it.
    device.disk.caches
      .get([...device.disk.caches.keys()].find((name) => name.includes('aaaa')) ?? '')
      ?.clear();
    device.workerStarts();
    hub.line = 'silent';
    const { shows } = await device.kioskStarts();
    assert.equal(shows, 'aaaa');
  });

  it('keeps nothing of a network that answers in the place of the hub in mid-update', async () => {
    hub.holds('bbbb');
    const { files } = hub;
    const page = files['/kiosk.html'] ?? '';
    // The list came through, and then the network changed hands.
    hub.files = { ...files, '/assets/kiosk-bbbb.js': '<h1>请先登录 Wi-Fi</h1>' };
    await device.warden.look({ now: true });
    assert.equal((await device.memory.read()).waiting, null);
    hub.line = 'portal';
    await device.warden.look({ now: true });
    assert.equal((await device.kioskStarts()).shows, 'aaaa');
    hub.line = 'hub';
    hub.files = files;
    await device.warden.look({ now: true });
    assert.ok(page.includes((await device.kioskStarts()).shows ?? 'nothing'));
    const kept = JSON.stringify([...device.disk.caches.values()].map((one) => [...one]));
    assert.ok(!kept.includes('Wi-Fi'));
  });

  it('takes a list that is cut on the hub, or none, for a hub that is away', async () => {
    hub.holds('bbbb');
    hub.line = 'cut';
    await device.warden.look({ now: true });
    assert.equal((await device.memory.read()).waiting, null);
    hub.line = 'hub';
    delete hub.files['/build.json'];
    await device.warden.look({ now: true });
    assert.equal((await device.kioskStarts()).shows, 'aaaa');
  });

  it('takes no build of the neighbours whose hub answers on the address, and none of who says no name', async () => {
    await device.warden.knows('our-hub');
    for (const name of ['the-neighbours', null]) {
      hub.name = name;
      await arrives('bbbb');
      device.workerStarts();
      const { waiting, kept } = await device.memory.read();
      assert.deepEqual([waiting, kept.map(({ list }) => list.id)], [null, ['aaaa']]);
      assert.equal((await device.kioskStarts()).shows, 'aaaa');
    }
    hub.name = 'our-hub';
    await device.warden.look({ now: true });
    assert.equal((await device.kioskStarts()).shows, 'bbbb');
  });

  it("gives the worker's own place to no script of the neighbours, and to that of a hub that only says no name", async () => {
    await device.warden.knows('our-hub');
    device.workerStarts();
    hub.name = 'the-neighbours';
    await assert.rejects(device.warden.install());
    for (const name of ['our-hub', null]) {
      hub.name = name;
      assert.deepEqual(await device.warden.install(), { first: false });
    }
  });

  it('goes with its pages where they are paired anew with another hub, and takes the builds of that one', async () => {
    await device.warden.knows('our-hub');
    // A page that has got through to none says so, and what is known stays known.
    await device.warden.knows(null);
    hub.name = 'the-new-hub';
    await arrives('bbbb');
    assert.equal((await device.memory.read()).waiting, null);
    await device.warden.knows('the-new-hub');
    await device.warden.look({ now: true });
    assert.equal((await device.kioskStarts()).shows, 'bbbb');
  });

  it("counts no time against a build on trial while the neighbours' hub answers: nobody lets it sync there", async () => {
    await device.warden.knows('our-hub');
    await arrives('bbbb', { trial: { syncWithinMs: 60_000 } });
    const { id } = await device.kioskStarts();
    await device.warden.ready(id, 'bbbb', { face: '/kiosk', address: '/kiosk', talks: true });
    hub.name = 'the-neighbours';
    for (let minute = 0; minute < 10; minute += 1) {
      await device.warden.here(id, 'bbbb');
      await device.passes(30_000);
    }
    assert.deepEqual((await device.memory.read()).bad, []);
  });

  it('counts no time against a build while the hub is without its database', async () => {
    const says = (code: string) =>
      (hub.files['/api/health'] = JSON.stringify({
        status: 'bad',
        epoch: 'e',
        troubles: [{ code, since: 0 }],
      }));
    says('data-lost');
    assert.equal(await new Hub(hub.ask, async () => null).answers(), true);
    says('database-away');
    assert.equal(await new Hub(hub.ask, async () => null).answers(), false);
  });

  it('stopped in mid-trial goes on with the trial: a build is not proved by its judge being away', async () => {
    await arrives('bbbb');
    const { id } = await device.kioskStarts();
    await device.warden.ready(id, 'bbbb', { face: '/kiosk', address: '/kiosk', talks: true });
    device.workerStarts();
    assert.equal((await device.memory.read()).trial?.key.slice(0, 4), 'bbbb');
    await device.warden.synced('bbbb');
    assert.equal((await device.memory.read()).trial, null);
  });

  it('gives the place back after two starts that were cut off before a face stood, though its worker ended with each', async () => {
    await arrives('bbbb');
    const shown: (string | null)[] = [];
    for (let start = 0; start < 4; start += 1) {
      device.workerStarts();
      shown.push((await device.kioskStarts()).shows);
      await device.rests();
    }
    assert.deepEqual(shown, ['bbbb', 'bbbb', 'aaaa', 'aaaa']);
  });

  it('blames no build for a store that is slow to open, and one that never stands all the same', async () => {
    await arrives('bbbb', { trial: { readyWithinMs: 1000 } });
    const { id } = await device.kioskStarts();
    device.warden.opening(id);
    await device.passes(1000);
    assert.deepEqual((await device.memory.read()).bad, []);
    await device.passes(240_000);
    assert.deepEqual(
      (await device.memory.read()).bad.map(({ id: build, why }) => [build, why]),
      [['bbbb', 'too-late']],
    );
  });

  it('a page in an endless loop cannot be led away, and at its next start stands on the last good build', async () => {
    await arrives('bbbb', { trial: { readyWithinMs: 1000 } });
    assert.equal((await device.kioskStarts()).shows, 'bbbb');
    // It is told to start anew and does not: nothing in it runs.
    await device.passes(1000);
    assert.deepEqual(
      (await device.memory.read()).bad.map(({ id, why }) => [id, why]),
      [['bbbb', 'too-late']],
    );
    assert.equal((await device.kioskStarts()).shows, 'aaaa');
  });

  it('loses no word of a page to another that it hears at once, as a worker does that was just started', async () => {
    await arrives('bbbb');
    const { id } = await device.kioskStarts();
    await device.memory.written();
    device.workerStarts();
    const face = { face: '/kiosk', address: '/kiosk', talks: true };
    await Promise.all([
      device.warden.ready(id, 'bbbb', face),
      device.warden.synced('bbbb'),
      device.warden.knows('our-hub'),
    ]);
    const { trial, current, hub: known } = await device.memory.read();
    assert.equal(trial, null, 'its face stood, and it has synced');
    assert.match(current?.key ?? '', /^bbbb/);
    assert.equal(known, 'our-hub');
  });

  it('a page that asks who the device is proves no build on a device that was known', async () => {
    await arrives('bbbb');
    const { id } = await device.kioskStarts();
    await device.warden.ready(id, 'bbbb', { face: '/kiosk', address: '/kiosk', talks: false });
    await device.warden.synced('bbbb');
    const { trial, bad } = await device.memory.read();
    assert.deepEqual([trial?.proved, trial?.begun, bad], [[], {}, []]);
  });

  it('gives an earlier process its turn after a quarter of an hour, though many pages ask and its worker ends between', async () => {
    hub.startedMs = 2;
    await arrives('bbbb');
    const { id } = await device.kioskStarts();
    await device.isWell(id, 'bbbb');
    hub.holds('aaaa');
    hub.startedMs = 1;
    const looks = async (times: number): Promise<string | null> => {
      for (let n = 0; n < times; n += 1) {
        device.workerStarts();
        await device.passes(20_000);
        await device.warden.look();
      }
      return (await device.memory.read()).waiting;
    };
    assert.equal(await looks(30), null);
    // A clock that is set, either way, is no quarter of an hour.
    device.clockIsOffMs = -1e12;
    assert.equal(await looks(3), null);
    device.clockIsOffMs = 0;
    assert.equal((await looks(15))?.slice(0, 4), 'aaaa');
  });

  it('tells of a bad build until another is proved', async () => {
    await arrives('bbbb');
    await device.kioskStarts();
    await device.warden.failed('bbbb');
    assert.deepEqual(
      (await device.memory.read()).bad.map(({ past }) => past),
      [undefined],
    );
    await arrives('cccc');
    const { id } = await device.kioskStarts();
    await device.isWell(id, 'cccc');
    assert.deepEqual(
      (await device.memory.read()).bad.map(({ past }) => past),
      [true],
    );
  });
});

describe('the first build of a device, which has nothing to go back to', () => {
  it('is bad, and the mended one comes onto the dead glass by itself', async () => {
    const hub = new FolderOnHub();
    const device = new Device(hub);
    hub.holds('aaaa', { trial: { readyWithinMs: 1000 } });
    await device.warden.install();
    const dead = await device.kioskStarts();
    assert.equal(dead.shows, 'aaaa');
    hub.holds('bbbb');
    await device.passes(1000);
    assert.deepEqual(device.startedAnew, [dead.id]);
    assert.equal((await device.kioskStarts()).shows, 'bbbb');
  });
});
