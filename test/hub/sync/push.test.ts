import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { applied, defineMutation, refused } from '../../../src/kernel/mutation.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { houseRules } from '../../../src/hub/sync/house-rules.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { mutationBook } from '../../../src/protocol/hub/mutation-book.ts';
import { onBothEngines } from '../../support/database.ts';
import { menuItem } from '../../support/rows.ts';
import {
  CENTRE,
  Chain,
  claim,
  furnish,
  kiosk,
  morning,
  newMid,
  staff,
  todaysLunch,
  todaysSession,
} from './centre.ts';

onBothEngines('Pushing', (databases) => {
  let sync: HubSync;
  const count = async (): Promise<number> =>
    (await sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync))))?.count ?? 0;
  const refusals = (hub = sync) =>
    hub.read(CENTRE, async (tx) => [
      ...(await tx.list('people', 'refusal')),
      ...(await tx.list('staff', 'refusal')),
    ]);

  beforeEach(async () => {
    sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
  });

  test('a check-in counts, and sent again has the same answer and counts once', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const muts = chain.next(claim(sync, 'm1'), claim(sync, 'm2'));
    const first = await chain.push(muts);
    const again = await chain.push(muts);
    assert.equal(first.type, 'done');
    assert.deepEqual({ ...again, hubNow: 0 }, { ...first, hubNow: 0 });
    assert.equal(first.last, 2);
    assert.equal(first.lastMid, muts[1]?.mid);
    assert.equal(await count(), 2);
  });

  test('an answer that was lost halfway is made up for: old and new in one push', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const early = chain.next(claim(sync, 'm1'));
    await chain.push(early);
    const answer = await chain.push([...early, ...chain.next(claim(sync, 'm2'))]);
    assert.equal(answer.type === 'done' && answer.results.length, 2);
    assert.equal(await count(), 2);
  });

  test('a check-in from a clock that tells no time counts, without the time', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const [first, second] = chain.next(claim(sync, 'm1'), claim(sync, 'm2'));
    assert.ok(first !== undefined && second !== undefined);
    await chain.push([
      { ...first, deviceTime: Date.UTC(12026, 0, 1) },
      { ...second, deviceTime: -1 },
    ]);
    const rows = await sync.read(CENTRE, (tx) => tx.list('people', 'attendance'));
    assert.deepEqual(
      rows.flatMap(({ claims }) => claims.map(({ madeAtMs, timeQuality }) => [madeAtMs, timeQuality])),
      [
        [null, 'unknown'],
        [null, 'unknown'],
      ],
    );
    assert.equal(await count(), 2);
  });

  test('what another epoch speaks of is not applied', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    chain.epoch = 'an older one';
    const answer = await chain.push(chain.next(claim(sync, 'm1')));
    assert.equal(answer.type, 'epoch');
    assert.equal(answer.epoch, sync.epoch);
    assert.equal(answer.last, 0);
    assert.equal(await count(), 0);
  });

  test('a missing seq is told, not skipped', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const [first, , third] = chain.next(claim(sync, 'm1'), claim(sync, 'm2'), claim(sync, 'm3'));
    assert.ok(first !== undefined && third !== undefined);
    const answer = await chain.push([first, third]);
    assert.equal(answer.type, 'gap');
    assert.equal(answer.last, 1);
    assert.equal(await count(), 1);
  });

  test('a copied disk is found out by its chain, and staff see it', async () => {
    const original = new Chain(sync, kiosk('lobby'), 'c1');
    const copy = new Chain(sync, kiosk('lobby'), 'c1');
    const common = original.next(claim(sync, 'm1'));
    copy.next({ ...claim(sync, 'm1'), mid: common[0]?.mid ?? newMid() });
    await original.push(common);
    await original.do(claim(sync, 'm2'));
    const answer = await copy.push(copy.next(claim(sync, 'm3')));
    assert.equal(answer.type, 'fork');
    assert.equal(await count(), 2);
    const device = await sync.read(CENTRE, (tx) => tx.get('staff', 'device', 'lobby'));
    assert.ok(device?.perhapsClonedAtMs);
  });

  test('a chain whose link is wrong is a fork, though the seq fits', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await chain.do(claim(sync, 'm1'));
    const [next] = chain.next(claim(sync, 'm2'));
    assert.ok(next !== undefined);
    assert.equal((await chain.push([{ ...next, prev: newMid() }])).type, 'fork');
    assert.equal(await count(), 1);
  });

  test("nobody pushes to another device's chain, or learns of it", async () => {
    await new Chain(sync, kiosk('lobby'), 'c1').do(claim(sync, 'm1'));
    const before = JSON.stringify(await refusals());
    for (const who of [kiosk('garden'), staff('leader', 'lobby')]) {
      const muts = new Chain(sync, who, 'c1').next(claim(sync, 'm1'), claim(sync, 'm2'));
      const request = { clientId: id<'ClientId'>('c1'), epoch: null, muts, reports: [] };
      assert.deepEqual(await sync.push(who, request), { otherActor: true });
      const asked = { clientId: id<'ClientId'>('c1'), bucket: 'city', cursor: null, limit: 10 };
      assert.deepEqual(await sync.pull(who, asked), { otherActor: true });
    }
    assert.equal(await count(), 1);
    assert.equal(JSON.stringify(await refusals()), before);
    const lobby = await sync.read(CENTRE, (tx) => tx.get('staff', 'device', 'lobby'));
    assert.equal(lobby?.perhapsClonedAtMs, null, 'nor is a clone suspected');
  });

  test('a mutation known under another clientId keeps its result, has no second effect, and the chain goes on', async () => {
    const before = new Chain(sync, kiosk('lobby'), 'c1');
    const muts = before.next(claim(sync, 'm1'), { name: 'no.such', args: {} });
    await before.push(muts);
    const after = new Chain(sync, kiosk('lobby'), 'c2');
    const rechained = after.next(...muts.map(({ name, args, mid }) => ({ name, args, mid })));
    const answer = await after.push([...rechained, ...after.next(claim(sync, 'm2'))]);
    assert.deepEqual(answer.type === 'done' && answer.results.map(({ status }) => status), [
      'applied',
      'held',
      'applied',
    ]);
    assert.equal(answer.last, 3);
    assert.equal(await count(), 2);
    assert.equal((await refusals()).length, 1);
  });

  test('what is refused is stored, shown to staff, and blocks nothing', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const statuses = await chain.do(
      { name: 'no.such', args: {} },
      { name: 'toString', args: {} },
      { ...claim(sync, 'm1'), v: 99 },
      { name: 'checkin.claim', args: { sessionId: 7 } },
      { name: 'menu.soldOut', args: { menuId: todaysLunch(sync), dishId: 'egg', soldOut: true } },
      claim(sync, 'nobody'),
      claim(sync, 'm1'),
    );
    assert.deepEqual(statuses, [
      ...Array<string>(3).fill('held'),
      ...Array<string>(3).fill('refused'),
      'applied',
    ]);
    const seen = await refusals();
    assert.deepEqual(
      seen.map(({ code }) => code),
      ['held', 'held', 'held', 'bad-args', 'unknown-member', 'not-permitted'],
    );
    assert.deepEqual(new Set(seen.map(({ by }) => by)), new Set(['lobby']));
  });

  test('a call for help that comes late is told to staff instead of ringing; of unknown age it rings, marked', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const help = { name: 'help.raise', args: { place: '一楼大厅' } };
    assert.deepEqual(await chain.do({ ...help, age: 30 * 86_400_000 }, { ...help, age: null }), [
      'expired',
      'applied',
    ]);
    const calls = await sync.read(CENTRE, (tx) => tx.list('staff', 'helpCall'));
    assert.deepEqual(
      calls.map(({ ageUnknown }) => ageUnknown),
      [true],
    );
    assert.deepEqual(
      (await refusals()).map(({ status }) => status),
      ['expired'],
    );
  });

  test('a start that lay on its way is as old as it is, whatever it was when it left', async () => {
    await sync.write(CENTRE, async (tx) => {
      await tx.put('staff', 'device', 'gym', { ...screenRow, id: id<'DeviceId'>('gym') });
    });
    const leader = new Chain(sync, staff('leader'), 'c1');
    const press = {
      name: 'run.start',
      args: { screenId: 'gym', programmeId: 'p', sessionId: null, formKey: null },
    };
    const [inTime, stuck, afterBoot] = leader.next(press, press, press);
    assert.ok(inTime !== undefined && stuck !== undefined && afterBoot !== undefined);
    const atEleven = sync.now() - 5 * 3_600_000;
    const answer = await leader.push([
      inTime,
      { ...stuck, deviceTime: atEleven, age: 1000 },
      { ...afterBoot, deviceTime: atEleven, age: null },
    ]);
    assert.deepEqual(
      answer.type === 'done' && answer.results.map((one) => ('code' in one ? one.code : one.status)),
      ['unknown-programme', 'too-late', 'too-late'],
    );
  });

  test('a menu published over a newer one changes nothing and waits as a conflict', async () => {
    const publish = (baseVersion: number, priceFen: number) => ({
      name: 'menu.publish',
      args: { menuId: todaysLunch(sync), items: [dish(priceFen)], set: null, note: null, baseVersion },
    });
    const cook = new Chain(sync, staff('canteen'), 'c1');
    const other = new Chain(sync, staff('manager'), 'c2');
    assert.deepEqual(await cook.do(publish(0, 800)), ['applied']);
    assert.deepEqual(await other.do(publish(0, 900)), ['conflict']);
    const menu = await sync.read(CENTRE, (tx) => tx.get('centre', 'menu', todaysLunch(sync)));
    assert.equal(menu?.items[0]?.priceFen, 800);
    assert.deepEqual(
      (await refusals()).map(({ code, by }) => [code, by]),
      [['conflict', 'manager']],
    );
    const audit = await sync.read(CENTRE, (tx) => tx.list('audit', 'audit'));
    assert.deepEqual(
      audit.map(({ name, by, subject }) => [name, by, subject]),
      [['menu.publish', 'canteen', [`menu/${todaysLunch(sync)}`]]],
    );
  });

  test('a mutation that fails or is refused after writing leaves nothing of what it wrote', async () => {
    const note = (word: string) => ({ id: id<'DeviceId'>(word), showing: word, sinceMs: 0, confirmedMs: 0 });
    const registry = {
      'half.refused': defineMutation<unknown>()({
        name: 'half.refused',
        v: 1,
        by: ['kiosk'],
        async apply(tx) {
          await tx.put('staff', 'glass', 'half', note('half'));
          return refused('changed-its-mind', 'on second thoughts');
        },
      }),
      'half.broken': defineMutation<unknown>()({
        name: 'half.broken',
        v: 1,
        by: ['kiosk'],
        async apply(tx) {
          await tx.put('staff', 'glass', 'half', note('half'));
          throw new Error('a bug');
        },
      }),
      whole: defineMutation<unknown>()({
        name: 'whole',
        v: 1,
        by: ['kiosk'],
        async apply(tx) {
          await tx.put('staff', 'glass', 'whole', note('whole'));
          return applied;
        },
      }),
    };
    const hub = await createHubSync({
      database: await databases.fresh(),
      clock: morning(),
      house: { ...houseRules(), bind: mutationBook(registry, () => null) },
    });
    const chain = new Chain(hub, kiosk('lobby'), 'c1');
    const ended = await chain.do(
      ...['half.refused', 'half.broken', 'whole'].map((name) => ({ name, args: {} })),
    );
    assert.deepEqual(ended, ['refused', 'refused', 'applied']);
    const rows = await hub.read(CENTRE, (tx) => tx.list('staff', 'glass'));
    assert.deepEqual(
      rows.map(({ showing }) => showing),
      ['whole'],
    );
    const codes = (await refusals(hub)).map(({ code }) => code);
    assert.deepEqual(codes, ['changed-its-mind', 'fault']);
  });

  test('many kiosks at once: every push is answered, everyone counts once, versions have no holes', async () => {
    const chains = Array.from({ length: 40 }, (_, n) => new Chain(sync, kiosk(`kiosk-${n}`), `c${n}`));
    const ended = await Promise.all(chains.map((chain, n) => chain.do(claim(sync, `m${(n % 3) + 1}`))));
    assert.equal(ended.flat().filter((status) => status === 'applied').length, 3);
    assert.equal(ended.flat().filter((status) => status === 'merged').length, 37);
    assert.equal(await count(), 3);
    const attendance = await sync.read(CENTRE, (tx) => tx.list('people', 'attendance'));
    assert.equal(
      attendance.reduce((sum, { claims }) => sum + claims.length, 0),
      40,
    );
  });

  test("the hub's own change goes through the same mutation, and is audited", async () => {
    const result = await sync.perform(CENTRE, 'menu.soldOut', {
      menuId: todaysLunch(sync),
      dishId: id('egg'),
      soldOut: true,
    });
    assert.equal(result.status, 'refused');
    const [refusal] = await refusals();
    assert.deepEqual([refusal?.by, refusal?.code], ['hub', 'unknown-dish']);
  });

  test('a centre never sees or touches another centre of the same hub', async () => {
    const other = id<'CentreId'>('riverside');
    await furnish(sync, other);
    const here = new Chain(sync, kiosk('lobby'), 'c1');
    const there = new Chain(sync, kiosk('lobby-2', other), 'c2');
    await Promise.all([here.do(claim(sync, 'm1')), there.do(claim(sync, 'm1'), claim(sync, 'm2'))]);
    assert.equal(await count(), 1);
    const theirs = await sync.read(other, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync)));
    assert.equal(theirs?.count, 2);
    assert.equal((await there.pull('people:sample')).rows.length, 0);
  });
});

const screenRow = {
  kind: 'screen',
  name: '活动室电视',
  place: '二楼活动室',
  pairedAtMs: 1,
  perhapsClonedAtMs: null,
} as const;

const dish = (priceFen: number) => menuItem({ priceFen });
