import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import type { Browser } from '../support/browser.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';
import { morning } from './sync/centre.ts';

/** Whoever stands at a kiosk and says that they are staff. */
describe('a PIN typed at a kiosk', () => {
  let hub: TestHub;
  let kiosk: Browser;
  before(async () => {
    // Its clock stands: whoever is slow to guess would be past the wait.
    hub = await testHub({ clock: morning() });
    kiosk = await hub.opened(hub.links.json.kiosk);
    for (const [role, secret] of [
      ['canteen', '402917'],
      ['manager', '583046'],
    ] as const) {
      const person = await hub.opened(hub.links.json.staff[role]);
      assert.equal((await person.post('/api/account/secret', { secret })).status, 204);
    }
  });
  after(() => hub.dispose());

  const ask = (browser: Browser, secret: string): Promise<Response> =>
    browser.post('/api/kiosk/staff', { secret });

  it('says what its owner may do, signs nobody in there, and is in the manager’s list of changes', async () => {
    const answer = await ask(kiosk, '583046');
    assert.deepEqual(await answer.json(), { role: 'manager' });
    assert.deepEqual(await (await ask(kiosk, '402917')).json(), { role: 'canteen' });
    assert.equal(answer.headers.get('set-cookie'), null);
    assert.equal((await (await kiosk.get('/api/me')).json()).account, null);
    const audit = await hub.sync.read(id<'CentreId'>('sample'), (tx) => tx.list('audit', 'audit'));
    assert.equal(audit.filter(({ name }) => name === 'kiosk.staff').length, 2);
  });

  it('is asked nowhere but at a kiosk', async () => {
    const screen = await hub.opened(hub.links.json.screens['dining-hall']);
    assert.equal((await problemIn(await ask(screen, '583046'))).code, 'not-a-kiosk');
    assert.equal((await ask(hub.browser(), '583046')).status, 401);
  });

  it('is not guessed: whose PIN ever it is meant for, a kiosk soon waits longer and longer, also where one of the tries is right', async () => {
    for (let slip = 0; slip < 4; slip += 1)
      assert.equal((await problemIn(await ask(kiosk, `10000${slip}`))).code, 'wrong-secret');
    assert.equal((await ask(kiosk, '402917')).status, 200, 'a slip or two costs nobody anything');
    assert.equal((await problemIn(await ask(kiosk, '100004'))).code, 'wrong-secret');
    const late = await problemIn(await ask(kiosk, '583046'));
    assert.equal(late.code, 'throttled');
  });
});
