import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Key, StoreName } from '../../src/protocol/client/ports.ts';
import type { Entry } from '../../src/protocol/client/records.ts';
import { keyText, type Cell } from '../sim/disk.ts';
import { MORNING_MS } from '../sim/seed-rows.ts';
import { CENTRE } from '../sim/sim-hub.ts';
import { bucketOn, clientOn } from '../sim/watcher.ts';
import type { World } from '../sim/world.ts';
import { checkIn, clientOf, deviceOf, pass, quietCentre, shownAt, soon } from './centre.ts';

const KIOSK = `kiosk:${CENTRE}`;

/** A kiosk with one check-in that the hub has, and two that it has not, goes off; its disk is damaged; it comes on. */
async function cameOnDamaged(damage: (put: (key: Key, value: unknown) => void, world: World) => void) {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  const mids: string[] = [];
  for (const member of ['m1', 'm2', 'm3']) {
    const made = await soon(world, checkIn(world, 'kiosk1', member));
    assert.ok(made.ok);
    mids.push(made.mid);
    if (member !== 'm1') continue;
    await pass(world, 3000);
    kiosk.online = false;
  }
  kiosk.crash();
  damage((key, value) => kiosk.disk.cells.set(keyText('meta', key), { key, value }), world);
  kiosk.boot(null);
  await pass(world, 1000);
  return { world, kiosk, mids };
}

/** Everything arrives once, and the kiosk shows three, whatever was done to its disk. */
async function losesNothing(damage: Parameters<typeof cameOnDamaged>[0], shown = 3): Promise<void> {
  const { world, kiosk, mids } = await cameOnDamaged(damage);
  kiosk.online = true;
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 20_000);
  const records = await world.hub.records(mids.map((mid) => mid as never));
  assert.equal(records.size, 3);
  assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
  assert.equal(await soon(world, shownAt(world, 'kiosk1')), shown);
  await world.end();
}

const nonsense: readonly unknown[] = [NaN, 'x', 7, [], {}, { clientId: 3, grants: 'all', bucket: null }];

for (const value of nonsense) {
  const what = Number.isNaN(value) ? 'NaN' : JSON.stringify(value);
  test(`a kiosk whose record of itself is ${what} sends all it holds, once`, () =>
    losesNothing((put) => put(['client'], value)));

  test(`a kiosk whose record of a bucket is ${what} pulls it afresh, and no row that is gone comes back`, () =>
    losesNothing((put, world) => {
      put(['bucket', KIOSK], value);
      // A row of a generation long gone lies where the fresh one will.
      const key = [KIOSK, 1, 'attendance', 'ghost'] as const;
      const row = { kind: 'attendance', id: 'ghost', version: 1, data: { id: 'ghost' } };
      deviceOf(world, 'kiosk1').disk.cells.set(keyText('base', key), { key, value: row });
    }));

  test(`a kiosk whose notes of what ended and what is to be forgotten are ${what} goes on`, () =>
    losesNothing((put) => {
      put(['ended'], value);
      put(['forgetting'], value);
    }));

  test(`a kiosk whose record of time is ${what} knows the time again as soon as its hub answers`, async () => {
    const { world, kiosk } = await cameOnDamaged((put) => put(['clock'], value));
    assert.equal(clientOf(world, 'kiosk1').time().quality, 'carried');
    kiosk.online = true;
    clientOf(world, 'kiosk1').syncNow();
    await pass(world, 5000);
    assert.equal(clientOf(world, 'kiosk1').time().quality, 'confirmed');
    await world.end();
  });
}

test('a high-water mark that is no number poisons no start', async () => {
  const { world } = await cameOnDamaged((put) => put(['clock'], { highWaterMs: NaN, lastSyncMs: 'soon' }));
  const { nowMs } = clientOf(world, 'kiosk1').time();
  assert.ok(nowMs !== null && Number.isFinite(nowMs));
  assert.equal(clientOf(world, 'kiosk1').status().lastSyncMs, null);
  await world.end();
});

for (const highWaterMs of [9e15, 1e300, -5, '1780000000000']) {
  test(`a high-water mark of ${highWaterMs} leaves no start without a day: the newest sync's time stands in for it`, async () => {
    const lastSyncMs = MORNING_MS - 3_600_000;
    const { world } = await cameOnDamaged((put) => put(['clock'], { highWaterMs, lastSyncMs }));
    assert.equal(clientOf(world, 'kiosk1').time().quality, 'carried');
    assert.equal(clientOf(world, 'kiosk1').status().lastSyncMs, lastSyncMs);
    await world.end();
  });
}

test('an entry nobody can read keeps none of the others from the hub', () =>
  losesNothing((_, world) => {
    const key = ['0-damaged'] as const;
    for (const store of ['outbox', 'kept'] as const)
      deviceOf(world, 'kiosk1').disk.cells.set(keyText(store, key), { key, value: { mut: 5 } });
  }));

for (const args of [
  null,
  5,
  { sessionId: 7 },
  { sessionId: 'x@2026-11-28', memberId: null, seen: 'nothing' },
]) {
  const spoil = (world: World): void =>
    spoilUnsent(world, (entry) => ({ ...entry, mut: { ...entry.mut, args } }));

  test(`a check-in whose arguments are ${JSON.stringify(args)} on the disk is sent as it was made: its journal has it`, () =>
    losesNothing((_, world) => spoil(world)));

  test(`a check-in whose arguments are ${JSON.stringify(args)}, its journal gone, keeps none of the others from the hub, at no start`, () =>
    losesNothing((_, world) => {
      deviceOf(world, 'kiosk1').disk.wipeJournal();
      spoil(world);
    }, 2));
}

const spoilt: Readonly<Record<string, (entry: Entry) => unknown>> = {
  'is nonsense': () => 'x',
  'has another mid': (entry) => ({ ...entry, mut: { ...entry.mut, mid: 'not-this-one' } }),
  'has no seq': (entry) => ({ ...entry, mut: { ...entry.mut, seq: NaN } }),
  'has another seq': (entry) => ({ ...entry, mut: { ...entry.mut, seq: 900 } }),
  'follows nobody': (entry) => ({ ...entry, mut: { ...entry.mut, prev: 5 } }),
  'has no name that is known': (entry) => ({ ...entry, mut: { ...entry.mut, name: 'nobody.knows' } }),
  'is of a version to come': (entry) => ({ ...entry, mut: { ...entry.mut, v: 99 } }),
  'has touched a number': (entry) => ({ ...entry, touched: 7 }),
  'was made at no time': (entry) => ({ ...entry, madeAtMono: 'x', bootId: null }),
};
for (const [what, spoil] of Object.entries(spoilt))
  test(`a check-in that waits and ${what} arrives as it was made, once`, () =>
    losesNothing((_, world) => spoilUnsent(world, spoil)));

test('what the hub has already, damaged in `kept`, is taken from the journal when the hub is put back to before it', () =>
  losesNothing((_, world) => {
    const { cells } = deviceOf(world, 'kiosk1').disk;
    for (const [name, cell] of [...cells])
      if (name.startsWith('kept')) cells.set(name, { ...cell, value: [{ mut: 5 }] });
  }));

for (const [what, wrong] of Object.entries({
  'counts 40 that wait': { outbox: 40 },
  'counts none that wait': { outbox: 0 },
  'waits to pull until a change that was never made is acknowledged': { pullAfter: 1e9 },
  'has made a mutation in the year 2190': { midMs: 6_942_499_200_000 },
}))
  test(`a kiosk whose record of itself ${what} is right again at its next start`, async () => {
    const { world, kiosk } = await cameOnDamaged((put, { devices }) => {
      const disk = devices.find(({ name }) => name === 'kiosk1')?.disk ?? assert.fail();
      put(['client'], { ...clientOn(disk), ...wrong });
    });
    assert.equal(clientOf(world, 'kiosk1').status().outbox, 2);
    assert.ok((clientOn(kiosk.disk)?.midMs ?? Infinity) <= world.time.now);
    kiosk.online = true;
    clientOf(world, 'kiosk1').syncNow();
    await pass(world, 20_000);
    assert.equal(clientOf(world, 'kiosk1').status().outbox, 0);
    // What the hub says since is heard.
    assert.equal(bucketOn(kiosk.disk, KIOSK)?.last, 3);
    await world.end();
  });

const noRows: readonly unknown[] = [
  null,
  7,
  'x',
  {},
  [],
  { id: 5, data: {} },
  { id: 'm1' },
  { id: 'm1', data: 4 },
];

for (const value of noRows) {
  const what = JSON.stringify(value);
  test(`${what} in the place of a member's row is passed over, and the member is fetched again`, async () => {
    const { world, kiosk } = await cameOnDamaged((_, { devices }) =>
      spoilRow(devices, ['base', KIOSK], 'roster', value),
    );
    const shown = (): Promise<number> =>
      clientOf(world, 'kiosk1').query(async (view) => (await view.list('kiosk', 'roster')).length);
    assert.equal(await soon(world, shown()), 3);
    assert.equal(await soon(world, shownAt(world, 'kiosk1')), 3);
    kiosk.online = true;
    clientOf(world, 'kiosk1').syncNow();
    await pass(world, 20_000);
    assert.equal(await soon(world, shown()), 4);
    assert.deepEqual(kiosk.healed, ['rows-repaired']);
    await world.end();
  });

  test(`${what} in the place of a check-in that lies over the base comes back into view without the hub`, async () => {
    const { world } = await cameOnDamaged((_, { devices }) =>
      spoilRow(devices, ['overlay', KIOSK], 'attendance', value),
    );
    await soon(world, shownAt(world, 'kiosk1'));
    await pass(world, 1000);
    assert.equal(await soon(world, shownAt(world, 'kiosk1')), 3);
    await world.end();
  });
}

test('a member’s row that is damaged is not told as mended by a pull that was asked before, and once when it is', async () => {
  let line = Promise.resolve();
  let comes = (): void => undefined;
  const world = await quietCentre(['kiosk1'], { mendingComes: () => line });
  const { healed } = deviceOf(world, 'kiosk1');
  const shown = (): Promise<number> =>
    soon(
      world,
      clientOf(world, 'kiosk1').query(async (view) => (await view.list('kiosk', 'roster')).length),
    );
  spoilRow(world.devices, ['base', KIOSK], 'roster', 7);
  line = new Promise((resolve) => (comes = resolve));
  assert.equal(await shown(), 3);
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 5000);
  assert.deepEqual(healed, []);
  assert.equal(await shown(), 3);
  comes();
  await pass(world, 5000);
  assert.equal(await shown(), 4);
  await pass(world, 60_000);
  assert.deepEqual(healed, ['rows-repaired']);
  await world.end();
});

/** Puts something in the place of the first row of a kind on the kiosk's disk. */
function spoilRow(
  devices: World['devices'],
  prefix: [StoreName, string],
  kind: string,
  value: unknown,
): void {
  const cells = devices.find(({ name }) => name === 'kiosk1')?.disk.cells ?? new Map<string, Cell>();
  const [name, cell] =
    [...cells].find(
      ([, { key }], at) =>
        [...cells.keys()][at]?.startsWith(prefix[0]) && key[0] === prefix[1] && key.includes(kind),
    ) ?? assert.fail('there is no such row');
  cells.set(name, { ...cell, value });
}

/** Spoils the first of what waits. */
function spoilUnsent(world: World, spoil: (entry: Entry) => unknown): void {
  const { cells } = deviceOf(world, 'kiosk1').disk;
  const unsent = [...cells].filter(([name]) => name.startsWith('outbox'));
  assert.equal(unsent.length, 2);
  const [name, cell] = unsent[0] ?? assert.fail();
  const entry: Entry = JSON.parse(JSON.stringify(cell.value));
  cells.set(name, { ...cell, value: spoil(entry) });
}
