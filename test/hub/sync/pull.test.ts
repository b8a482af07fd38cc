import { attendanceId } from '../../../src/features/check-in/model/attendance.ts';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { cursorSigner } from '../../../src/hub/sync/cursor-tags.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import type { Cursor, Poke } from '../../../src/protocol/wire/wire.ts';
import { onBothEngines } from '../../support/database.ts';
import { Machine } from '../../support/machine.ts';
import { CENTRE, Chain, claim, furnish, kiosk, staff, todaysSession } from './centre.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

onBothEngines('Pulling', (databases) => {
  let database: SqlHubDatabase;
  let sync: HubSync;
  let chain: Chain;
  const machine = new Machine(Date.UTC(2026, 10, 22, 3));

  const start = () => createHubSync({ database, clock: machine.clock });
  const putRoster = (memberId: string, maskedName: string) =>
    sync.write(CENTRE, (tx) =>
      tx.put('kiosk', 'roster', memberId, {
        id: id<'MemberId'>(memberId),
        maskedName,
        phoneTail: '1234',
        card: null,
      }),
    );

  /** A cursor as this database's later self would have given it, before a copy of it was put back. */
  const ofLostHistory = async (cursor: Cursor): Promise<Cursor> => {
    const key = await database.read((snapshot) => snapshot.meta('cursorKey'));
    assert.ok(key);
    return { ...cursor, tag: cursorSigner(key)('kiosk:sample', cursor) };
  };

  beforeEach(async () => {
    database = await databases.fresh();
    sync = await start();
    chain = new Chain(sync, kiosk('lobby'), 'c1');
    await furnish(sync);
  });

  test('a fresh device gets all rows, page by page, and then only what changes', async () => {
    const all = await chain.pullAll('kiosk:sample', null, 2);
    assert.equal(all.pages, 2);
    assert.deepEqual(
      all.rows.map((row) => row.id),
      ['m1', 'm2', 'm3'],
    );
    assert.deepEqual((await chain.pull('kiosk:sample', all.cursor)).rows, []);

    await putRoster('m2', '王*');
    const page = await chain.pull('kiosk:sample', all.cursor);
    assert.equal(page.reset, false);
    assert.deepEqual(page.from, all.cursor);
    assert.deepEqual(
      page.rows.map((row) => row.id),
      ['m2'],
    );
  });

  test('the first page of a fresh load says so and leaves out what is gone', async () => {
    await sync.write(CENTRE, (tx) => tx.remove('kiosk', 'roster', 'm1'));
    const page = await chain.pull('kiosk:sample');
    assert.equal(page.reset, true);
    assert.equal(page.from, null);
    assert.deepEqual(
      page.rows.map((row) => row.id),
      ['m2', 'm3'],
    );
  });

  test('a row that is gone leaves a tombstone for who held it', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    await sync.write(CENTRE, (tx) => tx.remove('kiosk', 'roster', 'm1'));
    const { rows } = await chain.pull('kiosk:sample', cursor);
    assert.deepEqual(
      rows.map(({ id: rowId, data }) => [rowId, data]),
      [['m1', null]],
    );
  });

  test('a hub that comes up with a clock that has lost the time says so in each answer, until it is set', async () => {
    assert.equal((await chain.pull('city', null)).timeUnsure, undefined);
    await putRoster('m9', '周*');
    await sync.close();
    const night = 9 * HOUR_MS;
    machine.reboot(machine.wallMs - night);
    sync = await start();
    chain = new Chain(sync, kiosk('lobby'), 'c2');
    assert.equal((await chain.pull('city', null)).timeUnsure, true);
    sync.time.confirm(machine.wallMs + 2 * night);
    assert.equal((await chain.pull('city', null)).timeUnsure, undefined);
    machine.wallMs += night;
  });

  test('after sixty days tombstones go, and a cursor from before them starts afresh', async () => {
    const old = await chain.pullAll('kiosk:sample');
    await sync.write(CENTRE, (tx) => tx.remove('kiosk', 'roster', 'm1'));
    const seenIt = await chain.pullAll('kiosk:sample', old.cursor);
    machine.pass(59 * DAY_MS);
    await sync.purgeTombstones();
    assert.equal((await chain.pull('kiosk:sample', old.cursor)).reset, false);
    machine.pass(2 * DAY_MS);
    await sync.purgeTombstones();
    assert.equal((await chain.pull('kiosk:sample', old.cursor)).reset, true);
    assert.equal((await chain.pull('kiosk:sample', seenIt.cursor)).reset, false);
    assert.deepEqual(
      (await chain.pullAll('kiosk:sample')).rows.map((row) => row.id),
      ['m2', 'm3'],
    );
  });

  test('a load of several pages goes on though tombstones are purged meanwhile, and hears of what went', async () => {
    await sync.write(CENTRE, (tx) => tx.remove('kiosk', 'roster', 'm1'));
    await putRoster('m4', '李*');
    machine.pass(61 * DAY_MS);
    await sync.purgeTombstones();
    const first = await chain.pull('kiosk:sample', null, 1);
    assert.equal(first.reset, true);
    await sync.write(CENTRE, (tx) => tx.remove('kiosk', 'roster', 'm2'));
    const rest = await chain.pullAll('kiosk:sample', first.cursor, 1);
    assert.deepEqual(
      rest.rows.map(({ id: rowId, data }) => [rowId, data === null]),
      [
        ['m3', false],
        ['m4', false],
        ['m2', true],
      ],
    );
    assert.equal(rest.pages, 3);
  });

  test('a bucket that is not granted gives nothing, whoever asks', async () => {
    for (const bucket of [
      'people:sample',
      'staff:sample',
      'audit:sample',
      'device:other',
      'kiosk:riverside',
    ]) {
      const page = await chain.pull(bucket);
      assert.deepEqual(page.rows, []);
      assert.ok(!page.grants.includes(bucket));
    }
  });

  test('an answer carries how far the client has come, in the same snapshot', async () => {
    await chain.do(claim(sync, 'm1'));
    const page = await chain.pull('kiosk:sample');
    assert.equal(page.last, 1);
    assert.deepEqual(
      page.rows.find(({ kind }) => kind === 'attendance')?.id,
      attendanceId(todaysSession(sync), 'm1'),
    );
    assert.notEqual(page.grantHash, (await new Chain(sync, staff('viewer'), 'c2').pull('city')).grantHash);
  });

  test('a poke carries the very page that a pull from the version before would give', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const pokes: Poke[] = [];
    const silence = sync.onPoke((poke) => pokes.push(poke));
    await chain.do(claim(sync, 'm1'), claim(sync, 'm2'));
    silence();
    await chain.do(claim(sync, 'm3'));
    const [poke, ...more] = pokes.filter(({ bucket }) => bucket === 'kiosk:sample');
    assert.deepEqual(more, []);
    assert.equal(poke?.page?.from?.version, cursor.version);
    assert.equal(poke.page.from?.run, cursor.run);
    const upToIt = (await chain.pull('kiosk:sample', cursor)).rows.filter(
      ({ version }) => version <= poke.version,
    );
    assert.deepEqual(poke.page.rows, upToIt);
  });

  test('a big change is told without its page', async () => {
    const pokes: Poke[] = [];
    sync.onPoke((poke) => pokes.push(poke));
    await sync.write(CENTRE, async (tx) => {
      for (let n = 0; n < 200; n += 1) {
        await tx.put('kiosk', 'roster', `n${n}`, {
          id: id<'MemberId'>(`n${n}`),
          maskedName: '李*',
          phoneTail: '0000',
          card: null,
        });
      }
    });
    assert.deepEqual(
      pokes.map(({ bucket, page }) => [bucket, page]),
      [['kiosk:sample', undefined]],
    );
  });

  test('writing what is there already moves nothing and tells nobody', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const pokes: Poke[] = [];
    sync.onPoke((poke) => pokes.push(poke));
    await putRoster('m1', '王*兰');
    assert.deepEqual(pokes, []);
    assert.deepEqual((await chain.pull('kiosk:sample', cursor)).rows, []);
  });

  test('a restart of the hub keeps its epoch, and cursors go on', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const epoch = sync.epoch;
    await sync.close();
    sync = await start();
    await putRoster('m1', '王某某');
    const page = await new Chain(sync, kiosk('lobby'), 'c1').pull('kiosk:sample', cursor);
    assert.equal(page.epoch, epoch);
    assert.notEqual(page.cursor.run, cursor.run);
    assert.deepEqual(
      page.rows.map((row) => row.id),
      ['m1'],
    );
  });

  test('a cursor of a run this database never had ends the epoch', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const pokes: Poke[] = [];
    sync.onPoke((poke) => pokes.push(poke));
    const lost = await ofLostHistory({ ...cursor, run: 'of a lost history' });
    const page = await chain.pull('kiosk:sample', lost);
    assert.notEqual(page.epoch, cursor.epoch);
    assert.equal(page.epoch, sync.epoch);
    assert.equal(page.reset, true);
    // A second device that comes with it is no second reason.
    const again = await chain.pull('kiosk:sample', lost);
    assert.equal(again.epoch, page.epoch);
    // All are told, that they learn of it now and not in a minute.
    assert.ok(pokes.some((poke) => poke.bucket === 'staff:sample' && poke.epoch === page.epoch));
    // And what was said in the old epoch is not applied.
    chain.epoch = cursor.epoch;
    assert.deepEqual(await chain.do(claim(sync, 'm1')), ['epoch']);
  });

  test('a cursor beyond what its run had come to ends the epoch', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    await sync.close();
    sync = await start();
    await putRoster('m1', '王某某');
    await putRoster('m2', '王某某');
    const beyond = await ofLostHistory({ ...cursor, version: cursor.version + 1 });
    const page = await new Chain(sync, kiosk('lobby'), 'c1').pull('kiosk:sample', beyond);
    assert.notEqual(page.epoch, cursor.epoch);
    assert.equal(page.reset, true);
  });

  test('a cursor that a device makes up begins afresh for that device alone', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const { tag, ...unsigned } = cursor;
    assert.ok(tag);
    const others = await new Chain(sync, kiosk('hall'), 'c2').pullAll('kiosk:sample');
    const elsewhere = (await chain.pullAll('city')).cursor;
    const pokes: Poke[] = [];
    sync.onPoke((poke) => pokes.push(poke));
    for (const madeUp of [
      { ...cursor, run: 'made up' },
      { ...unsigned, run: 'of an earlier build that signs nothing' },
      { ...cursor, version: cursor.version + 1000 },
      { ...cursor, begun: cursor.version + 1000 },
      { ...unsigned, version: cursor.version + 1000 },
      { ...elsewhere, version: cursor.version + 1000 },
    ]) {
      const page = await chain.pull('kiosk:sample', madeUp);
      assert.deepEqual([page.reset, page.epoch], [true, cursor.epoch], JSON.stringify(madeUp));
    }
    const page = await new Chain(sync, kiosk('hall'), 'c2').pull('kiosk:sample', others.cursor);
    assert.deepEqual([page.reset, page.rows], [false, []]);
    assert.deepEqual(pokes, []);
  });

  test('one of another bucket, which has come further, is no witness either', async () => {
    const { cursor } = await chain.pullAll('kiosk:sample');
    const people = await new Chain(sync, staff('manager'), 'c3').pullAll('people:sample');
    for (let n = 0; n < 5; n += 1) await putRoster('m1', `王${n}`);
    const ahead = (await chain.pullAll('kiosk:sample')).cursor;
    const page = await new Chain(sync, staff('manager'), 'c3').pull('people:sample', ahead);
    assert.deepEqual([page.reset, page.epoch], [true, people.cursor.epoch]);
    assert.ok(ahead.version > cursor.version);
  });

  test('one of an earlier build goes on where it was, without a sign', async () => {
    const { tag, ...unsigned } = (await chain.pullAll('kiosk:sample')).cursor;
    assert.ok(tag);
    await putRoster('m1', '王某某');
    const page = await chain.pull('kiosk:sample', unsigned);
    assert.deepEqual([page.reset, page.rows.map((row) => row.id)], [false, ['m1']]);
  });

  test('a database of an earlier build, perhaps an old copy, begins an epoch with its first key', async () => {
    const { epoch } = sync;
    await sync.close();
    await database.engine.write('', (runner) =>
      runner.all({ sql: "delete from meta where key = 'cursorKey'" }, []),
    );
    sync = await start();
    assert.notEqual(sync.epoch, epoch);
    const second = sync.epoch;
    await sync.close();
    sync = await start();
    assert.equal(sync.epoch, second);
  });

  test("what glasses say of themselves is in staff's hands, and only the last of it", async () => {
    const screen = new Chain(sync, kiosk('dining-hall'), 'c9');
    const glass = (showing: string, shownForMs: number) => ({ type: 'glass', showing, shownForMs }) as const;
    await screen.report(glass('menu:a@1', 5000));
    machine.pass(60_000);
    const hourMs = machine.wallMs - (machine.wallMs % HOUR_MS);
    await screen.report(glass('menu:a@1', 65_000), { type: 'plays', hourMs, item: 'menu:a', count: 3 });
    const since = machine.wallMs - 65_000;
    const shown = () => sync.read(CENTRE, (tx) => tx.list('staff', 'glass'));
    assert.deepEqual(
      (await shown()).map(({ showing, sinceMs, confirmedMs }) => [showing, sinceMs, confirmedMs]),
      [['menu:a@1', since, machine.wallMs]],
    );
    machine.pass(1000);
    await screen.report(glass('menu:a@2', 0), { type: 'plays', hourMs, item: 'menu:a', count: 1 });
    assert.deepEqual(
      (await shown()).map(({ showing, sinceMs }) => [showing, sinceMs]),
      [['menu:a@2', machine.wallMs]],
    );
    const [plays] = await sync.read(CENTRE, (tx) => tx.list('staff', 'playCount'));
    assert.equal(plays?.count, 3);
  });

  test('plays of hours to come or long past are not written down: nothing would ever put them away', async () => {
    const screen = new Chain(sync, kiosk('dining-hall'), 'c9');
    const plays = (hourMs: number) => ({ type: 'plays', hourMs, item: 'menu:a', count: 1 }) as const;
    await screen.report(
      plays(machine.wallMs + 400 * DAY_MS),
      plays(0),
      plays(machine.wallMs - HOUR_MS),
      plays(machine.wallMs - HOUR_MS + 1),
    );
    const counts = await sync.read(CENTRE, (tx) => tx.list('staff', 'playCount'));
    const hourBefore = machine.wallMs - HOUR_MS - (machine.wallMs % HOUR_MS);
    assert.deepEqual(
      counts.map(({ hourMs }) => hourMs),
      [hourBefore],
    );
  });

  test("the hub's time does not go back over a restart with a clock that forgot the year", async () => {
    await putRoster('m1', '王某某');
    const before = sync.now();
    await sync.close();
    machine.reboot(0);
    sync = await start();
    assert.ok(sync.now() >= before - 1000, `${sync.now()} is long before ${before}`);
  });
});
