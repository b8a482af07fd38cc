import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { id } from '../../src/kernel/ids.ts';
import { PUSH_LIMIT } from '../../src/protocol/wire/wire.ts';
import { problemOf } from '../../src/hub/problem.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';
import { MORNING_MS } from './sync/centre.ts';

const push = (more: object = {}): object => ({
  clientId: 'c-1',
  epoch: null,
  muts: [],
  ...more,
});
const mutation = (more: object = {}): object => ({
  mid: '0193a000-0000-7000-8000-000000000001',
  seq: 1,
  prev: null,
  name: 'help.raise',
  v: 1,
  args: { place: '大厅' },
  deviceTime: MORNING_MS,
  timeQuality: 'confirmed',
  age: 0,
  ...more,
});

interface Bad {
  readonly what: string;
  readonly status: number;
  readonly code: string;
  /** Where the problem says it is. */
  readonly path?: string;
  send(who: { kiosk: Browser; stranger: Browser; canteen: Browser; manager: Browser }): Promise<Response>;
}

const bad: readonly Bad[] = [
  {
    what: 'broken JSON',
    status: 400,
    code: 'malformed-json',
    send: ({ kiosk }) => kiosk.post('/sync/push', '{"clientId": '),
  },
  { what: 'no body', status: 400, code: 'malformed-json', send: ({ kiosk }) => kiosk.post('/sync/push', '') },
  {
    what: 'a form',
    status: 415,
    code: 'not-json',
    send: ({ kiosk }) =>
      kiosk.post('/sync/push', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }),
  },
  {
    what: 'a push without mutations',
    status: 400,
    code: 'invalid',
    path: 'body',
    send: ({ kiosk }) => kiosk.post('/sync/push', { clientId: 'c-1', epoch: null }),
  },
  {
    what: 'a push of things that are no list',
    status: 400,
    code: 'invalid',
    path: 'body/muts',
    send: ({ kiosk }) => kiosk.post('/sync/push', push({ muts: 'all of them' })),
  },
  {
    what: 'more mutations than a push takes',
    status: 400,
    code: 'invalid',
    path: 'body/muts',
    send: ({ kiosk }) =>
      kiosk.post('/sync/push', push({ muts: Array.from({ length: PUSH_LIMIT + 1 }, () => mutation()) })),
  },
  {
    what: 'five megabytes',
    status: 413,
    code: 'too-large',
    send: ({ kiosk }) =>
      kiosk.post('/sync/push', push({ muts: [mutation({ args: 'x'.repeat(5_000_000) })] })),
  },
  {
    what: 'a large body where small ones belong',
    status: 413,
    code: 'too-large',
    send: ({ stranger }) => stranger.post('/api/session', { name: 'x', secret: 'y'.repeat(100_000) }),
  },
  {
    what: 'a time past all dates',
    status: 400,
    code: 'invalid',
    path: 'body/nowMs',
    send: ({ manager }) => manager.post('/api/clock', { nowMs: 9e15 }),
  },
  {
    what: 'reports that are no list',
    status: 400,
    code: 'invalid',
    path: 'body/reports',
    send: ({ kiosk }) => kiosk.post('/sync/report', { reports: 'fine' }),
  },
  {
    what: 'a push of a stranger',
    status: 401,
    code: 'unknown-device',
    send: ({ stranger }) => stranger.post('/sync/push?device=lobby-kiosk', push({ muts: [mutation()] })),
  },
  {
    what: 'a push that names no device',
    status: 401,
    code: 'unknown-device',
    send: ({ kiosk }) =>
      kiosk
        .copy()
        .fetch('/sync/push', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
  },
  {
    what: 'a pull of names by a kiosk',
    status: 403,
    code: 'not-granted',
    send: ({ kiosk }) => kiosk.get('/sync/pull?clientId=c-1&bucket=people:sample'),
  },
  {
    what: 'a pull of another device’s bucket',
    status: 403,
    code: 'not-granted',
    send: ({ kiosk }) => kiosk.get('/sync/pull?clientId=c-1&bucket=device:dining-hall'),
  },
  {
    what: 'a cursor that is none',
    status: 400,
    code: 'invalid',
    path: 'querystring/cursor',
    send: ({ kiosk }) => kiosk.get('/sync/pull?clientId=c-1&bucket=city&cursor=bm90'),
  },
  {
    what: 'a limit beyond the limit',
    status: 400,
    code: 'invalid',
    path: 'querystring/limit',
    send: ({ kiosk }) => kiosk.get('/sync/pull?clientId=c-1&bucket=city&limit=100000'),
  },
  {
    what: 'a live stream for a stranger',
    status: 401,
    code: 'unknown-device',
    send: ({ stranger }) => stranger.get('/sync/live?device=lobby-kiosk'),
  },
  {
    what: 'a pairing of a kind there is not',
    status: 400,
    code: 'invalid',
    path: 'body/kind',
    send: ({ stranger }) => stranger.post('/api/pairing', { kind: 'fridge' }),
  },
  {
    what: 'a pairing nobody began',
    status: 404,
    code: 'pairing-over',
    send: ({ stranger }) => stranger.get('/api/pairing/123456-aaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  },
  {
    what: 'a code nobody shows',
    status: 403,
    code: 'not-permitted',
    send: ({ canteen }) => canteen.post('/api/pairing/confirm', { code: '000000' }),
  },
  {
    what: 'a kiosk that makes accounts',
    status: 401,
    code: 'not-signed-in',
    send: ({ kiosk }) => kiosk.post('/api/accounts', { name: '某人', role: 'manager' }),
  },
  {
    what: 'a kiosk that sets a PIN',
    status: 401,
    code: 'not-signed-in',
    send: ({ kiosk }) => kiosk.post('/api/account/secret', { secret: '402917' }),
  },
  {
    what: 'a sign-in on a kiosk',
    status: 401,
    code: 'not-a-console',
    send: ({ kiosk }) => kiosk.post('/api/session', { name: '王经理', secret: '402917' }),
  },
  {
    what: 'a link that is none',
    status: 410,
    code: 'link-over',
    send: ({ stranger }) => stranger.get('/link/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
  },
  {
    what: 'media for a stranger',
    status: 401,
    code: 'unknown-device',
    send: ({ stranger }) => stranger.get(`/media/${'0'.repeat(64)}`),
  },
  {
    what: 'media nobody has',
    status: 404,
    code: 'no-such-media',
    send: ({ kiosk }) => kiosk.get(`/media/${'0'.repeat(64)}`),
  },
  {
    what: 'a way out of the media folder',
    status: 400,
    code: 'invalid',
    path: 'params/hash',
    send: ({ kiosk }) => kiosk.get('/media/..%2Fhub.sqlite'),
  },
  {
    what: 'a way out of the app folder',
    status: 404,
    code: 'not-found',
    send: ({ stranger }) => stranger.fetch('/assets/..%2f..%2f..%2fpackage.json'),
  },
  {
    what: 'an address nobody serves',
    status: 404,
    code: 'not-found',
    send: ({ stranger }) => stranger.get('/api/nothing'),
  },
  {
    what: 'an address that cannot be read',
    status: 400,
    code: 'bad-url',
    send: ({ stranger }) => stranger.get('/%E0%A4%A'),
  },
  {
    what: 'a method an address does not take',
    status: 405,
    code: 'method-not-allowed',
    send: ({ kiosk }) => kiosk.fetch('/sync/push', { method: 'PUT' }),
  },
  {
    what: 'a method a page does not take',
    status: 405,
    code: 'method-not-allowed',
    send: ({ stranger }) => stranger.post('/api/health', {}),
  },
  {
    what: 'a post from another site',
    status: 403,
    code: 'cross-site',
    send: ({ kiosk }) =>
      kiosk.post('/sync/push', push({ muts: [mutation()] }), { 'sec-fetch-site': 'cross-site' }),
  },
  {
    what: 'a post from another site by an older browser',
    status: 403,
    code: 'cross-site',
    send: ({ kiosk }) =>
      kiosk.post('/sync/push', push({ muts: [mutation()] }), { origin: 'http://elsewhere.example' }),
  },
];

onBothEngines('what the hub is sent wrongly gets a problem answer and changes nothing', (start) => {
  let hub: TestHub;
  let who: { kiosk: Browser; stranger: Browser; canteen: Browser; manager: Browser };
  before(async () => {
    hub = await start();
    who = {
      kiosk: await hub.opened(hub.links.json.kiosk),
      canteen: await hub.opened(hub.links.json.staff['canteen']),
      manager: await hub.opened(hub.links.json.staff['manager']),
      stranger: hub.browser(),
    };
  });
  after(() => hub.dispose());

  for (const { what, status, code, path, send } of bad) {
    test(what, async () => {
      const before = await hub.stored();
      const response = await send(who);
      const problem = await problemIn(response);
      assert.deepEqual([problem.status, problem.code], [status, code]);
      if (path !== undefined) {
        assert.equal(problem.errors?.[0]?.path, path);
        assert.ok(problem.errors?.[0]?.remedy, 'it says what to do');
      }
      if (status === 405) assert.ok(response.headers.get('allow'));
      assert.equal(await hub.stored(), before);
    });
  }

  test('what is not HTTP at all', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(hub.port, 'localhost', () => socket.write('你好\r\n\r\n'));
      let text = '';
      socket.on('data', (data) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    assert.match(answer, /^HTTP\/1\.1 400 /);
    assert.match(answer, /application\/problem\+json/);
  });

  test('a mutation of a name nobody knows is held and kept for staff to see, and the queue goes on', async () => {
    const kiosk = await hub.opened(await kioskLink(hub));
    const first = mutation({ name: 'menu.eat', mid: '0193a000-0000-7000-8000-0000000000a1' });
    const second = mutation({
      mid: '0193a000-0000-7000-8000-0000000000a2',
      seq: 2,
      prev: '0193a000-0000-7000-8000-0000000000a1',
    });
    const answer = await (await kiosk.post('/sync/push', push({ muts: [first, second] }))).json();
    assert.deepEqual(
      answer.results.map((one: { status: string }) => one.status),
      ['held', 'applied'],
    );
    const refusals = await hub.sync.read(id('sample'), (tx) => tx.list('people', 'refusal'));
    assert.ok(refusals.some((one) => one.name === 'menu.eat'));
  });

  test('a mutation of a wrong shape ends stored, and what comes after it in the same push is done', async () => {
    const kiosk = await hub.opened(await kioskLink(hub));
    const mid = '0193a000-0000-7000-8000-0000000000b1';
    const muts = [
      mutation({ mid, name: ['help', 'raise'], v: '1', mood: 'urgent' }),
      mutation({ mid: '0193a000-0000-7000-8000-0000000000b2', seq: 2, prev: mid }),
    ];
    const answer = await (await kiosk.post('/sync/push', push({ clientId: 'c-2', muts }))).json();
    assert.deepEqual(
      answer.results.map((one: { status: string }) => one.status),
      ['refused', 'applied'],
    );
  });

  test('a device of protocol 1 says how it is inside its push: what can be read is taken, and nothing waits for it', async () => {
    const kiosk = await hub.opened(await kioskLink(hub));
    const reports = [{ type: 'weather' }, { type: 'glass', showing: 'menu:a@1', shownForMs: 10 }, 'fine'];
    const muts = [mutation({ mid: '0193a000-0000-7000-8000-0000000000c1' })];
    const answer = await (await kiosk.post('/sync/push', push({ clientId: 'c-3', muts, reports }))).json();
    assert.equal(answer.results[0].status, 'applied');
    const glass = await hub.sync.read(id('sample'), (tx) => tx.get('staff', 'glass', 'lobby-kiosk'));
    assert.equal(glass?.showing, 'menu:a@1');
  });
});

async function kioskLink(hub: TestHub): Promise<string> {
  const { secret } = await hub.hub.mintLink({
    target: 'device',
    targetId: 'lobby-kiosk',
    centreId: id('sample'),
  });
  return `${hub.url}/link/${secret}`;
}

test('a mistake of our own says nothing of our insides', () => {
  const error = Object.assign(new Error('no such column: password'), { code: 'SQLITE_ERROR' });
  const problem = problemOf(error);
  assert.equal(problem.status, 500);
  assert.doesNotMatch(JSON.stringify(problem), /column|SQLITE/);
});
