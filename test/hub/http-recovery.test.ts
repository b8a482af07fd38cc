import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import type { Browser } from '../support/browser.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';
import { morning } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');
const newProof = (): string => randomBytes(32).toString('base64url');

describe('a glass whose cookie is gone', () => {
  let hub: TestHub;
  let manager: Browser;
  before(async () => {
    // Its clock stands: what is written down seldom is then written once, however long a test takes.
    hub = await testHub({ clock: morning() });
    manager = await hub.opened(hub.links.json.staff['manager']);
  });
  after(() => hub.dispose());

  const linkTo = async (deviceId: string): Promise<string> => {
    const { secret } = await hub.hub.mintLink({ target: 'device', targetId: deviceId, centreId: sample });
    return `${hub.url}/link/${secret}`;
  };
  /** A paired glass, and the proof it has said it keeps. */
  async function paired(deviceId: string): Promise<{ glass: Browser; proof: string }> {
    const glass = await hub.opened(await linkTo(deviceId));
    const proof = newProof();
    assert.equal((await glass.post('/api/pairing/kept', { proof })).status, 204);
    return { glass, proof };
  }
  const row = async (deviceId: string): Promise<RowOf<'device'>> => {
    const found = await hub.sync.read(sample, (tx) => tx.get('staff', 'device', deviceId));
    assert.ok(found);
    return found;
  };
  const recover = (glass: Browser, deviceId: string, proof: string, next: string): Promise<Response> =>
    glass.post('/api/pairing/recover', { deviceId, proof, next });
  /** A browser that remembers which device it is, and has no cookie. */
  function without(deviceId: string): Browser {
    const glass = hub.browser();
    glass.device = deviceId;
    return glass;
  }

  test('is the same device again by its proof, and whoever still holds the old cookie is not', async () => {
    const { glass, proof } = await paired('lobby-kiosk');
    assert.ok((await row('lobby-kiosk')).keptAtMs, 'staff see that the pairing is on its disk');
    const again = without('lobby-kiosk');
    assert.equal((await problemIn(await again.get('/api/me'))).code, 'unknown-device');
    const answer = await recover(again, 'lobby-kiosk', proof, newProof());
    assert.deepEqual(await answer.json(), { deviceId: 'lobby-kiosk' });
    assert.match(again.setCookies.at(-1) ?? '', /HttpOnly/);
    assert.equal((await again.get('/api/me')).status, 200);
    assert.equal((await glass.get('/api/me')).status, 401);
    assert.equal((await row('lobby-kiosk')).perhapsClonedAtMs, null);
  });

  test('asks again when the answer was lost, and gets in all the same', async () => {
    const { proof } = await paired('lobby-kiosk');
    const next = newProof();
    assert.equal((await recover(without('lobby-kiosk'), 'lobby-kiosk', proof, next)).status, 200);
    const again = without('lobby-kiosk');
    assert.equal((await recover(again, 'lobby-kiosk', proof, next)).status, 200);
    assert.equal((await again.get('/api/me')).status, 200);
    assert.equal((await row('lobby-kiosk')).perhapsClonedAtMs, null);
  });

  test('is one of two when its disk was copied: the second gets nothing, and staff see it', async () => {
    const { proof } = await paired('dining-hall');
    assert.equal((await recover(without('dining-hall'), 'dining-hall', proof, newProof())).status, 200);
    const copy = without('dining-hall');
    const refused = await recover(copy, 'dining-hall', proof, newProof());
    assert.equal((await problemIn(refused)).code, 'proof-used');
    assert.deepEqual(copy.setCookies, []);
    assert.ok((await row('dining-hall')).perhapsClonedAtMs);
  });

  test('proves nothing once it was revoked, or another glass is that device', async () => {
    const revoked = await paired('exercise-room');
    assert.equal((await manager.delete('/api/devices/exercise-room/token')).status, 204);
    const first = await recover(without('exercise-room'), 'exercise-room', revoked.proof, newProof());
    assert.equal((await problemIn(first)).code, 'no-such-proof');

    const replaced = await paired('exercise-room');
    await hub.opened(await linkTo('exercise-room'));
    const second = await recover(without('exercise-room'), 'exercise-room', replaced.proof, newProof());
    assert.equal((await problemIn(second)).code, 'no-such-proof');
    assert.equal(
      (await row('exercise-room')).keptAtMs,
      null,
      'the new one has not said that it keeps anything',
    );
  });

  test("proves only its own device, and nobody's console", async () => {
    const { proof } = await paired('lobby-kiosk');
    await paired('dining-hall');
    const other = await recover(without('dining-hall'), 'dining-hall', proof, newProof());
    assert.equal((await problemIn(other)).code, 'no-such-proof');
    const console = await manager.post('/api/pairing/kept', { proof: newProof() });
    assert.equal((await problemIn(console)).code, 'not-permitted');
    assert.equal((await problemIn(await hub.browser().post('/api/pairing/kept', { proof }))).status, 401);
  });

  test('says with its code which device it was and what it holds, and staff see both', async () => {
    const { glass } = await paired('lobby-kiosk');
    assert.equal((await manager.delete('/api/devices/lobby-kiosk/token')).status, 204);
    const was = { deviceId: 'lobby-kiosk', waiting: 27 };
    const begun = await (await without('lobby-kiosk').post('/api/pairing', { kind: 'kiosk', was })).json();
    assert.equal((await row('lobby-kiosk')).askedBack?.waiting, 27);
    const shown = await manager.get(`/api/pairing/shown/${begun.code}`);
    assert.deepEqual(await shown.json(), { kind: 'kiosk', was });
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    assert.equal((await canteen.get(`/api/pairing/shown/${begun.code}`)).status, 403);

    const confirmed = await manager.post('/api/pairing/confirm', {
      code: begun.code,
      deviceId: 'lobby-kiosk',
    });
    assert.equal(confirmed.status, 200);
    assert.equal((await glass.get(`/api/pairing/${begun.secret}`)).status, 200);
    assert.equal((await glass.get('/api/me')).status, 200);
    assert.equal((await row('lobby-kiosk')).askedBack, null);
  });

  test('is not believed by its word: no other kind, no device there is not, no number without end', async () => {
    const say = (kind: string, deviceId: string, waiting: number): Promise<Response> =>
      hub.browser().post('/api/pairing', { kind, was: { deviceId, waiting } });
    const before = await row('exercise-room');
    assert.equal((await say('kiosk', 'exercise-room', 3)).status, 201);
    assert.equal((await say('screen', 'nowhere', 3)).status, 201);
    assert.equal((await say('screen', 'exercise-room', 100_000)).status, 400);
    assert.deepEqual(await row('exercise-room'), before);
    // What anybody may say is written down seldom, whatever is said.
    for (let waiting = 1; waiting < 20; waiting += 1) await say('screen', 'exercise-room', waiting);
    assert.equal((await row('exercise-room')).askedBack?.waiting, 1);
  });

  test('is that again which only it remembers, when the centre was put back to a time before it', async () => {
    const was = { deviceId: 'kiosk-0123456789', waiting: 4 };
    const glass = hub.browser();
    const { code, secret } = await (await glass.post('/api/pairing', { kind: 'kiosk', was })).json();
    const body = { code, deviceId: was.deviceId, name: '二楼一体机', place: '二楼' };
    const other = await manager.post('/api/pairing/confirm', { ...body, deviceId: 'kiosk-9999999999' });
    assert.equal((await problemIn(other)).code, 'no-such-device');
    assert.deepEqual(await (await manager.post('/api/pairing/confirm', body)).json(), {
      deviceId: was.deviceId,
    });
    await glass.get(`/api/pairing/${secret}`);
    glass.device = was.deviceId;
    assert.equal((await (await glass.get('/api/me')).json()).device.name, '二楼一体机');
  });
});
