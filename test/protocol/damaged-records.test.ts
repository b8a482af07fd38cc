import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Key } from '../../src/protocol/client/ports.ts';
import { keyText } from '../sim/disk.ts';
import { MORNING_MS } from '../sim/seed-rows.ts';
import type { World } from '../sim/world.ts';
import { checkIn, clientOf, deviceOf, pass, quietCentre, shownAt, soon } from './centre.ts';

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
      put(['bucket', 'kiosk:sample'], value);
      // A row of a generation long gone lies where the fresh one will.
      const key = ['kiosk:sample', 1, 'attendance', 'ghost'] as const;
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
  test(`a check-in whose arguments are ${JSON.stringify(args)} keeps none of the others from the hub, at no start`, () =>
    losesNothing((_, world) => {
      const { cells } = deviceOf(world, 'kiosk1').disk;
      const unsent = [...cells].filter(([name]) => name.startsWith('outbox'));
      assert.equal(unsent.length, 2);
      const [name, cell] = unsent[0] ?? assert.fail();
      const entry = JSON.parse(JSON.stringify(cell.value));
      cells.set(name, { ...cell, value: { ...entry, mut: { ...entry.mut, args } } });
    }, 2));
}
