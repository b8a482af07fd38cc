import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import type { SqlHubDatabase } from '../../../src/hub/db/hub-database.ts';
import { openDatabase } from '../../../src/hub/db/open.ts';
import type { Runner } from '../../../src/hub/db/runner.ts';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { cursorSigner } from '../../../src/hub/sync/cursor-tags.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import type { Poke } from '../../../src/protocol/wire/wire.ts';
import { startPostgres, type PrivatePostgres } from '../../support/postgres.ts';
import { CENTRE, Chain, claim, furnish, kiosk, morning, todaysSession } from '../sync/centre.ts';

interface Process {
  readonly database: SqlHubDatabase;
  readonly sync: HubSync;
}

describe('Several hub processes on one PostgreSQL', () => {
  let server: PrivatePostgres;
  let url: string;
  let one: Process;
  let two: Process;
  const start = async (): Promise<Process> => {
    const database = await openDatabase({ databaseUrl: url });
    return { database, sync: await createHubSync({ database, clock: morning() }) };
  };
  const stop = async ({ sync, database }: Process): Promise<void> => {
    await sync.close();
    await database.close();
  };
  /** The next poke of a process that is of interest. */
  const poked = ({ sync }: Process, wanted: (poke: Poke) => boolean): Promise<Poke> =>
    new Promise((resolve) => {
      const silence = sync.onPoke((poke) => {
        if (!wanted(poke)) return;
        silence();
        resolve(poke);
      });
    });

  before(async () => {
    server = await startPostgres({ synced: true });
  });
  after(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
    [one, two] = await Promise.all([start(), start()]);
    await furnish(one.sync);
  });
  afterEach(() => Promise.all([stop(one), stop(two)]));

  test('they share one epoch, and a device goes from one to the other without noticing', async () => {
    assert.equal(one.sync.epoch, two.sync.epoch);
    const here = new Chain(one.sync, kiosk('lobby'), 'c1');
    const { cursor } = await here.pullAll('kiosk:sample');
    const muts = here.next(claim(one.sync, 'm1'));
    await here.push(muts);
    const there = new Chain(two.sync, kiosk('lobby'), 'c1');
    const answer = await there.push(muts);
    assert.deepEqual(answer.type === 'done' && answer.results.map(({ status }) => status), ['applied']);
    const page = await there.pull('kiosk:sample', cursor);
    assert.equal(page.reset, false);
    assert.equal(page.epoch, cursor.epoch);
    assert.deepEqual(
      page.rows.map(({ kind }) => kind),
      ['attendance'],
    );
  });

  test('nothing of what is asked together is kept where one of it fails, or the work ends before it', async () => {
    const { engine } = one.database;
    const puts = (runner: Runner, name: string): Promise<unknown> =>
      runner.all({ sql: 'insert into kept values ($1)' }, [name]);
    const kept = await engine.write('sample', async (runner) => {
      await runner.all({ sql: 'create table kept (name text not null)' }, []);
      return () => engine.read((reader) => reader.all({ sql: 'select name from kept' }, []));
    });
    const failing = engine.write('sample', (runner) =>
      Promise.all([
        runner.all({ sql: 'insert into kept values (null)' }, []),
        ...['a', 'b', 'c', 'd'].map((name) => puts(runner, name)),
      ]),
    );
    await assert.rejects(failing, /null value/);
    assert.deepEqual(await kept(), []);
    const leaving = engine.write('sample', async (runner) => {
      for (const name of ['e', 'f', 'g', 'h']) void puts(runner, name).catch(() => undefined);
      throw new Error('it leaves');
    });
    await assert.rejects(leaving, /it leaves/);
    assert.deepEqual(await kept(), []);
  });

  test('a commit that fails says why: one that a server went away from is to be tried again', async () => {
    const { engine } = one.database;
    await engine.write('sample', (runner) =>
      runner.all(
        {
          sql: 'create table paired (a int primary key, b int references paired (a) deferrable initially deferred)',
        },
        [],
      ),
    );
    const failing = engine.write('sample', (runner) =>
      runner.all({ sql: 'insert into paired values (1, 2)' }, []),
    );
    await assert.rejects(failing, /foreign key/);
  });

  test('what one commits the other tells its listeners, page and all', async () => {
    const { cursor } = await new Chain(two.sync, kiosk('lobby'), 'c2').pullAll('kiosk:sample');
    const told = poked(
      two,
      ({ bucket, page }) => bucket === 'kiosk:sample' && page?.from?.version === cursor.version,
    );
    await new Chain(one.sync, kiosk('lobby'), 'c1').do(claim(one.sync, 'm1'));
    const { page } = await told;
    assert.equal(page?.from?.version, cursor.version);
    assert.deepEqual(
      page.rows.map(({ kind }) => kind),
      ['attendance'],
    );
  });

  test('kiosks of one centre at both processes at once: each claim counts, no version is given twice', async () => {
    const pushes = Array.from({ length: 30 }, async (_, n) => {
      const { sync } = n % 2 === 0 ? one : two;
      const chain = new Chain(sync, kiosk(`kiosk-${n}`), `c${n}`);
      await chain.do(claim(sync, `m${(n % 3) + 1}`));
      return chain.do(claim(sync, `m${((n + 1) % 3) + 1}`));
    });
    const ended = (await Promise.all(pushes)).flat();
    assert.ok(ended.every((status) => status === 'applied' || status === 'merged'));
    const rows = await one.sync.read(CENTRE, (tx) => tx.list('people', 'attendance'));
    assert.equal(rows.flatMap(({ claims }) => claims).length, 60);
    const count = await two.sync.read(CENTRE, (tx) =>
      tx.get('centre', 'attendanceCount', todaysSession(two.sync)),
    );
    assert.equal(count?.count, 3);
  });

  test('two centres that change one row of the city lose nothing of either', async () => {
    const add = ({ sync }: Process, centre: string, n: number) =>
      sync.write(id<'CentreId'>(centre), async (tx) => {
        const before = await tx.get('city', 'playCount', 'all');
        await tx.put('city', 'playCount', 'all', {
          id: 'all',
          screenId: id<'DeviceId'>('any'),
          hourMs: 0,
          item: 'all',
          count: (before?.count ?? 0) + n,
        });
      });
    await Promise.all(
      Array.from({ length: 20 }, (_, n) => add(n % 2 === 0 ? one : two, `centre-${n % 4}`, 1)),
    );
    const row = await one.sync.read(CENTRE, (tx) => tx.get('city', 'playCount', 'all'));
    assert.equal(row?.count, 20);
  });

  test('a power cut at the server loses nothing acknowledged; the hub goes on with a run of its own', async () => {
    const chain = new Chain(one.sync, kiosk('lobby'), 'c1');
    await chain.do(claim(one.sync, 'm1'));
    const { cursor } = await chain.pullAll('kiosk:sample');
    const back = [one, two].map((process) => poked(process, ({ bucket }) => bucket === 'kiosk:sample'));
    await server.crashAndRestart();
    await Promise.all(back);
    const page = await chain.pull('kiosk:sample', cursor);
    assert.equal(page.reset, false);
    assert.equal(page.last, 1);
    assert.notEqual(page.cursor.run, cursor.run);
    assert.deepEqual(await chain.do(claim(one.sync, 'm2')), ['applied']);
  });

  test('a server that comes back on another timeline gives the hub a new epoch', async () => {
    const { epoch } = one.sync;
    const back = [one, two].map((process) => poked(process, (poke) => poke.epoch !== epoch));
    await server.recover();
    const [first, second] = await Promise.all(back);
    assert.equal(first?.epoch, second?.epoch);
    assert.equal(one.sync.epoch, first?.epoch);
  });

  test('a hub process that dies lets go of its run, and nobody waits for it', async () => {
    const lost = await start();
    const { cursor } = await new Chain(lost.sync, kiosk('lobby'), 'c1').pullAll('kiosk:sample');
    await lost.database.close();
    const next = await start();
    // As the lost process would have given it, had it come that far.
    const further = { ...cursor, version: cursor.version + 1 };
    const key = await next.database.read((snapshot) => snapshot.meta('cursorKey'));
    assert.ok(key);
    const beyond = { ...further, tag: cursorSigner(key)('kiosk:sample', further) };
    await new Chain(next.sync, kiosk('lobby'), 'c1').do(claim(next.sync, 'm1'));
    const page = await new Chain(next.sync, kiosk('lobby'), 'c1').pull('kiosk:sample', beyond);
    assert.notEqual(page.epoch, cursor.epoch);
    await stop(next);
  });
});
