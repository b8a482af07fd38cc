import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCame, readCheckins } from '../../src/features/check-in/console/check-in-rows.ts';
import { readCheckIn } from '../../src/features/check-in/kiosk/check-in-rows.ts';
import { attendanceId, attendancesOf } from '../../src/features/check-in/model/attendance.ts';
import { sessionId } from '../../src/features/classes/model/sessions.ts';
import { mutations, rowKinds } from '../../src/features/registry.ts';
import { grantsOf } from '../../src/kernel/grants.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Actor } from '../../src/kernel/mutation.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { addDays, civilMoment } from '../../src/kernel/time.ts';
import type { Query } from '../../src/protocol/client/api.ts';
import { newClient } from '../../src/protocol/client/chain.ts';
import { openClient, type Client, type Notice } from '../../src/protocol/client/open-client.ts';
import { Making } from '../../src/protocol/client/making.ts';
import type { ClientStorage, StoreTx } from '../../src/protocol/client/ports.ts';
import { readBucket, writeBucket, writeClient } from '../../src/protocol/client/records.ts';
import { Disk } from '../sim/disk.ts';
import { Life } from '../sim/life.ts';
import { calmJournal } from '../sim/sim-journal.ts';
import { MemoryStorage } from '../sim/memory-storage.ts';
import { VirtualTime } from '../sim/virtual-time.ts';
import { centreRow, courseRow } from '../support/rows.ts';

const NOW_MS = Date.parse('2026-11-22T02:00:00Z');
const TODAY = civilMoment(NOW_MS, 480).date;
const SESSION = sessionId('baduanjin', TODAY);

const kiosk: Actor = {
  type: 'device',
  deviceId: id('lobby'),
  deviceKind: 'kiosk',
  centreId: id('sample'),
};
const manager: Actor = {
  type: 'staff',
  deviceId: id('office'),
  centreId: id('sample'),
  accountId: id('manager'),
  name: '王主任',
  role: 'manager',
};

/** A device away from its hub, whose store counts the rows it gives out. */
class Device {
  readonly client: Client;
  readonly told: Notice[] = [];
  rowsRead: () => number;

  private constructor(client: Client, rowsRead: () => number) {
    this.client = client;
    this.rowsRead = rowsRead;
    client.onChanged((notice) => this.told.push(notice));
  }

  static async open(actor: Actor, fill: (put: Put) => void): Promise<Device> {
    const disk = new Disk();
    const time = new VirtualTime(NOW_MS);
    const life = new Life(time, () => 0);
    let rows = 0;
    const storage = counting(new MemoryStorage(disk, life, {}, () => undefined), (count) => (rows += count));
    const random = { next: () => 0.5, uuid7: (nowMs: number) => uuid(nowMs, (mids += 1)) };
    await storage.write(async (tx) => {
      writeClient(tx, { ...newClient(random, NOW_MS), grants: grantsOf(actor), grantHash: 'g', epoch: 'e' });
      for (const bucket of grantsOf(actor))
        writeBucket(tx, { ...(await readBucket(tx, bucket)), loaded: true });
      fill((bucket, kind, rowId, data) =>
        tx.put('base', [bucket, 0, kind, rowId], { kind, id: rowId, version: 1, data }),
      );
    });
    const away = { ok: false, error: { type: 'away' } } as const;
    const client = await openClient({
      Making,
      storage,
      journal: calmJournal(disk, life, time),
      transport: { push: async () => away, pull: async () => away, report: async () => away },
      clock: { wall: () => NOW_MS, monotonic: () => 0, bootId: 'boot' },
      timers: { after: () => () => undefined },
      random,
      actor,
      nouns: { mutations, rowKinds },
      utcOffsetMinutes: 480,
      failed: (error) => assert.ifError(error),
    });
    return new Device(client, () => rows);
  }

  /** Watches, and tells how many rows the question reads when it is asked the first time and after a change. */
  async watched(queries: readonly Query<unknown>[], change: () => Promise<unknown>): Promise<number> {
    let answers = 0;
    let wanted = queries.length;
    let done: () => void = () => undefined;
    const stops = queries.map((query) =>
      this.client.watch(
        query,
        () => {
          answers += 1;
          if (answers >= wanted) done();
        },
        (error) => assert.ifError(error),
      ),
    );
    await new Promise<void>((resolve) => (done = resolve));
    const before = this.rowsRead();
    wanted = Infinity;
    await change();
    // Everything that the change has set going stands in the store's one queue before this.
    await this.client.query(async () => undefined);
    await this.client.query(async () => undefined);
    const read = this.rowsRead() - before;
    stops.forEach((stop) => stop());
    return read;
  }
}

type Put = (bucket: string, kind: string, rowId: string, data: unknown) => void;
let mids = 0;
const uuid = (nowMs: number, count: number): string =>
  `${nowMs
    .toString(16)
    .padStart(12, '0')
    .replace(/^(.{8})/, '$1-')}-7000-8000-${String(count).padStart(12, '0')}`;

function counting(inner: ClientStorage, read: (rows: number) => void): ClientStorage {
  const watched = (tx: StoreTx): StoreTx => ({
    get: (store, key) => {
      read(1);
      return tx.get(store, key);
    },
    list: async (store, prefix, ids) => {
      const found = await tx.list(store, prefix, ids);
      read(found.length);
      return found;
    },
    put: (store, key, value) => tx.put(store, key, value),
    delete: (store, key) => tx.delete(store, key),
    deletePrefix: (store, prefix) => tx.deletePrefix(store, prefix),
    deleteRange: (store, first, last) => tx.deleteRange(store, first, last),
  });
  return {
    read: (work) => inner.read((tx) => work(watched(tx))),
    write: (work, options) => inner.write((tx) => work(watched(tx)), options),
    close: () => inner.close(),
  };
}

const attendance = (session: string, member: string): RowOf<'attendance'> => ({
  id: attendanceId(session, member),
  sessionId: id(session),
  memberId: id(member),
  date: session.slice(-10),
  claims: [
    {
      mid: id(`${session}${member}`),
      deviceId: id('lobby'),
      madeAtMs: 0,
      timeQuality: 'confirmed',
      withdrawn: false,
    },
  ],
});

function furnish(put: Put): void {
  put('centre:sample', 'centre', 'sample', centreRow());
  put('centre:sample', 'course', 'baduanjin', courseRow({ id: id('baduanjin'), from: '2020-01-01' }));
}

/** 200 members' attendances on each of so many days up to today. */
function attend(put: Put, bucket: string, days: number): void {
  for (let back = 0; back < days; back += 1) {
    const session = sessionId('baduanjin', addDays(TODAY, -back));
    for (let i = 0; i < 200; i += 1) {
      const row = attendance(session, `m${i}`);
      put(bucket, 'attendance', row.id, row);
    }
  }
}

test('a check-in reads today’s attendances on the console, however many there are: 100,000 made each press wait', async () => {
  const device = await Device.open(manager, (put) => {
    furnish(put);
    attend(put, 'people:sample', 500);
    for (let i = 0; i < 2000; i += 1) {
      const name = { id: `m${i}`, name: '王秀兰', phone: '10000001234', birthYear: null };
      put('people:sample', 'member', `m${i}`, name);
    }
  });
  const page: readonly Query<unknown>[] = [
    readCheckins,
    (view) => view.list('people', 'member'),
    (view) => readCame(view, { day: TODAY, people: true }),
  ];
  const read = await device.watched(page, () =>
    device.client.mutate('checkin.claim', { sessionId: SESSION, memberId: id('m1999'), seen: null }),
  );
  assert.ok(read >= 200, `today's were asked for again: ${read}`);
  assert.ok(read < 300, `${read} rows were read for one check-in`);
});

test('a check-in at a kiosk reads those of its session, not the roster and not the day', async () => {
  const device = await Device.open(kiosk, (put) => {
    furnish(put);
    attend(put, 'kiosk:sample', 500);
    for (let i = 0; i < 2000; i += 1)
      put('kiosk:sample', 'roster', `m${i}`, {
        id: `m${i}`,
        maskedName: '王*兰',
        phoneTail: '1234',
        card: null,
      });
  });
  const page: readonly Query<unknown>[] = [
    readCheckIn,
    (view) => view.list('kiosk', 'attendance', attendancesOf(SESSION)),
  ];
  const read = await device.watched(page, () =>
    device.client.mutate('checkin.claim', { sessionId: SESSION, memberId: id('m1999'), seen: null }),
  );
  assert.ok(read >= 200, `its session's were asked for again: ${read}`);
  assert.ok(read < 300, `${read} rows were read for one check-in`);
});

test('a question is asked again only when a row of its range has changed, also one that lies in the overlay', async () => {
  const device = await Device.open(manager, (put) => {
    furnish(put);
    put('people:sample', 'member', 'm1', { id: 'm1', name: '王秀兰', phone: '10000001234', birthYear: null });
    attend(put, 'people:sample', 2);
  });
  const yesterday = sessionId('baduanjin', addDays(TODAY, -1));
  const asked = { yesterday: 0, today: 0, one: 0, other: 0 };
  const shown: number[] = [];
  const watch = <T>(name: keyof typeof asked, query: Query<T>, next: (value: T) => void = () => undefined) =>
    device.client.watch(
      async (view) => {
        asked[name] += 1;
        return query(view);
      },
      next,
      (error) => assert.ifError(error),
    );
  watch('yesterday', (view) => view.list('people', 'attendance', attendancesOf(yesterday)));
  watch(
    'today',
    (view) => view.list('people', 'attendance', { from: TODAY, to: addDays(TODAY, 1) }),
    (rows) => shown.push(rows.length),
  );
  watch('one', (view) => view.get('people', 'attendance', attendanceId(SESSION, 'new')));
  watch('other', (view) => view.get('people', 'attendance', attendanceId(SESSION, 'm5')));
  await device.client.query(async () => undefined);
  await device.client.mutate('member.save', {
    member: { id: id('new'), name: '李秀英', phone: '13800001234', birthYear: null },
  });
  await device.client.query(async () => undefined);
  const before = { ...asked };
  const made = await device.client.mutate('checkin.claim', {
    sessionId: SESSION,
    memberId: id('new'),
    seen: null,
  });
  assert.ok(made.ok, JSON.stringify(made));
  await device.client.query(async () => undefined);
  assert.deepEqual(
    { ...asked },
    { ...before, today: before.today + 1, one: before.one + 1 },
    'only whose range the check-in lies in is asked again',
  );
  assert.equal(shown[shown.length - 1], 201);
});

test('other tabs are told the rows that changed, and of a kind with very many the kind', async () => {
  const leading = await Device.open(manager, (put) => {
    furnish(put);
    for (const name of ['m1', 'm2'])
      put('people:sample', 'member', name, { id: name, name, phone: '10000001234', birthYear: null });
  });
  await leading.client.mutate('checkin.claim', { sessionId: SESSION, memberId: id('m1'), seen: null });
  const told = leading.told.find(({ kinds }) => kinds.length > 0);
  assert.deepEqual(told?.ids?.['people/attendance'], [attendanceId(SESSION, 'm1')]);

  let asked = 0;
  leading.client.watch(
    async (view) => {
      asked += 1;
      return view.get('people', 'attendance', attendanceId(SESSION, 'm2'));
    },
    () => undefined,
    (error) => assert.ifError(error),
  );
  await leading.client.query(async () => undefined);
  const hear = async (notice: Notice) => {
    const before = asked;
    leading.client.noticeChanged(notice);
    await leading.client.query(async () => undefined);
    return asked - before;
  };
  assert.equal(await hear({ kinds: ['people/attendance'], ids: { 'people/attendance': ['x'] } }), 0);
  assert.equal(
    await hear({
      kinds: ['people/attendance'],
      ids: { 'people/attendance': [attendanceId(SESSION, 'm2')] },
    }),
    1,
  );
  assert.equal(await hear({ kinds: ['people/attendance'] }), 1, 'a page of an older build tells the kind');
  assert.equal(await hear({ kinds: ['people/*'] }), 1);
});
