import assert from 'node:assert/strict';
import { ServerResponse, IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import { LiveStreams } from '../../src/hub/live/live-streams.ts';
import { LiveListener } from '../support/live.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';
import { MORNING_MS } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');

onBothEngines('the live stream', (start, engine) => {
  let hub: TestHub;
  before(async () => {
    hub = await start();
  });
  after(() => hub.dispose());

  test('a published menu pokes the screen, with the page a pull would give', async () => {
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    const screen = await hub.opened(hub.links.json.screens['dining-hall']);
    const live = await LiveListener.open(screen);
    const first = await live.next();
    assert.equal(first?.event, 'grants');
    const [menu] = await hub.sync.read(sample, (tx) => tx.list('centre', 'menu'));
    assert.ok(menu);
    const answer = await canteen.post('/sync/push', {
      clientId: 'c-canteen',
      epoch: null,
      reports: [],
      muts: [
        {
          mid: '0193a000-0000-7000-8000-0000000000b1',
          seq: 1,
          prev: null,
          name: 'menu.publish',
          v: 1,
          args: {
            menuId: menu.id,
            items: menu.items,
            set: menu.set,
            note: '今日加汤',
            baseVersion: menu.version,
          },
          deviceTime: MORNING_MS,
          timeQuality: 'confirmed',
          age: 0,
        },
      ],
    });
    assert.equal((await answer.json()).results[0].status, 'applied');
    const poke = await live.nextOf('poke');
    assert.equal(poke['bucket'], 'centre:sample');
    assert.match(JSON.stringify(poke['page']), /今日加汤/);

    const page = await (await screen.get('/sync/pull?clientId=c-screen&bucket=centre:sample')).json();
    assert.equal(page.cursor.version, poke['version']);
    const cursor = Buffer.from(JSON.stringify(page.cursor)).toString('base64url');
    const next = await (
      await screen.get(`/sync/pull?clientId=c-screen&bucket=centre:sample&cursor=${cursor}`)
    ).json();
    assert.deepEqual([next.reset, next.rows], [false, []]);
    live.close();
  });

  test('a screen is not told of what it may not hold', async () => {
    const screen = await hub.opened(await link('device', 'exercise-room'));
    const live = await LiveListener.open(screen);
    await hub.sync.write(sample, (tx) => tx.put('staff', 'device', 'x', device('x')));
    await hub.sync.write(sample, (tx) => tx.put('centre', 'notice', 'n', notice));
    assert.equal((await live.nextOf('poke'))['bucket'], 'centre:sample');
    live.close();
  });

  test('revoking a device ends its stream', async () => {
    const manager = await hub.opened(await link('account', 'manager'));
    const screen = await hub.opened(await link('device', 'exercise-room'));
    const live = await LiveListener.open(screen);
    assert.equal((await live.next())?.event, 'grants');
    await manager.delete('/api/devices/exercise-room/token');
    assert.deepEqual((await live.nextOf('grants'))['grants'], []);
    assert.equal(await live.next(), null);
    assert.equal((await problemIn(await screen.get('/sync/live'))).status, 401);
  });

  test('a changed role changes what the open stream is granted', async () => {
    const advisor = await hub.opened(await link('account', 'advisor'));
    const live = await LiveListener.open(advisor);
    const granted = await live.nextOf('grants');
    assert.ok(JSON.stringify(granted).includes('people:sample'));
    const account = await hub.sync.read(sample, (tx) => tx.get('staff', 'account', 'advisor'));
    assert.ok(account);
    await hub.sync.perform(sample, 'account.save', { account: { ...account, role: 'viewer' } });
    const now = await live.nextOf('grants');
    assert.ok(!JSON.stringify(now).includes('people:sample'));
    live.close();
  });

  test('a page that leaks its streams keeps the newest ones, and other devices keep theirs', async () => {
    const screen = await hub.opened(await link('device', 'exercise-room'));
    const kiosk = await LiveListener.open(await hub.opened(await link('device', 'lobby-kiosk')));
    const oldest = await LiveListener.open(screen);
    assert.equal((await oldest.next())?.event, 'grants');
    const newer: LiveListener[] = [];
    for (let n = 0; n < 4; n += 1) newer.push(await LiveListener.open(screen));
    assert.equal(await oldest.next(), null, 'the hub has ended it');
    await hub.sync.write(sample, (tx) =>
      tx.put('centre', 'notice', 'leak', { ...notice, id: id<'NoticeId'>('leak') }),
    );
    for (const live of [...newer, kiosk]) {
      assert.equal((await live.nextOf('poke'))['bucket'], 'centre:sample');
      live.close();
    }
  });

  test('stopping the hub ends the streams rather than waiting for them', async () => {
    const other = await start();
    const live = await LiveListener.open(await other.opened(other.links.json.kiosk));
    const stopped = other.dispose();
    while ((await live.next()) !== null);
    await stopped;
  });

  if (engine === 'postgres') {
    test('what one hub process takes, the listeners of another on the same database hear', async () => {
      const other = await start(hub);
      const screen = await other.opened(other.links.json.screens['exercise-room']);
      const live = await LiveListener.open(screen);
      await hub.sync.write(sample, (tx) =>
        tx.put('centre', 'notice', 'm', { ...notice, id: id<'NoticeId'>('m') }),
      );
      assert.equal((await live.nextOf('poke'))['bucket'], 'centre:sample');
      live.close();
      await other.dispose();
    });
  }

  async function link(target: 'device' | 'account', targetId: string): Promise<string> {
    const { secret } = await hub.hub.mintLink({ target, targetId, centreId: sample });
    return `${hub.url}/link/${secret}`;
  }
});

test('a listener that does not read is dropped instead of filling the memory; a beat comes every 15 seconds', async () => {
  let now = 0;
  const authentication = { identify: async () => visitor, onChange: () => () => undefined };
  let listening = -1;
  const live = new LiveStreams({
    hubId: 'this-hub',
    authentication,
    now: () => now,
    counted: (n) => (listening = n),
    poked: () => undefined,
    failed: assert.ifError,
  });
  const socket = new Socket();
  const response = new ServerResponse(new IncomingMessage(socket));
  const written: string[] = [];
  response.write = (chunk: Uint8Array) => written.push(Buffer.from(chunk).toString()) > 0;
  live.add(response, visitor, { device: 'd', session: undefined });
  assert.equal(listening, 1);
  now = 15_000;
  live.tick();
  assert.match(written.at(-1) ?? '', /^event: beat/);
  Object.defineProperty(response, 'writableLength', { value: 600_000 });
  live.poke({ bucket: 'city', epoch: 'e', version: 1 });
  assert.equal(listening, 0);
  assert.ok(response.destroyed);
  live.close();
});

const actor = {
  type: 'device',
  deviceId: id<'DeviceId'>('d'),
  deviceKind: 'screen',
  centreId: sample,
} as const;
const visitor = {
  identity: { actor, owner: 'd/device', grants: ['city'] },
  device: { deviceId: actor.deviceId, centreId: sample, kind: 'screen' },
  account: null,
  actorKey: 'device',
  renewalDue: false,
} as const;

const notice = {
  id: id<'NoticeId'>('n'),
  level: 'normal' as const,
  title: '停水通知',
  body: null,
  fromMs: 0,
  untilMs: null,
  by: '王经理',
};

const device = (name: string) => ({
  id: id<'DeviceId'>(name),
  kind: 'screen' as const,
  name,
  place: name,
  pairedAtMs: null,
  perhapsClonedAtMs: null,
});
