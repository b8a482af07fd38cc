import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { applied, defineMutation } from '../../../src/kernel/mutation.ts';
import { id } from '../../../src/kernel/ids.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { houseRules } from '../../../src/hub/sync/house-rules.ts';
import type { BindMutation } from '../../../src/protocol/hub/mutation-book.ts';
import { onBothEngines } from '../../support/database.ts';
import { CENTRE, Chain, claim, furnish, kiosk, morning, todaysSession } from './centre.ts';

onBothEngines('A push with something bad in it', (databases) => {
  let sync: HubSync;
  let chain: Chain;
  const count = async (hub = sync): Promise<number> =>
    (await hub.read(CENTRE, (tx) => tx.get('centre', 'attendanceCount', todaysSession(hub))))?.count ?? 0;
  const glass = (showing: string) => ({ type: 'glass', showing, shownForMs: 0 });
  const shown = async () => (await sync.read(CENTRE, (tx) => tx.list('staff', 'glass')))[0]?.showing;

  beforeEach(async () => {
    sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
    chain = new Chain(sync, kiosk('lobby'), 'c1');
  });

  /** One check-in, something bad, another check-in. */
  async function around(bad: (item: object) => unknown): Promise<readonly string[]> {
    const [first, second, third] = chain.next(claim(sync, 'm1'), claim(sync, 'm2'), claim(sync, 'm3'));
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    const answer = await chain.push([first, bad(second), third]);
    return answer.type === 'done' ? answer.results.map(({ status }) => status) : [answer.type];
  }

  const bads: Readonly<Record<string, (item: object) => unknown>> = {
    'a name longer than names are': (item) => ({ ...item, name: 'x'.repeat(5000) }),
    'a name that is no text': (item) => ({ ...item, name: 7 }),
    'no name at all': (item) => ({ ...item, name: undefined }),
    'no version': (item) => ({ ...item, v: 'two' }),
    'a version before the first, which no upgrade would ever know': (item) => ({ ...item, v: 0 }),
    'no arguments': (item) => ({ ...item, args: undefined }),
    'arguments of a megabyte': (item) => ({ ...item, args: { memberId: 'x'.repeat(1_000_000) } }),
    'arguments of a shape nobody agreed on': (item) => ({ ...item, args: ['m2', '\u0000'] }),
  };
  for (const [what, bad] of Object.entries(bads)) {
    test(`${what}: that one ends stored, and the elders before and after it have come`, async () => {
      assert.deepEqual(await around(bad), ['applied', 'refused', 'applied']);
      assert.equal(await count(), 2);
    });
  }

  test('a name with characters that not every database takes: that one is held, and the elders before and after it have come', async () => {
    assert.deepEqual(await around((item) => ({ ...item, name: 'x\u0000\ud800y' })), [
      'applied',
      'held',
      'applied',
    ]);
    assert.equal(await count(), 2);
  });

  const odd: Readonly<Record<string, (item: object) => unknown>> = {
    'a field that a newer build says': (item) => ({ ...item, mood: 'glad' }),
    'a time that is none': (item) => ({ ...item, deviceTime: 'noon', timeQuality: 'felt', age: 'old' }),
  };
  for (const [what, bad] of Object.entries(odd)) {
    test(`${what}: is let be, and the check-in counts`, async () => {
      assert.deepEqual(await around(bad), ['applied', 'applied', 'applied']);
      assert.equal(await count(), 3);
    });
  }

  for (const [what, broken] of Object.entries({
    'no place in the chain': { seq: 'second' },
    'no identity': { mid: { of: 'it' } },
  })) {
    test(`${what}: its client is told to chain anew, not that nothing can ever be taken`, async () => {
      assert.deepEqual(await around((item) => ({ ...item, ...broken })), ['fork']);
      assert.equal(await count(), 1);
    });
  }

  test('one that the database will not take ends stored after some tries; what came before it is not done twice', async () => {
    const database = await databases.fresh();
    const plain = houseRules();
    const poison = defineMutation<unknown>()({
      name: 'poison',
      v: 1,
      by: ['kiosk'],
      async apply(tx) {
        // A row without an id: no database takes it, and says so only at the commit.
        await tx.put('staff', 'glass', JSON.parse('null'), {
          id: id<'DeviceId'>('x'),
          showing: null,
          sinceMs: 0,
          confirmedMs: 0,
        });
        return applied;
      },
    });
    const bind: BindMutation = (name, v, args) =>
      name === 'poison'
        ? {
            ok: true,
            value: { by: poison.by, validFor: undefined, apply: (tx, ctx) => poison.apply(tx, args, ctx) },
          }
        : plain.bind(name, v, args);
    const hub = await createHubSync({ database, clock: morning(), house: { ...plain, bind } });
    await furnish(hub);
    const sent = new Chain(hub, kiosk('lobby'), 'c1');
    const muts = sent.next(claim(hub, 'm1'), { name: 'poison', args: {} }, claim(hub, 'm2'));
    const first = await sent.push(muts);
    assert.deepEqual(first.type === 'done' && first.results.map(({ status }) => status), ['applied']);
    const rest = muts.slice(1);
    await assert.rejects(sent.push(rest));
    const last = await sent.push(rest);
    assert.deepEqual(last.type === 'done' && last.results.map(({ status }) => status), [
      'refused',
      'applied',
    ]);
    assert.equal(await count(hub), 2);
  });

  test('a database that was out of reach for hours is held against no check-in: all count when it is back', async () => {
    const database = await databases.fresh();
    const hub = await createHubSync({ database, clock: morning() });
    await furnish(hub);
    const sent = new Chain(hub, kiosk('lobby'), 'c1');
    const muts = sent.next(claim(hub, 'm1'), claim(hub, 'm2'));
    const write = database.write.bind(database);
    for (const tries of [1, 2, 3, 4, 5, 6, 7, 8]) {
      database.write = () => Promise.reject(new Error(`no connection ${tries}`));
      await assert.rejects(sent.push(muts));
      // Back for another kiosk's push, or for good: each try is one that may be the first to be answered.
      database.write = write;
      const other = new Chain(hub, kiosk(`other${tries}`), `o${tries}`);
      assert.deepEqual(await other.do(claim(hub, 'm3')), [tries === 1 ? 'applied' : 'merged']);
    }
    const last = await sent.push(muts);
    assert.deepEqual(last.type === 'done' && last.results.map(({ status }) => status), [
      'applied',
      'applied',
    ]);
    assert.deepEqual(await hub.read(CENTRE, (tx) => tx.list('people', 'refusal')), []);
  });

  test('reports nobody can read are dropped one by one, and the others are taken', async () => {
    const taken = await chain.report(
      { type: 'weather', sunny: true },
      { type: 'glass', showing: 'x'.repeat(5000), shownForMs: 0 },
      'fine',
      null,
      { type: 'toString' },
      { ...glass('menu:a@1'), aNewerBuildSaysMore: true },
    );
    assert.equal(taken, 1);
    assert.equal(await shown(), 'menu:a@1');
  });

  test('a hub that cannot write reports down takes check-ins all the same', async () => {
    const house = { ...houseRules(), takeReport: () => Promise.reject(new Error('no room')) };
    const hub = await createHubSync({ database: await databases.fresh(), clock: morning(), house });
    await furnish(hub);
    const sent = new Chain(hub, kiosk('lobby'), 'c1');
    assert.equal(await sent.report(glass('menu:a@1')), 0);
    assert.deepEqual(await sent.do(claim(hub, 'm1')), ['applied']);
  });
});
