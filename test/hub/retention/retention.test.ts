import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rowKinds } from '../../../src/features/registry.ts';
import { tableRetention } from '../../../src/hub/retention/tables.ts';
import { vaultTables } from '../../../src/hub/people/vault.ts';
import '../../../src/hub/services.ts';
import { id } from '../../../src/kernel/ids.ts';
import { Sessions } from '../../../src/hub/people/sessions.ts';
import { cursorSigner } from '../../../src/hub/sync/cursor-tags.ts';
import type { RowTx } from '../../../src/kernel/mutation.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { askerOf } from '../../../src/protocol/hub/asker.ts';
import { onBothEngines } from '../../support/database.ts';
import { notice } from '../../sim/seed-rows.ts';
import { CENTRE, Chain, claim, kiosk, staff } from '../sync/centre.ts';
import { FIRST_DAY, PassingDays } from './passing-days.ts';

onBothEngines('What is kept, and how long', (databases) => {
  test('is declared for every table there is: one without would grow for ever unseen', async () => {
    const database = await databases.fresh();
    const tables = await database.engine.read((runner) =>
      runner.all<{ name: string }>(
        {
          sql:
            databases.engine === 'sqlite'
              ? "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name"
              : "select table_name as name from information_schema.tables where table_schema = 'public' order by table_name",
        },
        [],
      ),
    );
    assert.deepEqual(
      tables.map(({ name }) => name),
      Object.keys(tableRetention).sort(),
    );
  });

  test('is, of a lived-in centre, nothing of a kind that declares nothing', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    await lobby.do(claim(days.sync, 'm1'), { name: 'help.raise', args: { place: '大厅' } });
    const declared = await days.database.engine.read((runner) =>
      runner.all<{ bucket: string; kind: keyof typeof rowKinds }>(
        { sql: 'select distinct bucket, kind from "row"' },
        [],
      ),
    );
    assert.ok(declared.length > 5);
    for (const { bucket, kind } of declared) {
      const scopes = Object.keys(rowKinds[kind].in);
      assert.ok(scopes.includes(bucket.split(':')[0] ?? ''), `${kind} in ${bucket} has no end`);
    }
    const secrets = new Set(vaultTables().map(({ kind }) => kind));
    for (const kind of [
      'device-token',
      'session',
      'console-people',
      'link',
      'opened-link',
      'pairing',
      'password',
    ])
      assert.ok(secrets.has(kind), kind);
  });

  test('goes, day by day: kiosks forget who came, the people’s bucket after 35 days, into the archive', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    await lobby.do(claim(days.sync, 'm1'), claim(days.sync, 'm2'));
    const held = (scope: 'kiosk' | 'people') => days.sync.read(CENTRE, (tx) => tx.list(scope, 'attendance'));
    assert.equal(await days.putAway(), 'done');
    assert.equal((await held('kiosk')).length, 2);
    await days.passDays(1);
    assert.deepEqual(await held('kiosk'), []);
    assert.equal((await days.sync.read(CENTRE, (tx) => tx.list('kiosk', 'roster'))).length, 3);
    await days.passDays(34);
    assert.equal((await held('people')).length, 2, 'of the last 35 days all are there');
    await days.passDays(1);
    assert.deepEqual(await held('people'), []);
    const range = { first: FIRST_DAY, last: FIRST_DAY };
    const history = await days.sync.history(CENTRE, 'people', 'attendance', range);
    assert.deepEqual(
      history.map((row) => row.memberId),
      ['m2', 'm1'],
    );
    const one = await days.sync.history(CENTRE, 'people', 'attendance', { ...range, about: 'm1' });
    assert.equal(one.length, 1);
    // Devices let it go by the tombstones, as of anything that leaves a bucket.
    const { rows } = await new Chain(days.sync, staff('manager'), 'c2').pullAll('people:sample');
    assert.deepEqual(
      rows.filter(({ kind }) => kind === 'attendance'),
      [],
    );
  });

  test('never goes while it is open: a claim without its session, a notice without an end', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    const loose = { name: 'checkin.loose', args: { courseId: 'baduanjin', memberId: 'm1' } };
    const [waiting, done, claimed] = lobby.next(
      { name: 'help.raise', args: { place: '大厅' } },
      { name: 'help.raise', args: { place: '大厅' } },
      loose,
    );
    await lobby.push([waiting, done, claimed]);
    await new Chain(days.sync, staff('advisor'), 'c2').do({
      name: 'help.answer',
      args: { callId: done?.mid ?? '', reply: 'done' },
    });
    await days.sync.write(CENTRE, async (tx) => {
      await tx.put('centre', 'notice', 'open', notice('open', '停水'));
      await tx.put('centre', 'notice', 'over', {
        ...notice('over', '停电'),
        untilMs: days.nowMs - 1,
      });
    });
    await days.passDays(60);
    const left = await days.sync.read(CENTRE, async (tx) => ({
      staff: (await tx.list('staff', 'helpCall')).map((call) => call.id),
      device: (await tx.list('device:lobby', 'helpCall')).map((call) => call.id),
      loose: (await tx.list('staff', 'looseClaim')).map((one) => one.id),
      notices: (await tx.list('centre', 'notice')).map((one) => one.id),
    }));
    assert.deepEqual(left, {
      staff: [],
      device: [],
      loose: [claimed?.mid],
      notices: ['open'],
    });
    assert.equal(
      await days.count('archive', `kind = 'notice' and id = 'over'`),
      1,
      'published: archived, not gone',
    );
    assert.equal(
      await days.count('archive', `kind = 'helpCall' and id = '${waiting?.mid}'`),
      1,
      'a call that nobody has ended ends by its age, and is kept where it can be asked for',
    );
  });

  test('goes, though a row says of itself that it is of no day there is: that one stays, and keeps no other', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    await new Chain(days.sync, kiosk('lobby'), 'c1').do(claim(days.sync, 'm1'));
    const call = { deviceId: id<'DeviceId'>('lobby'), place: '大厅', ageUnknown: false, answeredBy: null };
    await days.sync.write(CENTRE, async (tx) => {
      for (const [name, raisedAtMs] of [
        ['after-all-dates', 8.64e15],
        ['ten-thousand-years-on', Date.UTC(12026, 0, 1)],
        ['last-of-all-days', Date.UTC(9999, 11, 31)],
      ] as const)
        await tx.put('device:lobby', 'helpCall', name, {
          ...call,
          id: id<'Mid'>(name),
          raisedAtMs,
          state: 'withdrawn',
          answeredAtMs: null,
        });
    });
    await days.passDays(2);
    const kept = await days.sync.read(CENTRE, async (tx) => ({
      came: await tx.list('kiosk', 'attendance'),
      calls: (await tx.list('device:lobby', 'helpCall')).map((one) => one.id),
    }));
    assert.deepEqual(kept, {
      came: [],
      calls: ['after-all-dates', 'last-of-all-days', 'ten-thousand-years-on'],
    });
  });

  test('goes no more than a day’s share at once: a clock a year ahead takes a day with it, not the year', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    await days.putAway();
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    await lobby.do(claim(days.sync, 'm1'));
    days.goTo(365);
    assert.equal(await days.putAway(), 'days');
    const held = (scope: 'kiosk' | 'people') => days.sync.read(CENTRE, (tx) => tx.list(scope, 'attendance'));
    assert.equal((await held('people')).length, 1);
    assert.equal((await held('kiosk')).length, 0, 'the share of the one day after');
    for (let day = 0; day < 34; day += 1) await days.putAway();
    assert.equal((await held('people')).length, 1);
    await days.putAway();
    assert.equal((await held('people')).length, 0);
  });

  test('goes in small steps, others in between: the thousandth elder of a day waits for none of it', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    await days.sync.write(CENTRE, async (tx) => {
      for (let i = 0; i < 1500; i += 1) {
        const key = `2026-09-01/baduanjin/m${String(i).padStart(4, '0')}`;
        await tx.put('people', 'attendance', key, {
          id: key,
          sessionId: id('baduanjin@2026-09-01'),
          memberId: id(`m${i}`),
          date: '2026-09-01',
          claims: [],
        });
      }
    });
    let biggest = 0;
    const silence = days.database.listen({
      moved: ({ count }) => void (biggest = Math.max(biggest, count)),
      epoch: () => undefined,
      interrupted: () => undefined,
    });
    assert.equal(await days.sync.retire(CENTRE, { day: days.today, asOfMs: days.nowMs, rows: 1000 }), true);
    assert.equal(await days.count('archive'), 1000);
    assert.equal(await days.sync.retire(CENTRE, { day: days.today, asOfMs: days.nowMs, rows: 1000 }), false);
    silence();
    assert.equal(await days.count('archive'), 1500);
    assert.ok(biggest <= 100, `${biggest} rows in one transaction`);
  });

  test('forgets, of chains, what is safe and old, of browsers that were consoles once, all; never a mid', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    const muts = lobby.next(claim(days.sync, 'm1'), claim(days.sync, 'm2'), claim(days.sync, 'm3'));
    await lobby.push(muts);
    await days.database.setSafe(new Map([['c1', 2]]));
    await days.sync.write(CENTRE, async (tx) => {
      for (const [key, kind] of [
        ['console-old', 'console'],
        ['hall', 'screen'],
      ] as const)
        await tx.put('staff', 'device', key, {
          id: id<'DeviceId'>(key),
          kind,
          name: key,
          place: '-',
          pairedAtMs: days.nowMs,
          perhapsClonedAtMs: null,
        });
    });
    await new Sessions(days.vault, () => days.nowMs, 86_400_000).begin('console-old', id('canteen'));
    await days.passDays(59);
    assert.equal(await days.count('chain'), 3);
    await days.passDays(3);
    assert.equal(await days.count('chain'), 1, 'what is not safe yet stays, and the newest');
    // A kiosk that lost the answer with its power, and was put away: its chain is its own still, and no copy.
    const late = await lobby.push(muts);
    assert.deepEqual(late.type === 'done' && late.results.map(({ status }) => status), [
      'applied',
      'applied',
      'applied',
    ]);
    const device = await days.sync.read(CENTRE, (tx) => tx.get('staff', 'device', 'lobby'));
    assert.equal(device?.perhapsClonedAtMs, null);
    // It comes once more, from a disk put back: known, and counted once.
    const again = await new Chain(days.sync, kiosk('lobby'), 'c9').push(muts);
    assert.deepEqual(again.type === 'done' && again.results.map(({ status }) => status), [
      'applied',
      'applied',
      'applied',
    ]);
    assert.equal(await days.count('mutation'), 3);
    await days.passDays(70);
    const devices = await days.sync.read(CENTRE, (tx) => tx.list('staff', 'device'));
    assert.deepEqual(devices.map((one) => one.id).sort(), ['hall', 'lobby']);
    assert.equal(
      await days.count('vault'),
      2,
      'only that the console was signed off, for when it comes back, and when its cook was last let in, which the manager is told',
    );
  });

  test('forgets a browser after a year, and takes its work all the same when it comes back', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const lobby = new Chain(days.sync, kiosk('lobby'), 'c1');
    const muts = lobby.next(claim(days.sync, 'm1'));
    await lobby.push(muts);
    days.goTo(401);
    await days.putAway();
    await days.putAway();
    assert.equal(await days.count('client'), 0);
    assert.equal(await days.count('chain'), 0);
    // The next of the chain finds a gap, as a client has nothing before it: it chains anew under the same mids.
    const late = lobby.next(claim(days.sync, 'm2'));
    assert.equal((await lobby.push(late)).type, 'gap');
    const anew = new Chain(days.sync, kiosk('lobby'), 'c2');
    const [first, second] = anew.next(
      ...[...muts, ...late].map(({ name, args, mid }) => ({ name, args, mid })),
    );
    const answer = await anew.push([first, second]);
    assert.deepEqual(answer.type === 'done' && answer.results.map(({ status }) => status), [
      'applied',
      'applied',
    ]);
    assert.equal(await days.count('mutation'), 2);
  });

  test('keeps the counter of a browser that was a console once: when it comes back nobody else begins afresh for it', async () => {
    const place = await databases.fresh();
    const days = await PassingDays.begin(place);
    const { epoch } = days.sync;
    const config = (tx: RowTx, text: string | null) =>
      text === null
        ? tx.remove('device:console-1', 'deviceConfig', 'console-1')
        : tx.put(
            'device:console-1',
            'deviceConfig',
            'console-1',
            JSON.parse(`{"id":"console-1","name":"${text}"}`),
          );
    for (const text of ['a', 'b', 'c']) await days.sync.write(CENTRE, (tx) => config(tx, text));
    const asker = askerOf({
      type: 'device',
      deviceId: id('console-1'),
      deviceKind: 'console',
      centreId: CENTRE,
    });
    const console1 = new Chain(days.sync, asker, 'c1');
    const { cursor } = await console1.pull('device:console-1');
    await days.sync.write(CENTRE, (tx) => config(tx, null));
    await days.passDays(62);
    assert.equal(await days.count('"row"', `bucket = 'device:console-1'`), 0);
    await days.sync.close();
    // A power cut a day: the hub it comes back to is another run.
    const sync = await createHubSync({ database: place });
    await sync.write(CENTRE, (tx) => config(tx, 'd'));
    const back = await new Chain(sync, asker, 'c1').pull('device:console-1', cursor);
    assert.equal(back.epoch, epoch, 'no restore has been');
    assert.deepEqual([back.reset, back.rows.length], [true, 1]);
  });

  test('forgets a start of the hub after a year, and a cursor of it begins afresh and ends nobody’s epoch', async () => {
    const days = await PassingDays.begin(await databases.fresh());
    const { epoch } = days.sync;
    const tv = new Chain(days.sync, kiosk('lobby'), 'c1');
    const { cursor } = await tv.pullAll('city');
    const stranger = { ...cursor, run: '0190f000-0000-7000-8000-000000000000' };
    assert.equal(cursor.run.charAt(14), '7', 'a run is named by its time');
    // Signed, and of a run that would not be forgotten yet: such a cursor betrays a folder that was copied back.
    days.goTo(1);
    const unsigned = {
      ...cursor,
      run: `${Math.floor(days.nowMs)
        .toString(16)
        .padStart(12, '0')
        .replace(/^(.{8})/, '$1-')}-7000-8000-000000000000`,
    };
    const key = await days.database.read((snapshot) => snapshot.meta('cursorKey'));
    assert.ok(key);
    const mended = await tv.pull('city', { ...unsigned, tag: cursorSigner(key)('city', unsigned) });
    assert.notEqual(mended.epoch, epoch);
    const old = await tv.pull('city', { ...stranger, epoch: mended.epoch });
    assert.equal(old.epoch, mended.epoch);
    assert.equal(old.reset, true);
  });
});
