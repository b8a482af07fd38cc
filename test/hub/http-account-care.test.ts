import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { AccountList } from '../../src/features/accounts/model/account-list.ts';
import { id } from '../../src/kernel/ids.ts';
import type { Browser } from '../support/browser.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';
import { morning } from './sync/centre.ts';

const sample = id<'CentreId'>('sample');
const cookId = id<'AccountId'>('canteen');

/** Without it a manager cannot tell who is signed in where, nor keep out whoever has a colleague's telephone. */
describe('the care of accounts', () => {
  let hub: TestHub;
  let manager: Browser;
  let n = 0;
  before(async () => {
    hub = await testHub({ clock: morning() });
    manager = await hub.opened(hub.links.json.staff['manager']);
  });
  after(() => hub.dispose());

  const standing = async (accountId: string): Promise<AccountList['people'][number]> => {
    const answer = await manager.get('/api/accounts');
    assert.equal(answer.status, 200);
    const { people }: AccountList = await answer.json();
    const found = people.find((one) => one.accountId === accountId);
    assert.ok(found);
    return found;
  };
  const link = async (accountId: string): Promise<string> => {
    const answer = await manager.post(`/api/accounts/${accountId}/link`, {});
    assert.equal(answer.status, 201);
    return (await answer.json()).url;
  };
  const change = async (browser: Browser, accountId: string, set: object) => {
    n += 1;
    const answer = await browser.post('/sync/push', {
      clientId: `care-${n}`,
      epoch: null,
      muts: [
        {
          mid: `0193a000-0000-7000-8000-0000000ca${String(n).padStart(3, '0')}`,
          seq: 1,
          prev: null,
          name: 'account.change',
          v: 1,
          args: { accountId, set },
          deviceTime: Date.now(),
          timeQuality: 'confirmed',
          age: 0,
        },
      ],
    });
    assert.equal(answer.status, 200);
    return (await answer.json()).results[0];
  };
  /** Who a browser is now, once the hub has shown out whom it had to. */
  const isOut = async (browser: Browser): Promise<void> => {
    for (let tries = 0; tries < 200; tries += 1) {
      const me = await browser.get('/api/me');
      if (me.status === 401 || (await me.json()).account === null) return;
      await new Promise((done) => setTimeout(done, 10));
    }
    assert.fail('they are still signed in');
  };

  it('says who has a PIN, when they were here last, and on which console', async () => {
    assert.deepEqual(await standing('canteen'), {
      accountId: 'canteen',
      hasSecret: false,
      lastSignInAtMs: null,
      closedUntilMs: null,
      linkUntilMs: (await standing('canteen')).linkUntilMs,
      consoles: [],
    });
    const cook = await hub.opened(await link('canteen'));
    assert.equal((await cook.post('/api/account/secret', { secret: '270618' })).status, 204);
    const now = await standing('canteen');
    assert.equal(now.hasSecret, true);
    assert.equal(now.lastSignInAtMs, hub.sync.now());
    assert.deepEqual(now.consoles, [{ deviceId: cook.device, sinceMs: hub.sync.now() }]);
  });

  it('tells until when a name is closed, and lets it be tried again at once', async () => {
    const guesser = hub.browser();
    const guess = (secret: string) => guesser.post('/api/session', { name: '李师傅', secret });
    for (let tries = 0; tries < 6; tries += 1) await guess('000000');
    const { closedUntilMs } = await standing('canteen');
    assert.ok(closedUntilMs !== null && closedUntilMs > hub.sync.now());
    assert.equal((await problemIn(await guess('270618'))).code, 'throttled');
    assert.equal((await manager.delete('/api/accounts/canteen/tries')).status, 204);
    assert.equal((await standing('canteen')).closedUntilMs, null);
    assert.equal((await guess('270618')).status, 200);
  });

  it('signs somebody out everywhere at once, with every link of theirs that waits', async () => {
    const [phone, tablet] = [await hub.opened(await link('leader')), await hub.opened(await link('leader'))];
    const waiting = await link('leader');
    assert.equal((await manager.delete('/api/accounts/leader/sessions')).status, 204);
    for (const browser of [phone, tablet])
      assert.equal((await (await browser.get('/api/me')).json()).account, null);
    assert.equal((await hub.browser().open(waiting)).status, 410);
    assert.deepEqual((await standing('leader')).consoles, []);
  });

  it('sets a PIN for who stands beside the manager, and the old one opens nothing', async () => {
    const cook = await hub.opened(await link('canteen'));
    const weak = await problemIn(await manager.post('/api/accounts/canteen/secret', { secret: '123456' }));
    assert.equal(weak.code, 'weak-secret');
    assert.equal((await manager.post('/api/accounts/canteen/secret', { secret: '604173' })).status, 204);
    assert.equal((await (await cook.get('/api/me')).json()).account, null);
    const signIn = (secret: string) => hub.browser().post('/api/session', { name: '李师傅', secret });
    assert.equal((await signIn('270618')).status, 401);
    assert.equal((await signIn('604173')).status, 200);
  });

  it('leaves the manager where they are when they mean themselves', async () => {
    assert.equal((await manager.delete('/api/accounts/manager/sessions')).status, 204);
    assert.equal((await standing('manager')).consoles.length, 1);
  });

  it('keeps a locked telephone out, and does not let it in again when its owner is', async () => {
    const phone = await hub.opened(await link('canteen'));
    assert.equal((await change(manager, 'canteen', { locked: true })).status, 'applied');
    await isOut(phone);
    const refused = await hub.browser().post('/api/session', { name: '李师傅', secret: '604173' });
    assert.equal((await problemIn(refused)).code, 'wrong-secret');
    assert.equal((await manager.post('/api/accounts/canteen/link', {})).status, 404);
    assert.equal((await change(manager, 'canteen', { locked: false })).status, 'applied');
    assert.equal((await (await phone.get('/api/me')).json()).account, null);
    const back = await hub.browser().post('/api/session', { name: '李师傅', secret: '604173' });
    assert.equal(back.status, 200);
  });

  it('tells a console the names of those who have been on it, and a stranger or a kiosk none', async () => {
    const here = async (browser: Browser): Promise<string[]> => {
      const { people } = await (await browser.get('/api/console/people')).json();
      return people.map(({ name }: { name: string }) => name);
    };
    const tablet = await hub.opened(await link('leader'));
    assert.equal((await tablet.post('/api/session', { name: '李师傅', secret: '604173' })).status, 200);
    assert.equal((await tablet.delete('/api/session')).status, 204);
    assert.deepEqual(await here(tablet), ['李师傅', '张老师'], 'also while nobody is signed in');
    await change(manager, 'leader', { locked: true });
    assert.deepEqual(await here(tablet), ['李师傅'], 'who is locked out need not be asked');
    await change(manager, 'leader', { locked: false });
    assert.equal((await hub.browser().get('/api/console/people')).status, 401);
    const kiosk = await hub.opened(hub.links.json.kiosk);
    assert.equal((await problemIn(await kiosk.get('/api/console/people'))).code, 'not-a-console');
  });

  it('signs off the consoles of somebody who has left, and not the one others use too', async () => {
    const [own, shared] = [await hub.opened(await link('advisor')), await hub.opened(await link('advisor'))];
    const other = await shared.post('/api/session', { name: '李师傅', secret: '604173' });
    assert.equal(other.status, 200);
    assert.equal((await change(manager, 'advisor', { active: false })).status, 'applied');
    for (let tries = 0; (await own.get('/api/me')).status !== 401 && tries < 200; tries += 1)
      await new Promise((done) => setTimeout(done, 10));
    assert.equal((await problemIn(await own.get('/api/me'))).code, 'revoked-device');
    assert.equal((await (await shared.get('/api/me')).json()).account.id, cookId);
  });

  it('never loses its last manager, whoever asks and however', async () => {
    for (const set of [{ locked: true }, { active: false }, { role: 'viewer' }] as const) {
      const ended = await change(manager, 'manager', set);
      assert.deepEqual([ended.status, ended.code], ['refused', 'bad-account']);
    }
    const row = await hub.sync.read(sample, (tx) => tx.get('staff', 'account', 'manager'));
    assert.deepEqual([row?.role, row?.active, row?.locked], ['manager', true, undefined]);
  });
});
