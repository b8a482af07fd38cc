import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import type { Browser } from '../support/browser.ts';
import { Phone, pushServiceOf } from '../support/push-service.ts';
import { onBothEngines, problemIn, type StartHub, type TestHub } from './http-support.ts';

const centre = id<'CentreId'>('sample');
const words = {
  help: '{place}有人找人帮忙',
  urgent: '{place}急需帮忙',
  alarm: '紧急通知',
  answered: '{name}去{place}了',
  over: '{place}已经好了',
  tried: '锁屏也会响了',
};
let count = 0;
const mid = (): string => uuid7(1_780_000_000_000, new Uint8Array(16).fill((count += 1)));

const cook = await Phone.withName('cook');
const leader = await Phone.withName('leader');

function tests(start: StartHub, engine: 'sqlite' | 'postgres'): void {
  let hub: TestHub;
  let beside: TestHub | undefined;
  let kiosk: Browser;
  let cooks: Browser;
  before(async () => {
    hub = await start();
    // Another process of the same hub hears of everything too.
    if (engine === 'postgres') beside = await start(hub);
    cook.rung.length = 0;
    leader.rung.length = 0;
    kiosk = await hub.opened(hub.links.json.kiosk);
    cooks = await hub.opened(hub.links.json.staff['canteen']);
  });
  after(async () => {
    await beside?.dispose();
    await hub.dispose();
  });
  const want = (browser: Browser, { endpoint, keys }: Pick<Phone, 'endpoint' | 'keys'>): Promise<Response> =>
    browser.put('/api/ring', { endpoint, keys, words, tries: true });
  const call = async (callId: string): Promise<void> => {
    const asked = await kiosk.post('/api/help', { callId, kind: 'help', visit: 'v-1', end: null });
    assert.equal(asked.status, 200);
  };

  test('are rung once to try, so that whoever agrees hears whether it works', async () => {
    const response = await want(cooks, cook);
    assert.deepEqual(await response.json(), { tried: 'sent' });
    assert.deepEqual(await cook.hasRung(1), [{ tag: 'try', title: '锁屏也会响了', body: '', quiet: false }]);
  });

  test('ring once for a call, and are told quietly who goes, over the same words', async () => {
    cook.rung.length = 0;
    const callId = mid();
    await call(callId);
    await cook.hasRung(1);
    await hub.sync.perform(centre, 'help.answer', { callId: id(callId), reply: 'coming' });
    const [first, second, ...others] = await cook.hasRung(2);
    assert.match(first?.title ?? '', /^一楼.+有人找人帮忙$/);
    assert.match(second?.title ?? '', /去一楼.+了$/);
    assert.deepEqual([first?.quiet, second?.quiet], [false, true]);
    assert.deepEqual([first?.tag, second?.tag, others.length], [callId, callId, 0]);
  });

  test('ring for an emergency with its own words', async () => {
    cook.rung.length = 0;
    const noticeId = mid();
    const alarm = { noticeId: id<'NoticeId'>(noticeId), title: '请到院子里集合', body: null, untilMs: null };
    await hub.sync.perform(centre, 'notice.alarm', alarm);
    const [rung] = await cook.hasRung(1);
    assert.deepEqual([rung?.title, rung?.body, rung?.tag], ['紧急通知', '请到院子里集合', noticeId]);
  });

  test('ring once the line to the world is back, where it was gone as somebody called', async () => {
    cook.rung.length = 0;
    cook.answers = 503;
    const refused = cook.hasRefused();
    const callId = mid();
    await call(callId);
    await refused;
    cook.answers = 201;
    const rung = await cook.hasRung(1);
    assert.deepEqual(
      rung.map(({ tag }) => tag),
      [callId],
      'the call that waited, and once',
    );
  });

  test('of whoever has signed out stay silent', async () => {
    const leaders = await hub.opened(hub.links.json.staff['leader']);
    await want(leaders, leader);
    await leader.hasRung(1);
    assert.equal((await leaders.delete('/api/session')).status, 204);
    cook.rung.length = 0;
    await call(mid());
    await cook.hasRung(1);
    assert.equal(leader.rung.length, 1, 'the try, and nothing after it');
  });

  test('whose browser has taken its word back are not tried again', async () => {
    await want(cooks, cook);
    assert.match(await hub.stored(), /fcm\/send\/cook/);
    cook.answers = 410;
    assert.deepEqual(await (await want(cooks, cook)).json(), { tried: 'gone' });
    assert.doesNotMatch(await hub.stored(), /fcm\/send\/cook/);
    cook.answers = 201;
  });

  test('are reached through the known services alone, and asked for by staff alone', async () => {
    for (const endpoint of [
      'https://192.168.1.1/admin',
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.evil.example/x',
    ]) {
      const refused = await want(cooks, { endpoint, keys: cook.keys });
      assert.equal((await problemIn(refused)).code, 'not-a-push-service');
    }
    assert.equal((await want(kiosk, cook)).status, 401);
  });
}

onBothEngines("staff's locked phones", tests, { pushService: pushServiceOf(cook, leader) });
