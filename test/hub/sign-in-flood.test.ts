import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressKey } from '../../src/hub/http/address-key.ts';
import { HashQueue, isBusy, type Lane } from '../../src/hub/people/hash-queue.ts';
import { LOAD } from '../../src/hub/load-limits.ts';
import { id } from '../../src/kernel/ids.ts';
import { problemIn, testHub } from './http-support.ts';
import { morning } from './sync/centre.ts';

const CENTRE = id<'CentreId'>('sample');
const stranger = (name: string): Lane => ({ name, isKnown: false });
const console1: Lane = { name: 'device console-1', isKnown: true };

/** A queue whose works end when the test says so, in the order of their starts. */
function desk() {
  const queue = new HashQueue({ atOnce: 1, inAll: 6, ofOne: 2, retryAfterS: 2 });
  const started: string[] = [];
  let end: (() => void) | undefined;
  const ask = (lane: Lane, name = lane.name): Promise<unknown> =>
    queue.take(lane, () => {
      started.push(name);
      return new Promise<void>((resolve) => (end = resolve));
    });
  const next = async (): Promise<void> => {
    await new Promise(setImmediate);
    end?.();
    await new Promise(setImmediate);
  };
  return { queue, started, ask, next };
}

describe('the line before the hashing', () => {
  test('one place that asks again and again waits behind itself, not before others', async () => {
    const { started, ask, next } = desk();
    void ask(stranger('flood'), 'flood 1');
    void ask(stranger('flood'), 'flood 2');
    void ask(stranger('flood'), 'flood 3');
    void ask(stranger('cook'));
    void ask(console1);
    for (let n = 0; n < 4; n += 1) await next();
    assert.deepEqual(started, ['flood 1', 'device console-1', 'flood 2', 'cook', 'flood 3']);
  });

  test('who comes when the line is full is told so before anything is hashed', async () => {
    const { started, ask } = desk();
    void ask(stranger('a'), 'running');
    for (const name of ['a', 'a', 'b', 'b', 'c', 'c']) void ask(stranger(name));
    assert.ok(isBusy(await ask(stranger('d'))));
    assert.ok(isBusy(await ask(stranger('a'))));
    assert.deepEqual(started, ['running']);
  });

  test('however many strangers wait, a paired console has its place', async () => {
    const { started, ask, next } = desk();
    for (const name of ['a', 'a', 'b', 'b', 'c', 'c', 'd']) void ask(stranger(name));
    void ask(console1);
    await next();
    assert.deepEqual(started, ['a', 'device console-1']);
  });

  test('one that fails gives its turn on', async () => {
    const { queue, started, ask } = desk();
    const failing = queue.take(stranger('a'), () => Promise.reject(new Error('no memory')));
    void ask(stranger('b'));
    await assert.rejects(failing);
    assert.deepEqual(started, ['b']);
  });

  test('all addresses of one IPv6 network are one place, and IPv4 is the same in both spellings', () => {
    assert.equal(addressKey('fe80::1:2:3:4%eth0'), addressKey('fe80::9'));
    assert.equal(addressKey('2001:db8:1:2:aaaa::1'), addressKey('2001:0db8:1:2::'));
    assert.notEqual(addressKey('2001:db8:1:2::1'), addressKey('2001:db8:1:3::1'));
    assert.equal(addressKey('::ffff:192.168.1.9'), '192.168.1.9');
    assert.notEqual(addressKey('192.168.1.8'), addressKey('192.168.1.9'));
  });
});

describe('forty sign-ins at once under invented names', () => {
  test(
    'leave pages, media and a paired console their turn, and are told to wait',
    { timeout: 120_000 },
    async () => {
      // Where the flood takes long to arrive there is room again meanwhile, and where the hub is not let run for a while what was
      // hashed in that time is answered first: such a flood shows nothing, and another is sent to another hub.
      for (let isShown = false; !isShown; isShown = await flooded());
    },
  );

  /** Whether one flood could show that most of it is told to wait, and that a film's piece waits for no hashing. */
  async function flooded(): Promise<boolean> {
    const hub = await testHub({ clock: morning() });
    try {
      const cook = await hub.opened(hub.links.json.staff['canteen']);
      assert.equal((await cook.post('/api/account/secret', { secret: '402917' })).status, 204);
      const film = await hub.sync.read(CENTRE, async (tx) => (await tx.list('centre', 'media'))[0]);
      assert.ok(film);

      const flooder = hub.browser();
      const ended: string[] = [];
      const flood = Array.from({ length: 40 }, async (_, n) => {
        const answer = await flooder.post('/api/session', { name: `没有人${n}`, secret: '735192' });
        if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) >= 1);
        ended.push(String(answer.status));
        return answer.status;
      });
      // The flood is at the hub when the others come.
      await Promise.race(flood);
      const others = await Promise.all([
        cook.get(`/media/${film.id}`, { range: 'bytes=0-99' }).then(async (answer) => {
          assert.equal(answer.status, 206);
          await answer.arrayBuffer();
          ended.push('media');
        }),
        cook.post('/api/session', { name: '李师傅', secret: '402917' }),
      ]);
      const statuses = await Promise.all(flood);
      assert.ok(
        statuses.every((status) => status === 401 || status === 429),
        statuses.join(' '),
      );
      assert.equal(others[1].status, 200, 'the cook at her console gets in');
      const hashed = statuses.filter((status) => status === 401).length;
      // What waits, and as much again where the flood took long to arrive.
      return (
        hashed <= 2 * (LOAD.hashing.atOnce + LOAD.hashing.ofOne) && ended.indexOf('media') < ended.length - 1
      );
    } finally {
      await hub.dispose();
    }
  }

  test('invented names share what one address may try, and the answer is as for a real one', async () => {
    // Its clock stands: whoever is slow to guess would be past the wait.
    const hub = await testHub({ clock: morning() });
    try {
      const guesser = hub.browser();
      let last: Response | undefined;
      for (let n = 0; n < LOAD.strangers.free + 2 && last?.status !== 429; n += 1)
        last = await guesser.post('/api/session', { name: `某人${n}`, secret: '735192' });
      assert.ok(last);
      const invented = await problemIn(last);
      assert.equal(invented.status, 429);
      const real = await problemIn(await guesser.post('/api/session', { name: '王经理', secret: '735192' }));
      assert.deepEqual([real.status, real.code, real.detail], [429, invented.code, invented.detail]);
    } finally {
      await hub.dispose();
    }
  });
});
