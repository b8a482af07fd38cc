import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Throttle } from '../../src/hub/people/throttle.ts';
import { weakness } from '../../src/hub/people/weakness.ts';
import { id } from '../../src/kernel/ids.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';

onBothEngines('signing in', (start) => {
  let hub: TestHub;
  before(async () => {
    hub = await start();
  });
  after(() => hub.dispose());

  test('a staff link signs in at once on a console of this browser, with the grants of the role', async () => {
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    const me = await (await canteen.get('/api/me')).json();
    assert.equal(me.account.role, 'canteen');
    assert.equal(me.actorKey, me.account.id);
    assert.equal(me.device.kind, 'console');
    assert.equal(me.config.kind, 'console');
    assert.ok(me.grants.includes('staff:sample'));
    assert.ok(!me.grants.includes('people:sample'), 'the canteen needs nobody’s name');
    assert.equal('secret' in me.account, false);
  });

  test('two people signed in by link in one browser each keep a console', async () => {
    const browser = await hub.opened(hub.links.json.staff['leader']);
    const leader = browser.device;
    await browser.open(hub.links.json.staff['advisor'] ?? '');
    assert.notEqual(browser.device, leader);
    const first = await (await browser.get(`/api/me?device=${leader}`)).json();
    assert.equal(first.account.role, 'leader');
  });

  test('a PIN is set by its owner, and then opens the console from any browser', async () => {
    const manager = await hub.opened(hub.links.json.staff['manager']);
    const weak = await problemIn(await manager.post('/api/account/secret', { secret: '123456' }));
    assert.equal(weak.code, 'weak-secret');
    assert.equal(weak.errors?.[0]?.path, 'body/secret');
    assert.equal((await manager.post('/api/account/secret', { secret: '402917' })).status, 204);

    const tablet = hub.browser();
    const wrong = await problemIn(await tablet.post('/api/session', { name: '王经理', secret: '402918' }));
    assert.equal(wrong.status, 401);
    const nobody = await problemIn(await tablet.post('/api/session', { name: '没有人', secret: '402917' }));
    assert.equal(nobody.detail, wrong.detail, 'whether a name exists is not told');
    const signedIn = await tablet.post('/api/session', { name: ' 王经理 ', secret: '402917' });
    assert.equal(signedIn.status, 200);
    tablet.device = (await signedIn.json()).deviceId;
    assert.equal((await (await tablet.get('/api/me')).json()).account.role, 'manager');

    assert.equal((await tablet.delete('/api/session')).status, 204);
    const out = await (await tablet.get('/api/me')).json();
    assert.equal(out.account, null);
    assert.deepEqual(out.grants, ['city', `device:${tablet.device}`]);
    assert.equal(
      (await problemIn(await tablet.post('/api/accounts', { name: '某人', role: 'viewer' }))).status,
      401,
    );

    // The console stays paired: signing in again needs no new one.
    const device = tablet.device;
    const again = await tablet.post('/api/session', { name: '王经理', secret: '402917' });
    assert.equal((await again.json()).deviceId, device);
  });

  test('secrets are nowhere in the rows that devices are sent', async () => {
    const rows = JSON.stringify(
      await hub.sync.read(hubCentre, async (tx) => [
        await tx.list('staff', 'account'),
        await tx.list('staff', 'device'),
        await tx.list('audit', 'audit'),
      ]),
    );
    // By itself: some moment or some secret may have these six figures in it.
    assert.doesNotMatch(rows, /\b402917\b|scrypt|link\//);
    assert.doesNotMatch(await hub.stored(), /\b402917\b/, 'nor is a PIN stored as it is');
  });

  test('a manager adds a colleague, whose link signs them in; the name is theirs alone', async () => {
    const manager = await hub.opened(await linkFor(hub, 'manager'));
    const made = await manager.post('/api/accounts', { name: '赵阿姨', role: 'viewer' });
    assert.equal(made.status, 201);
    const { account, link } = await made.json();
    const newcomer = await hub.opened(link.url);
    const me = await (await newcomer.get('/api/me')).json();
    assert.deepEqual(me.account, { id: account.id, name: '赵阿姨', role: 'viewer' });
    const taken = await manager.post('/api/accounts', { name: '赵阿姨', role: 'canteen' });
    assert.equal((await problemIn(taken)).code, 'name-taken');
    const denied = await newcomer.post('/api/accounts', { name: '别人', role: 'manager' });
    assert.equal((await problemIn(denied)).code, 'not-permitted');

    const audit = await hub.sync.read(hubCentre, (tx) => tx.list('audit', 'audit'));
    const added = audit.find((one) => one.name === 'account.add');
    assert.deepEqual([added?.by, added?.subject], ['王经理', [`account/${account.id}`]]);

    // Dismissed: the session that is open ends with the account, and so does the console that was theirs alone.
    await hub.sync.perform(hubCentre, 'account.save', { account: { ...account, active: false } });
    const left = await newcomer.get('/api/me');
    assert.ok(left.status === 401 || (await left.json()).account === null);
  });

  test('work of one person is not taken under the session of another', async () => {
    const canteen = await hub.opened(await linkFor(hub, 'canteen'));
    const other = await canteen.get('/sync/pull?actor=manager&clientId=c1&bucket=city');
    assert.equal((await problemIn(other)).code, 'other-actor');
  });

  test('after some wrong PINs a name is closed for a while, even to the right one', async () => {
    const leader = await hub.opened(await linkFor(hub, 'leader'));
    await leader.post('/api/account/secret', { secret: '918273' });
    const guesser = hub.browser();
    const guess = (secret: string) => guesser.post('/api/session', { name: '张老师', secret });
    const statuses: number[] = [];
    for (let n = 0; n < 7; n += 1) statuses.push((await guess(`00000${n}`)).status);
    assert.deepEqual(statuses, [401, 401, 401, 401, 401, 429, 429]);
    const closed = await guess('918273');
    assert.equal((await problemIn(closed)).code, 'throttled');
    assert.ok(Number(closed.headers.get('retry-after')) >= 1);
    const manager = await hub.browser().post('/api/session', { name: '王经理', secret: '402917' });
    assert.equal(manager.status, 200, 'others are not kept out by it');
  });
});

test('each further failure doubles the wait, up to an hour, and a right try forgets them', () => {
  let now = 0;
  const throttle = new Throttle(() => now, { free: 2, firstWaitMs: 1000, longestWaitMs: 5000 });
  const waits: number[] = [];
  for (let n = 0; n < 6; n += 1) {
    throttle.failed('x');
    waits.push(throttle.wait('x'));
    now += throttle.wait('x');
  }
  assert.deepEqual(waits, [0, 1000, 2000, 4000, 5000, 5000]);
  throttle.failed('x');
  throttle.succeeded('x');
  assert.equal(throttle.wait('x'), 0);
});

test('a PIN that a neighbour would try first is not taken', () => {
  for (const weak of [
    '12345',
    '123456',
    '654321',
    '111111',
    '000000',
    '121212',
    '123123',
    '112233',
    '135791',
    '246802',
    '１３５７９１',
    '147258',
    'short',
    '        ',
    '\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b',
    'aaaaaaaa',
    'password',
    'Pass word',
    'abcdefgh',
    '5201314',
  ])
    assert.ok(weakness(weak), weak);
  assert.ok(weakness('wangxiuying1', { name: 'Wang Xiuying' }), 'one’s own name');
  for (const good of ['402917', '918273', '九月的菊花开得好', 'wangxiuying likes tea'])
    assert.equal(weakness(good, { name: 'Wang Xiuying' }), null, good);
});

const hubCentre = id<'CentreId'>('sample');

async function linkFor(hub: TestHub, accountId: string): Promise<string> {
  const { secret } = await hub.hub.mintLink({ target: 'account', targetId: accountId, centreId: hubCentre });
  return `${hub.url}/link/${secret}`;
}
