import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { openClient } from '../../src/protocol/client/open-client.ts';
import { Making } from '../../src/protocol/client/making.ts';
import { Life } from '../sim/life.ts';
import { calmJournal } from '../sim/sim-journal.ts';
import { MemoryStorage } from '../sim/memory-storage.ts';
import { notice, TODAY, UTC_OFFSET } from '../sim/seed-rows.ts';
import { CENTRE, replyOf } from '../sim/sim-hub.ts';
import { dishRow } from '../support/rows.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { id } from '../../src/kernel/ids.ts';
import { checkIn, clientOf, deviceOf, pass, quietCentre, shownAt, soon } from './centre.ts';

test('a first load of several pages is seen whole or not at all', async () => {
  const world = await quietCentre([]);
  deviceOf(world, 'tv').boot(null);
  const seen = new Set<number>();
  await pass(world, 0);
  clientOf(world, 'tv').watch(
    async (view) => (await view.list('centre', 'notice')).length,
    (count) => seen.add(count),
    fail,
  );
  await pass(world, 3000);
  assert.deepEqual([...seen], [0, 12]);
  assert.equal(clientOf(world, 'tv').status().loaded, true);
  await world.end();
});

test('a first load writes each row once', async () => {
  let puts = 0;
  const world = await quietCentre(['tv'], {
    storage: () => ({
      commit: (changes) => {
        puts += changes.filter(({ id: key, now }) => key.startsWith('base') && now !== null).length;
        return changes;
      },
    }),
  });
  assert.equal(puts, deviceOf(world, 'tv').disk.list('base', []).length);
  await world.end();
});

test('what a hint brings is on the glass before a slow disk has synced it, and a power cut a moment later takes nothing back', async () => {
  const world = await quietCentre(['tv']);
  const { disk } = deviceOf(world, 'tv');
  const seen: (readonly [title: string | undefined, isSynced: boolean])[] = [];
  clientOf(world, 'tv').watch(
    (view) => view.get('centre', 'notice', 'n1'),
    (row) => seen.push([row?.title, disk.unsynced.length === 0]),
    fail,
  );
  await pass(world, 10);
  await world.hub.sync.write(CENTRE, (tx) => tx.put('centre', 'notice', 'n1', notice('n1', 'new')));
  await pass(world, 50);
  assert.deepEqual(seen, [
    ['welcome', true],
    ['new', false],
  ]);
  assert.deepEqual(disk.unsynced, []);
  await world.end();
});

test('what staff change is seen at once through the hint, and a watch that is over is silent', async () => {
  const world = await quietCentre(['tv']);
  const titles: (string | undefined)[] = [];
  const stop = clientOf(world, 'tv').watch(
    (view) => view.get('centre', 'notice', 'n1'),
    (row) => titles.push(row?.title),
    fail,
  );
  await pass(world, 10);
  await world.hub.sync.write(CENTRE, (tx) => tx.put('centre', 'notice', 'n1', notice('n1', 'new')));
  await pass(world, 50);
  assert.deepEqual(titles, ['welcome', 'new']);
  await world.hub.sync.write(CENTRE, (tx) => tx.put('centre', 'dish', 'x', plainDish));
  await pass(world, 50);
  assert.equal(titles.length, 2, 'a change of another kind asks nothing');
  stop();
  await world.hub.sync.write(CENTRE, (tx) => tx.put('centre', 'notice', 'n1', notice('n1', 'newer')));
  await pass(world, 50);
  assert.equal(titles.length, 2);
  await world.end();
});

test('a bucket that is no longer granted is gone from the device, with its rows and its cursor', async () => {
  const world = await quietCentre(['kiosk1']);
  const kiosk = deviceOf(world, 'kiosk1');
  kiosk.revoked = [`kiosk:${CENTRE}`];
  clientOf(world, 'kiosk1').syncNow();
  await pass(world, 2000);
  assert.equal(kiosk.disk.list('base', [`kiosk:${CENTRE}`]).length, 0);
  assert.equal(kiosk.disk.list('meta', ['bucket', `kiosk:${CENTRE}`]).length, 0);
  assert.ok(kiosk.disk.list('base', [`centre:${CENTRE}`]).length > 0);
  await world.end();
});

test('a kiosk without its hub forgets at the day’s end who came, and keeps its roster', async () => {
  const world = await quietCentre(['kiosk1']);
  await soon(world, checkIn(world, 'kiosk1', 'm1'));
  await pass(world, 3000);
  deviceOf(world, 'kiosk1').online = false;
  await pass(world, 20 * 3_600_000);
  assert.equal(await soon(world, shownAt(world, 'kiosk1')), 0);
  const roster = await soon(
    world,
    clientOf(world, 'kiosk1').query((view) => view.list('kiosk', 'roster')),
  );
  assert.equal(roster.length, 4);
  await world.end();
});

test('a second tab’s check-in is seen by the first and sent by the one that leads', async () => {
  const world = await quietCentre([]);
  const { disk, actor } = deviceOf(world, 'kiosk1');
  const life = new Life(world.time, () => 0);
  const storage = new MemoryStorage(disk, life, {}, () => undefined);
  const who = { actor, owner: 'kiosk1/device', grants: deviceOf(world, 'kiosk1').grants };
  const open = () =>
    openClient({
      Making,
      storage,
      journal: calmJournal(disk, life, world.time),
      transport: {
        push: async (request) => replyOf(await world.hub.push(who, request)),
        pull: async (request) => replyOf(await world.hub.pull(who, request)),
        report: async ({ reports }) => ({
          ok: true,
          value: { taken: await world.hub.sync.report(who, reports) },
        }),
      },
      clock: { wall: () => world.time.now, monotonic: () => world.time.now, bootId: 'boot' },
      timers: { after: (ms, run) => world.time.after(ms, run) },
      random: { next: () => 0.5, uuid7: (nowMs) => world.chance.uuid7(nowMs) },
      actor,
      nouns: { mutations, rowKinds },
      utcOffsetMinutes: UTC_OFFSET,
      failed: fail,
    });
  const [leader, follower] = [await open(), await open()];
  leader.onChanged((notice_) => follower.noticeChanged(notice_));
  follower.onChanged((notice_) => leader.noticeChanged(notice_));
  await leader.start();
  await pass(world, 1000);
  const shown: number[] = [];
  leader.watch(
    async (view) => (await view.list('kiosk', 'attendance')).length,
    (count) => shown.push(count),
    fail,
  );
  await pass(world, 10);
  const made = await soon(
    world,
    follower.mutate('checkin.claim', {
      sessionId: sessionId('baduanjin', TODAY),
      memberId: id('m1'),
      seen: null,
    }),
  );
  await pass(world, 2000);
  assert.ok(made.ok);
  assert.equal(shown[shown.length - 1], 1);
  assert.equal((await world.hub.records([made.mid])).size, 1);
  assert.equal(follower.status().outbox, 0);
  // A page that is opened beside them hears from the one that leads how it stands with the hub.
  const late = await open();
  leader.onChanged((notice_) => late.noticeChanged(notice_));
  assert.notEqual(late.status().link, leader.status().link);
  leader.noticeChanged({ kinds: [], asks: true });
  assert.equal(late.status().link, leader.status().link);
  // The lead is handed over: the other goes on where the first was.
  leader.stop();
  await follower.start();
  await soon(
    world,
    leader.mutate('checkin.claim', { sessionId: sessionId('hands', TODAY), memberId: id('m2'), seen: null }),
  );
  await pass(world, 2000);
  assert.equal(leader.status().outbox, 0);
  await world.end();
});

test('a store that is emptied under its page is loaded again by itself, and meanwhile nobody takes it for a centre without a notice', async () => {
  const world = await quietCentre(['tv']);
  const seen: [number, boolean][] = [];
  clientOf(world, 'tv').watch(
    async (view) => (await view.list('centre', 'notice')).length,
    (count, held) => seen.push([count, held]),
    fail,
  );
  await pass(world, 10);
  deviceOf(world, 'tv').disk.wipeStore();
  await pass(world, 120_000);
  assert.deepEqual(seen[0], [12, true]);
  assert.deepEqual(seen[seen.length - 1], [12, true]);
  assert.ok(
    seen.some(([, held]) => !held),
    'nobody was told that it had gone',
  );
  assert.ok(
    seen.every(([count, held]) => count === 12 || !held),
    'it was told as nothing',
  );
  assert.equal(clientOf(world, 'tv').status().link === 'away', false);
  await world.end();
});

test('what somebody may not hold is not waited for: a cook would never see the timetable, which reads names where it may', async () => {
  const world = await quietCentre([]);
  const cook = world.desk.people.find(({ role }) => role === 'canteen');
  if (cook === undefined) throw new Error('nobody cooks');
  world.desk.signIn(cook);
  deviceOf(world, 'desk of Bo').boot(null);
  await pass(world, 0);
  const seen: [number, number, boolean][] = [];
  clientOf(world, 'desk of Bo').watch(
    async (view) =>
      [(await view.list('centre', 'notice')).length, (await view.list('people', 'member')).length] as const,
    ([notices, members], held) => seen.push([notices, members, held]),
    fail,
  );
  await pass(world, 3000);
  assert.deepEqual(seen[0], [0, 0, false]);
  assert.deepEqual(seen[seen.length - 1], [12, 0, true]);
  await world.end();
});

/** Nothing may fail here. */
function fail(error: unknown): void {
  assert.ifError(error);
}

const plainDish = dishRow({ id: id('x') });
