import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { HelpCall } from '../../src/features/help/model/help.ts';
import { id } from '../../src/kernel/ids.ts';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import type { Browser } from '../support/browser.ts';
import { onBothEngines, problemIn, type TestHub } from './http-support.ts';

const centre = id<'CentreId'>('sample');
let count = 0;
const mid = (): string => uuid7(1_770_000_000_000, new Uint8Array(16).fill((count += 1)));

onBothEngines('a call for help of a kiosk that can keep none', (start) => {
  let hub: TestHub;
  let kiosk: Browser;
  before(async () => {
    hub = await start();
    kiosk = await hub.opened(hub.links.json.kiosk);
  });
  after(() => hub.dispose());

  const ask = (callId: string, more: object = {}, browser = kiosk): Promise<Response> =>
    browser.post('/api/help', { callId, kind: 'help', visit: 'v-1', end: null, ...more });
  const calls = (bucket: 'staff' | 'device:lobby-kiosk'): Promise<readonly HelpCall[]> =>
    hub.sync.read(centre, (tx) => tx.list(bucket, 'helpCall'));

  test('lies with staff and with its device at once, as one however often it is asked for', async () => {
    const callId = mid();
    const [first, again] = [await ask(callId), await ask(callId)];
    assert.deepEqual([first.status, again.status], [200, 200]);
    const call: HelpCall = await first.json();
    assert.deepEqual(
      [call.id, call.state, call.kind, call.deviceId],
      [callId, 'waiting', 'help', 'lobby-kiosk'],
    );
    assert.ok(call.place.length > 0 && typeof call.takenAtMs === 'number');
    for (const bucket of ['staff', 'device:lobby-kiosk'] as const)
      assert.deepEqual(
        (await calls(bucket)).filter((one) => one.id === callId),
        [call],
      );
  });

  test('tells the kiosk who comes, as staff answer it like any other', async () => {
    const callId = mid();
    await ask(callId);
    await hub.sync.perform(centre, 'help.answer', { callId: id(callId), reply: 'coming' });
    const call: HelpCall = await (await ask(callId)).json();
    assert.equal(call.state, 'coming');
    assert.notEqual(call.answeredBy, null);
  });

  test('is taken back by whom it is of, and by nobody else', async () => {
    const callId = mid();
    await ask(callId);
    assert.equal((await problemIn(await ask(callId, { visit: 'v-2', end: 'withdrawn' }))).code, 'not-yours');
    const call: HelpCall = await (await ask(callId, { end: 'withdrawn' })).json();
    assert.equal(call.state, 'withdrawn');
    const late: HelpCall = await (await ask(callId, { end: 'helped' })).json();
    assert.equal(late.state, 'withdrawn', 'what is over stays as it ended');
  });

  test('comes from a kiosk and from nobody else, and with a name of a call', async () => {
    const screen = await hub.opened(hub.links.json.screens['dining-hall']);
    assert.equal((await problemIn(await ask(mid(), {}, screen))).code, 'not-a-kiosk');
    assert.equal((await ask(mid(), {}, hub.browser())).status, 401);
    assert.equal((await ask('../x')).status, 400);
  });

  test('is refused, not stored, where a kiosk asks more often than anybody waits', async () => {
    const callId = mid();
    let last = await ask(callId);
    // One more is given every few seconds: where the machine is slow, it has some more before it is told to wait.
    for (let i = 0; i < 5000 && last.status === 200; i += 1) last = await ask(callId);
    assert.equal(last.status, 429);
    assert.ok(Number(last.headers.get('retry-after')) >= 1);
  });
});
