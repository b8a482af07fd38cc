import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fieldsOf } from '../../../src/kernel/versions.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { houseRules } from '../../../src/hub/sync/house-rules.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import type { HouseRules } from '../../../src/protocol/hub/house-rules.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
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

/** A build of the hub from before check-ins had the version or the name that kiosks send. */
function olderBuild(unknown: (name: string, v: number) => boolean): HouseRules {
  const house = houseRules();
  return {
    ...house,
    bind: (name, v, args) =>
      unknown(name, v)
        ? { ok: false, error: { code: 'unknown-version', detail: `${name} ${v}` } }
        : house.bind(name, v, args),
  };
}

onBothEngines('A hub that is older than a kiosk', (databases) => {
  const count = async (sync: HubSync): Promise<number> =>
    (await sync.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(sync))))?.count ?? 0;
  const records = (sync: HubSync) => sync.read(CENTRE, (tx) => tx.list('people', 'refusal'));
  const seen = { name: '王*兰', start: '09:30', room: '二楼活动室' };
  const newer = (sync: HubSync, memberId: string, mid = newMid()) => ({
    name: 'checkin.claim',
    v: 2,
    mid,
    args: { sessionId: todaysSession(sync), memberId, seen },
  });

  test('holds what it does not know, whole, and goes on with the rest; after its upgrade the elder has come', async () => {
    const place = await databases.place();
    const before = await openDatabase(place);
    const old = await createHubSync({
      database: before,
      clock: morning(),
      house: olderBuild((name, v) => name === 'checkin.claim' && v > 1),
    });
    await furnish(old);
    const lobby = new Chain(old, kiosk('lobby'), 'c1');
    const made = newMid();
    const items = lobby.next(newer(old, 'm1', made), claim(old, 'm2'));
    const answer = await lobby.push(items);
    assert.deepEqual(answer.type === 'done' && answer.results.map(({ status }) => status), [
      'held',
      'applied',
    ]);
    const [held] = await records(old);
    assert.deepEqual([held?.id, held?.status, held?.v, held?.args], [made, 'held', 2, items[0]?.args]);
    await old.close();
    await before.close();

    const after = await openDatabase(place);
    const sync = await createHubSync({ database: after, clock: morning() });
    assert.equal(await count(sync), 2);
    assert.deepEqual(await records(sync), []);
    const again = new Chain(sync, kiosk('lobby'), 'c1');
    const resent = await again.push(items.map((item) => item));
    assert.equal(resent.type === 'done' && resent.results[0]?.status, 'held', 'its stored result stays');
    assert.equal(await count(sync), 2);
    await sync.close();
    // Started once more, nothing is done twice.
    const third = await createHubSync({ database: after, clock: morning() });
    assert.equal(await count(third), 2);
    await third.close();
    await after.close();
  });

  /** One that asks for more than this build knows, as a console does whose hub was put back to the build before. */
  const asksForMore = (sync: HubSync) => ({
    name: 'menu.publish',
    args: JSON.parse(
      JSON.stringify({
        menuId: todaysLunch(sync),
        items: [{ ...menuItem({ priceFen: 900 }), spicy: 2 }],
        set: { name: '今日套餐', priceFen: 1200, text: '一荤两素', halves: true },
        note: null,
        baseVersion: 0,
        tellBy: 'speech',
      }),
    ),
  });

  test('holds what asks for more than it knows, where all staff see it, and does it whole after its upgrade', async () => {
    const place = await databases.place();
    const before = await openDatabase(place);
    const old = await createHubSync({ database: before, clock: morning() });
    const cook = new Chain(old, staff('canteen'), 'c1');
    const item = asksForMore(old);
    const bad = { ...item, args: { ...item.args, baseVersion: -1 } };
    assert.deepEqual(
      await cook.do(item, bad),
      ['held', 'refused'],
      'what is wrong besides is not waited for',
    );
    assert.deepEqual(await new Chain(old, kiosk('lobby'), 'c2').do(item), ['refused'], 'nor who may not');
    const told = await old.read(CENTRE, (tx) => tx.list('staff', 'refusal'));
    const held = told.find(({ status }) => status === 'held');
    assert.deepEqual([held?.by, held?.args], ['canteen', item.args]);
    await old.close();
    await before.close();

    const after = await openDatabase(place);
    const house = houseRules();
    const asked: unknown[] = [];
    const knowsMore: HouseRules = {
      ...house,
      bind: (name, v, args) => {
        asked.push(args);
        const { tellBy: _, ...known } = fieldsOf(JSON.parse(JSON.stringify(args)));
        return house.bind(name, v, { ...known, items: [menuItem({ priceFen: 900 })], set: null });
      },
    };
    const sync = await createHubSync({ database: after, clock: morning(), house: knowsMore });
    assert.deepEqual(asked, [item.args]);
    const menu = await sync.read(CENTRE, (tx) => tx.get('centre', 'menu', todaysLunch(sync)));
    assert.equal(menu?.publishedBy, 'canteen');
    const left = await sync.read(CENTRE, (tx) => tx.list('staff', 'refusal'));
    assert.deepEqual(
      left.map(({ status }) => status),
      ['refused', 'refused'],
    );
    await sync.close();
    await after.close();
  });

  test('takes back by its undo what it holds: the elder who thought better of it has not come after the upgrade', async () => {
    const place = await databases.place();
    const before = await openDatabase(place);
    const old = await createHubSync({
      database: before,
      clock: morning(),
      house: olderBuild((name, v) => name === 'checkin.claim' && v > 1),
    });
    await furnish(old);
    const lobby = new Chain(old, kiosk('lobby'), 'c1');
    const made = newMid();
    await lobby.push(lobby.next(newer(old, 'm1', made)));
    await lobby.do({
      name: 'checkin.withdraw',
      args: { claim: made, sessionId: todaysSession(old), memberId: 'm1' },
    });
    await old.close();
    await before.close();
    const after = await openDatabase(place);
    const sync = await createHubSync({ database: after, clock: morning() });
    assert.equal(await count(sync), 0);
    await sync.close();
    await after.close();
  });

  test('holds a change of a name it has never heard, and a command that is held too long fires no more', async () => {
    const place = await databases.place();
    const before = await openDatabase(place);
    let wall = Date.UTC(2026, 10, 22, 3);
    const clock = {
      wall: () => wall,
      monotonic: () => wall,
      boot: () => ({ id: 'boot', upMs: wall }),
      isSynchronised: async () => true,
    };
    const old = await createHubSync({
      database: before,
      clock,
      house: olderBuild((name) => name === 'help.raise'),
    });
    await furnish(old);
    const lobby = new Chain(old, kiosk('lobby'), 'c1');
    assert.deepEqual(await lobby.do({ name: 'help.raise', args: { place: '大厅' } }), ['held']);
    await old.close();
    await before.close();
    wall += 86_400_000;
    const after = await openDatabase(place);
    const sync = await createHubSync({ database: after, clock });
    assert.deepEqual(await sync.read(CENTRE, (tx) => tx.list('staff', 'helpCall')), []);
    const [told] = await sync.read(CENTRE, (tx) => tx.list('staff', 'refusal'));
    assert.equal(told?.status, 'expired');
    await sync.close();
    await after.close();
  });

  test('does what was held once, though two processes of a hub are upgraded at the same moment', async () => {
    const place = await databases.place();
    const before = await openDatabase(place);
    const old = await createHubSync({
      database: before,
      clock: morning(),
      house: olderBuild((name) => name === 'menu.publish'),
    });
    await furnish(old);
    const publish = {
      name: 'menu.publish',
      args: JSON.parse(
        JSON.stringify({
          menuId: todaysLunch(old),
          items: [menuItem({ priceFen: 900 })],
          set: null,
          note: null,
          baseVersion: 0,
        }),
      ),
    };
    assert.deepEqual(await new Chain(old, staff('canteen'), 'c5').do(publish), ['held']);
    await old.close();
    await before.close();

    const after = await openDatabase(place);
    const write = after.write.bind(after);
    let writes = 0;
    // The second process starts when the first has looked what there is, and has not done it yet.
    after.write = async (centre, work) => {
      writes += 1;
      if (writes === 2) {
        after.write = write;
        await (await createHubSync({ database: after, clock: morning() })).close();
      }
      return write(centre, work);
    };
    const sync = await createHubSync({ database: after, clock: morning() });
    assert.ok(writes >= 2);
    const menu = await sync.read(CENTRE, (tx) => tx.get('centre', 'menu', todaysLunch(sync)));
    assert.equal(menu?.version, 1);
    assert.deepEqual(await sync.read(CENTRE, (tx) => tx.list('staff', 'refusal')), []);
    assert.deepEqual(await records(sync), []);
    await sync.close();
    await after.close();
  });

  test('of an older kiosk takes the version it sends, as this build would have it', async () => {
    const sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
    assert.deepEqual(await new Chain(sync, kiosk('lobby'), 'c1').do({ ...claim(sync, 'm1'), v: 1 }), [
      'applied',
    ]);
    assert.equal(await count(sync), 1);
  });
});
