import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { id } from '../../src/kernel/ids.ts';
import { Snapshots } from '../../src/hub/sync/snapshots.ts';
import type { PullPage, Snapshot, WireRow } from '../../src/protocol/wire/wire.ts';
import type { Browser } from '../support/browser.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';
import { MORNING_MS } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');
const NOTICE = 'notice';

onBothEngines('a snapshot', (start) => {
  let hub: TestHub;
  let screen: Browser;
  let kiosk: Browser;
  before(async () => {
    hub = await start();
    screen = await hub.opened(hub.links.json.screens['dining-hall']);
    kiosk = await hub.opened(hub.links.json.kiosk);
  });
  after(() => hub.dispose());

  test('gives a fresh device what the pages give, and changes go on from it', async () => {
    await putNotice('stays');
    await putNotice('goes');
    await hub.sync.write(sample, (tx) => tx.remove('centre', NOTICE, 'goes'));
    const { page, rows } = await loaded('centre:sample');
    assert.deepEqual([page.reset, page.from, page.more], [true, null, false]);
    assert.deepEqual(rows, await pagedRows('centre:sample'));
    assert.ok(rows.has(`${NOTICE}/stays`));
    assert.ok(!rows.has(`${NOTICE}/goes`));

    await putNotice('later');
    const next = await pulled('centre:sample', `&snapshots=true&cursor=${cursorOf(page)}`);
    assert.equal(next.reset, false);
    assert.equal(next.snapshot, undefined);
    assert.deepEqual(
      next.rows.map((row) => row.id),
      ['later'],
    );
  });

  test('is made once for all screens that start at the same moment', async () => {
    await putNotice('news');
    const pages = await Promise.all(
      Array.from({ length: 100 }, (_, n) => pulled('city', `&snapshots=true`, `c-${n}`)),
    );
    const names = new Set(pages.map((page) => page.snapshot));
    assert.equal(names.size, 1);
    const bodies = new Set(
      await Promise.all(
        pages.map((page) => hub.sync.snapshot('city', page.snapshot ?? '')?.then(({ gzip }) => gzip)),
      ),
    );
    assert.equal(bodies.size, 1, 'the very same bytes');
  });

  test('serves on while check-ins come in; what came since lies beside it', async () => {
    await putNotice('old');
    const first = await loaded('centre:sample');
    await putNotice('fresh');
    await hub.sync.write(sample, (tx) => tx.remove('centre', NOTICE, 'old'));
    const second = await loaded('centre:sample');
    assert.equal(second.page.snapshot, first.page.snapshot);
    assert.deepEqual(second.rows, await pagedRows('centre:sample'));
    assert.ok(second.rows.has(`${NOTICE}/fresh`));
    assert.ok(!second.rows.has(`${NOTICE}/old`));
    await hub.sync.write(sample, async (tx) => {
      for (let n = 0; n < 300; n += 1) await tx.put('centre', NOTICE, `many-${n}`, notice(`many-${n}`));
    });
    const third = await loaded('centre:sample');
    assert.notEqual(third.page.snapshot, first.page.snapshot);
    assert.deepEqual(third.page.rows, []);
    assert.deepEqual(third.rows, await pagedRows('centre:sample'));
  });

  test('comes after the floor too: a cursor from before it starts afresh', async () => {
    const { page } = await loaded('centre:sample');
    const old = Buffer.from(JSON.stringify({ ...page.cursor, schema: 0 })).toString('base64url');
    const again = await pulled('centre:sample', `&snapshots=true&cursor=${old}`);
    assert.equal(again.reset, true);
    assert.equal(typeof again.snapshot, 'string');
  });

  test('carries in its page how far this client has come, in the same state of the database', async () => {
    await loaded('kiosk:sample', kiosk);
    const mid = '0193a000-0000-7000-8000-0000000000c1';
    const push = await kiosk.post('/sync/push', {
      clientId: 'c-kiosk',
      epoch: null,
      reports: [],
      muts: [
        {
          mid,
          seq: 1,
          prev: null,
          name: 'help.call',
          v: 1,
          args: { callId: 'h1', deviceId: 'lobby-kiosk', reason: 'other' },
          deviceTime: MORNING_MS,
          timeQuality: 'confirmed',
          age: 0,
        },
      ],
    });
    const answer = await push.json();
    assert.equal(answer.last, 1, JSON.stringify(answer));
    const mine = await pulled('kiosk:sample', '&snapshots=true', 'c-kiosk', kiosk);
    assert.deepEqual([mine.last, mine.lastMid], [1, mid]);
    const other = await pulled('kiosk:sample', '&snapshots=true', 'c-other', kiosk);
    assert.deepEqual([other.last, other.lastMid], [0, null]);
    assert.equal(other.snapshot, mine.snapshot);
  });

  test('is for who is granted the bucket, at each request', async () => {
    const { page } = await loaded('kiosk:sample', kiosk);
    const address = addressOf(page);
    assert.equal((await kiosk.get(address)).status, 200);
    assert.equal((await problemIn(await screen.get(address))).code, 'not-granted');
    assert.equal((await problemIn(await hub.browser().fetch(`${address}&device=lobby-kiosk`))).status, 401);
  });

  test('may be kept by the browser, but not where it holds the roster', async () => {
    const { page } = await loaded('centre:sample');
    const response = await screen.get(addressOf(page), { 'accept-encoding': 'gzip' });
    assert.equal(response.headers.get('cache-control'), 'private, max-age=86400, immutable');
    assert.equal(response.headers.get('content-encoding'), 'gzip');
    assert.equal(response.headers.get('vary'), 'accept-encoding');
    const plain = await screen.get(addressOf(page), { 'accept-encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.deepEqual(await plain.json(), await response.json());

    const roster = await kiosk.get(addressOf((await loaded('kiosk:sample', kiosk)).page));
    assert.equal(roster.headers.get('cache-control'), 'no-store');
    assert.equal((await pulled('device:lobby-kiosk', '&snapshots=true', 'c', kiosk)).snapshot, undefined);
  });

  test('that is not kept any more is a problem, and pages go on without it', async () => {
    const gone = await screen.get('/sync/snapshot?bucket=city&name=long-gone.1');
    assert.equal((await problemIn(gone)).code, 'no-snapshot');
    assert.equal((await pulled('city', '')).snapshot, undefined);
  });

  test('is not for a device whose token has been revoked since', async () => {
    const { page } = await loaded('kiosk:sample', kiosk);
    const manager = await hub.opened(hub.links.json.staff['manager']);
    await manager.delete('/api/devices/lobby-kiosk/token');
    assert.equal((await problemIn(await kiosk.get(addressOf(page)))).status, 401);
  });

  const addressOf = ({ bucket, snapshot = '' }: PullPage): string =>
    `/sync/snapshot?bucket=${encodeURIComponent(bucket)}&name=${encodeURIComponent(snapshot)}`;

  async function pulled(bucket: string, more: string, clientId = 'c-1', by = screen): Promise<PullPage> {
    const response = await by.get(`/sync/pull?clientId=${clientId}&bucket=${bucket}${more}`);
    assert.equal(response.status, 200, await response.clone().text());
    return response.json();
  }

  /** A first load the way a device does it. */
  async function loaded(bucket: string, by = screen) {
    const page = await pulled(bucket, '&snapshots=true', 'c-1', by);
    const response = await by.get(addressOf(page));
    assert.equal(response.status, 200);
    const snapshot: Snapshot = await response.json();
    assert.ok(snapshot.rows.every((row) => row.data !== null && row.version <= snapshot.version));
    return { page, rows: asHeld([...snapshot.rows, ...page.rows]) };
  }

  const pagedRows = async (bucket: string): Promise<Map<string, unknown>> => {
    const rows: WireRow[] = [];
    let page = await pulled(bucket, '');
    for (rows.push(...page.rows); page.more; rows.push(...page.rows)) {
      page = await pulled(bucket, `&cursor=${cursorOf(page)}`);
    }
    return asHeld(rows);
  };

  const putNotice = (name: string): Promise<void> =>
    hub.sync.write(sample, (tx) => tx.put('centre', NOTICE, name, notice(name)));
});

describe('the shelf of snapshots', () => {
  const row = (text: string): WireRow => ({ kind: 'notice', id: 'n', version: 1, data: text });

  test('reads and compresses a state once, however many want it before it is ready', async () => {
    const shelf = new Snapshots();
    let reads = 0;
    const make = () =>
      shelf.make('city', 'run', 7, async () => {
        reads += 1;
        return [row('x')];
      });
    const made = await Promise.all([make(), make(), make()]);
    assert.equal(reads, 1);
    assert.equal(shelf.newest('city', 'run')?.name, made[2]?.name);
    const { gzip } = (await shelf.body('city', made[0]?.name ?? '')) ?? assert.fail();
    assert.deepEqual(JSON.parse(gunzipSync(gzip).toString()), {
      bucket: 'city',
      version: 7,
      rows: [row('x')],
    });
  });

  test('lets the least lately used go when there is too much of it', async () => {
    const shelf = new Snapshots(100);
    const make = async (version: number): Promise<string> => {
      const { name } = await shelf.make('city', 'run', version, async () => [row(`${version}`.repeat(40))]);
      await shelf.body('city', name);
      return name;
    };
    const first = await make(1);
    assert.ok(shelf.body('city', first) !== undefined, 'one is kept whatever its size');
    const second = await make(2);
    assert.equal(shelf.body('city', first), undefined);
    assert.ok(shelf.body('city', second) !== undefined);
  });

  test('holds nothing of a read that failed, nor gives what another run has made', async () => {
    const shelf = new Snapshots();
    await assert.rejects(shelf.make('city', 'run', 1, () => Promise.reject(new Error('no database'))));
    assert.equal(shelf.newest('city', 'run'), undefined);
    await shelf.make('city', 'run', 1, async () => []);
    assert.equal(shelf.newest('city', 'another run'), undefined);
  });
});

/** What a store holds once it has put these rows one after the other. */
function asHeld(rows: readonly WireRow[]): Map<string, unknown> {
  const held = new Map<string, unknown>();
  for (const { kind, id: name, data } of rows) {
    if (data === null) held.delete(`${kind}/${name}`);
    else held.set(`${kind}/${name}`, data);
  }
  return new Map([...held].sort(([a], [b]) => (a < b ? -1 : 1)));
}

const cursorOf = ({ cursor }: PullPage): string => Buffer.from(JSON.stringify(cursor)).toString('base64url');

const notice = (name: string) => ({
  id: id<'NoticeId'>(name),
  level: 'normal' as const,
  title: name,
  body: null,
  fromMs: 0,
  untilMs: null,
  by: '王经理',
});
