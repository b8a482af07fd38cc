import assert from 'node:assert/strict';
import { test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import { SecondMedium } from '../../src/protocol/client/second-medium.ts';
import { newClient } from '../../src/protocol/client/chain.ts';
import { writeClient, writeUnsent } from '../../src/protocol/client/records.ts';
import type { Timers, Transport } from '../../src/protocol/client/ports.ts';
import type { WireMutation } from '../../src/protocol/wire/wire.ts';
import { Disk } from '../sim/disk.ts';
import { Life } from '../sim/life.ts';
import { MemoryStorage } from '../sim/memory-storage.ts';
import { calmJournal } from '../sim/sim-journal.ts';
import { Chance } from '../sim/random.ts';
import { VirtualTime } from '../sim/virtual-time.ts';
import { MENU_ID } from '../sim/seed-rows.ts';
import { CENTRE } from '../sim/sim-hub.ts';
import { menuItem } from '../support/rows.ts';
import { checkIn, clientOf, deviceOf, pass, quietCentre, shownAt, soon } from './centre.ts';

test('a check-in shown as saved is on two media, and is sent by the next page', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  kiosk.online = false;
  const made = await soon(world, checkIn(world, 'kiosk1', 'm1'));
  assert.ok(made.ok);
  assert.equal(kiosk.disk.list('outbox', []).length, 1);
  assert.ok(kiosk.disk.journal.has(made.mid));
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 1);

  kiosk.crash();
  kiosk.online = true;
  kiosk.boot(null);
  await pass(world, 5000);
  assert.equal((await world.hub.records([made.mid])).get(made.mid)?.result.status, 'applied');
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
  await world.end();
});

test('a change larger than a hub takes is told so at once; one that waits already goes without its words, and holds up nobody', async () => {
  const transport = (_device: unknown, plain: Transport): Transport => ({
    pull: (request) => plain.pull(request),
    report: (request) => plain.report(request),
    push: async (request) =>
      JSON.stringify(request).length > 100_000
        ? { ok: false, error: { type: 'problem', status: 413, detail: 'too large' } }
        : plain.push(request),
  });
  const world = await quietCentre(['kiosk1'], { transport });
  const kiosk = deviceOf(world, 'kiosk1');
  const large = await soon(
    world,
    clientOf(world, 'kiosk1').mutate('help.raise', { place: 'x'.repeat(600_000) }),
  );
  assert.deepEqual(large.ok ? null : large.code, 'too-large');
  kiosk.online = false;
  const made = [];
  for (const member of ['m1', 'm2', 'm3']) made.push(await soon(world, checkIn(world, 'kiosk1', member)));
  kiosk.crash();
  // Without a journal nothing says what it was.
  kiosk.disk.wipeJournal();
  const [name, cell] = [...kiosk.disk.cells].find(([key]) => key.startsWith('outbox')) ?? assert.fail();
  const entry = JSON.parse(JSON.stringify(cell.value));
  entry.mut.args.seen = { name: 'x'.repeat(200_000) };
  kiosk.disk.cells.set(name, { ...cell, value: entry });
  kiosk.online = true;
  kiosk.boot(null);
  await pass(world, 300_000);
  const ends = await world.hub.records(made.flatMap((one) => (one.ok ? [one.mid] : [])));
  assert.deepEqual([...ends.values()].map(({ result }) => result.status).sort(), [
    'applied',
    'applied',
    'refused',
  ]);
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
  await world.end();
});

test('what waits is told to nobody who answers in the hub’s place: after a silence it is greeted first', async () => {
  let strangers = false;
  const told: number[] = [];
  const transport = (_device: unknown, plain: Transport): Transport => ({
    // To a device, whoever else answers is a hub that is away.
    pull: async (request) => (strangers ? { ok: false, error: { type: 'away' } } : plain.pull(request)),
    report: (request) => plain.report(request),
    push: async (request) => {
      if (!strangers) return plain.push(request);
      told.push(request.muts.length);
      return { ok: false, error: { type: 'away' } };
    },
  });
  const world = await quietCentre(['kiosk1'], { transport });
  const kiosk = clientOf(world, 'kiosk1');
  // The old hub's stream ends, and another has its address.
  kiosk.setLive(false);
  strangers = true;
  assert.ok((await soon(world, checkIn(world, 'kiosk1', 'm1'))).ok);
  await pass(world, 60_000);
  deviceOf(world, 'kiosk1').crash();
  deviceOf(world, 'kiosk1').boot(null);
  await pass(world, 60_000);
  assert.ok(told.length > 5, `it was asked ${told.length} times`);
  assert.deepEqual(
    told.filter((count) => count > 0),
    [],
  );
  strangers = false;
  await pass(world, 60_000);
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0, 'its own has it all');
  await world.end();
});

test('a store that was wiped sends what the journal holds, under the same mids', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  kiosk.online = false;
  const first = await soon(world, checkIn(world, 'kiosk1', 'm1'));
  const second = await soon(world, checkIn(world, 'kiosk1', 'm2'));
  kiosk.crash();
  kiosk.disk.wipeStore();
  kiosk.online = true;
  kiosk.boot(null);
  await pass(world, 5000);
  assert.ok(first.ok && second.ok);
  assert.equal((await world.hub.records([first.mid, second.mid])).size, 2);
  assert.equal(await soon(world, shownAt(world, 'kiosk1')), 2);
  await world.end();
});

test('where the journal has no room, the check mark waits for the hub', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  world.fullJournal = 1;
  kiosk.online = false;
  let saved = false;
  const made = checkIn(world, 'kiosk1', 'm1').then(() => (saved = true));
  await pass(world, 5000);
  assert.equal(saved, false);
  kiosk.online = true;
  clientOf(world, 'kiosk1').syncNow();
  await soon(world, made);
  assert.equal(saved, true);
  await world.end();
});

test('a page that comes to the journal when all is over leaves nothing there to be sent again', async () => {
  const time = new VirtualTime(0);
  const [disk, life] = [new Disk(), new Life(time, () => 0)];
  const journal = calmJournal(disk, life, time);
  const storage = new MemoryStorage(disk, life, {}, () => undefined);
  const chance = new Chance(1);
  const [gone, waiting] = [
    { ...late, mid: id<'Mid'>('gone') },
    { ...late, mid: id<'Mid'>('waiting') },
  ];
  const clientId = id<'ClientId'>('client');
  await storage.write(async (tx) => {
    writeClient(tx, { ...newClient(chance, 0), clientId });
    writeUnsent(tx, { mut: waiting, touched: null, madeAtMono: 0, bootId: '' });
  });
  const orphaned = (): void => assert.fail('the store is the one it was');
  const second = new SecondMedium({ storage, journal, timers, failed: assert.ifError, orphaned });
  await Promise.all([second.reached(gone, clientId), second.reached(waiting, clientId)]);
  await time.runUntil(1);
  assert.deepEqual(
    (await journal.readAll()).map(({ mid }) => mid),
    ['waiting'],
  );
});

test('a page whose store was renewed under it forgets nothing of what the journal alone has then', async () => {
  const time = new VirtualTime(0);
  const [disk, life] = [new Disk(), new Life(time, () => 0)];
  const journal = calmJournal(disk, life, time);
  const storage = new MemoryStorage(disk, life, {}, () => undefined);
  let merged = 0;
  const second = new SecondMedium({
    storage,
    journal,
    timers,
    failed: assert.ifError,
    orphaned: () => (merged += 1),
  });
  const mut = { ...late, mid: id<'Mid'>('made before') };
  await second.reached(mut, id<'ClientId'>('of the store before'));
  await time.runUntil(1);
  assert.equal((await journal.readAll()).length, 1);
  assert.equal(merged, 1);
});

test('what only a store had that was renewed is not taken to be with the hub', async () => {
  const time = new VirtualTime(0);
  const storage = new MemoryStorage(new Disk(), new Life(time, () => 0), {}, () => undefined);
  let patienceEnds = (): void => undefined;
  const second = new SecondMedium({
    storage,
    journal: {
      append: () => Promise.reject(new Error('full')),
      forget: async () => undefined,
      readAll: async () => [],
    },
    timers: { ...timers, after: (_ms, then) => ((patienceEnds = then), () => undefined) },
    failed: () => undefined,
    orphaned: () => undefined,
  });
  const safe = second.reached(
    { ...late, mid: id<'Mid'>('made before') },
    id<'ClientId'>('of the store before'),
  );
  await time.runUntil(1);
  patienceEnds();
  assert.equal(await safe, false);
});

test('an acknowledgement alone removes nothing from view', async () => {
  const world = await quietCentre(['kiosk1'], {
    // The rows never come back, as when the pull is lost each time.
    transport: (_device, plain) => {
      let pulls = 0;
      return {
        push: (request) => plain.push(request),
        report: (request) => plain.report(request),
        pull: (request) =>
          (pulls += 1) > 8 ? Promise.resolve({ ok: false, error: { type: 'away' } }) : plain.pull(request),
      };
    },
  });
  await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 10_000);
  assert.equal(deviceOf(world, 'kiosk1').disk.list('kept', []).length, 1);
  assert.equal(await soon(world, shownAt(world, 'kiosk1')), 1);
  await world.end();
});

test('what a hub has lost that was put back to an earlier day is sent again, though no pull has told', async () => {
  let cut = false;
  const world = await quietCentre(['kiosk1'], {
    transport: (_device, plain) => ({
      ...plain,
      pull: (request) =>
        cut ? Promise.resolve({ ok: false, error: { type: 'away' } }) : plain.pull(request),
    }),
  });
  await world.hub.copyFolder();
  cut = true;
  const made = await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 2000);
  assert.ok(made.ok);
  assert.equal((await world.hub.records([made.mid])).size, 1);
  assert.ok(await world.hub.putFolderBack());
  assert.equal((await world.hub.records([made.mid])).size, 0);
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 5000);
  assert.equal((await world.hub.records([made.mid])).size, 1);
  await world.end();
});

test('a change that is not allowed here is refused at once and queues nothing', async () => {
  const world = await quietCentre(['kiosk1']);
  const unknown = await soon(world, checkIn(world, 'kiosk1', 'nobody'));
  assert.deepEqual(
    { ...unknown, detail: '' },
    { ok: false, status: 'refused', code: 'unknown-member', detail: '' },
  );
  const staffs = await soon(
    world,
    clientOf(world, 'kiosk1').mutate('notice.withdraw', { noticeId: id('n1') }),
  );
  assert.ok(!staffs.ok && staffs.code === 'not-permitted');
  assert.equal(deviceOf(world, 'kiosk1').disk.list('outbox', []).length, 0);
  await world.end();
});

test('a menu that somebody else has published meanwhile ends as a conflict, told to the editor, and leaves no false row', async () => {
  const world = await quietCentre(['desk of An']);
  const desk = deviceOf(world, 'desk of An');
  desk.online = false;
  const publish = (baseVersion: number, note: string) => ({
    menuId: id<'MenuId'>(MENU_ID),
    items: [dish],
    set: null,
    note,
    baseVersion,
  });
  assert.ok((await soon(world, clientOf(world, 'desk of An').mutate('menu.publish', publish(0, 'mine')))).ok);
  await world.hub.sync.perform(CENTRE, 'menu.publish', publish(0, 'theirs'));
  desk.online = true;
  clientOf(world, 'desk of An').syncNow();
  await pass(world, 3000);
  const menu = await soon(
    world,
    clientOf(world, 'desk of An').query((view) => view.get('centre', 'menu', MENU_ID)),
  );
  assert.equal(menu?.note, 'theirs');
  assert.equal(clientOf(world, 'desk of An').status().ended[0]?.result.status, 'conflict');
  await world.end();
});

test('a device the hub does not know any more keeps its unsent work, and says so', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  let told = 0;
  clientOf(world, 'kiosk1').onUnauthorised(() => (told += 1));
  kiosk.authorised = false;
  await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 3000);
  assert.ok(told > 0);
  assert.equal(clientOf(world, 'kiosk1').status().link, 'signed-out');
  assert.equal(kiosk.disk.list('outbox', []).length, 1);
  assert.equal(await soon(world, shownAt(world, 'kiosk1')), 1);
  kiosk.authorised = true;
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 3000);
  assert.equal(kiosk.disk.list('outbox', []).length, 0);
  await world.end();
});

const dish = menuItem();

const timers: Timers = { after: () => () => undefined };

const late: Omit<WireMutation, 'mid'> = {
  seq: 1,
  prev: null,
  name: 'checkin.claim',
  v: 1,
  args: {},
  deviceTime: 1,
  timeQuality: 'carried',
  age: null,
};
