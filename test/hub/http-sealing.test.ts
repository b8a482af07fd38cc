import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from '../support/browser.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';

/** Half of the key of what a console keeps: whoever gets it without the session reads a stolen disk. */
onBothEngines('the hub’s half of a console’s key', (start) => {
  let hub: TestHub;
  let manager: Browser;
  let kiosk: Browser;
  before(async () => {
    hub = await start();
    manager = await hub.opened(hub.links.json.staff['manager']);
    kiosk = await hub.opened(hub.links.json.kiosk);
  });
  after(() => hub.dispose());

  test('is given over the session alone, the same each time, and another to each person and console', async () => {
    const leader = await hub.opened(hub.links.json.staff['leader']);
    const me = await (await leader.get('/api/me')).json();
    assert.match(me.sealingShare, /^[\w-]{43}$/);
    assert.equal((await (await leader.get('/api/me')).json()).sealingShare, me.sealingShare);
    const advisor = await hub.opened(hub.links.json.staff['advisor']);
    assert.notEqual((await (await advisor.get('/api/me')).json()).sealingShare, me.sealingShare);
    assert.equal((await (await kiosk.get('/api/me')).json()).sealingShare, null);
    assert.equal(
      (await (await hub.browser().get(`/api/me?device=${leader.device}`)).json()).sealingShare,
      undefined,
    );
  });

  test('ends with signing out, and a later session has another', async () => {
    assert.equal((await manager.post('/api/account/secret', { secret: '402917' })).status, 204);
    const before = (await (await manager.get('/api/me')).json()).sealingShare;
    await manager.delete('/api/session');
    assert.equal((await (await manager.get('/api/me')).json()).sealingShare, null);
    assert.ok(!(await hub.stored()).includes(before), 'nor does the hub keep it');
    await manager.post(`/api/session?device=${manager.device}`, { name: '王经理', secret: '402917' });
    assert.notEqual((await (await manager.get('/api/me')).json()).sealingShare, before);
  });

  test('of what a device seals for the hub is given to that device alone, whatever it is, and not kept', async () => {
    const keyOf = async (who: Browser): Promise<string> => {
      const answer = await who.get('/api/sealing-key');
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      return (await answer.json()).key;
    };
    const key = await keyOf(kiosk);
    assert.equal(Buffer.from(key, 'base64').length, 32);
    assert.equal(await keyOf(kiosk), key);
    assert.notEqual(await keyOf(manager), key);
    assert.equal((await hub.browser().get(`/api/sealing-key?device=${kiosk.device}`)).status, 401);
    assert.ok(!(await hub.stored()).includes(key));
  });

  test('ends with the console, which is told that it was signed off, until it is let in again', async () => {
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    const share = (await (await canteen.get('/api/me')).json()).sealingShare;
    for (const { device } of [kiosk, canteen])
      assert.equal(
        (await manager.delete(`/api/devices/${device}/token?device=${manager.device}`)).status,
        204,
      );
    assert.ok(!(await hub.stored()).includes(share));
    assert.equal((await problemIn(await canteen.get('/api/me'))).code, 'revoked-device');
    assert.equal((await problemIn(await kiosk.get('/api/me'))).code, 'revoked-device');
    const lost = hub.browser();
    assert.equal((await problemIn(await lost.get('/api/me?device=dining-hall'))).code, 'unknown-device');

    const link = await (
      await manager.post(`/api/devices/${kiosk.device}/link?device=${manager.device}`, {})
    ).json();
    const again = await hub.opened(link.url);
    assert.equal((await again.get('/api/me')).status, 200);
    assert.equal(
      (await problemIn(await kiosk.get('/api/me'))).code,
      'unknown-device',
      'another browser is it now',
    );
  });
});
