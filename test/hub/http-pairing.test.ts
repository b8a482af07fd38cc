import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { id } from '../../src/kernel/ids.ts';
import type { RowOf } from '../../src/kernel/rows.ts';
import { LOAD } from '../../src/hub/load-limits.ts';
import { root } from '../../src/hub/start-hub.ts';
import type { Browser } from '../support/browser.ts';
import { onBothEngines, problemIn, testHub, type TestHub } from './http-support.ts';

onBothEngines('pairing', (start) => {
  let hub: TestHub;
  before(async () => {
    hub = await start();
  });
  after(() => hub.dispose());

  test('a one-time link pairs the browser that opens it, once', async () => {
    const { url } = hub;
    const { secret } = await hub.hub.mintLink({
      target: 'device',
      targetId: 'dining-hall',
      centreId: sample,
    });
    const screen = await hub.opened(`${url}/link/${secret}`);
    assert.equal(screen.device, 'dining-hall');
    const me = await (await screen.get('/api/me')).json();
    assert.equal(me.device.kind, 'screen');
    assert.equal(me.actorKey, 'device');
    assert.deepEqual(new Set(me.grants), new Set(['city', 'centre:sample', 'device:dining-hall']));
    assert.equal(me.config.id, 'dining-hall');
    // Before any row of its centre has come it tells the time of day there.
    assert.equal(me.utcOffsetMinutes, 480);

    const second = await hub.browser().open(`${url}/link/${secret}`);
    assert.equal(second.status, 410);
    assert.equal((await problemIn(second)).code, 'link-over');
    const person = await hub.browser().fetch(`/link/${secret}`, { headers: { accept: 'text/html' } });
    assert.equal(person.status, 410);
    assert.match(await person.text(), /24 小时/);
  });

  test('a device tells how large its own panel is, and of no other; nothing else of it changes', async () => {
    const kiosk = await hub.opened(await linkTo(hub, 'device', 'lobby-kiosk'));
    const before = (await (await kiosk.get('/api/me')).json()).config;
    const panel = { diagonalInches: 32, widthPx: 1920, heightPx: 1080 };
    const tell = (browser: Browser, body: unknown): Promise<Response> =>
      browser.post('/api/device/panel', body);
    assert.equal((await tell(kiosk, { panel })).status, 204);
    const { config } = await (await kiosk.get('/api/me')).json();
    assert.deepEqual(config, { ...before, panel, panelGuessed: false });
    for (const wrong of [{ diagonalInches: 0.1 }, { widthPx: 10 }, { heightPx: '1080' }])
      assert.equal((await tell(kiosk, { panel: { ...panel, ...wrong } })).status, 400);
    assert.equal(
      (await tell(kiosk, { panel, name: 'x' })).status,
      400,
      'what else is set is not its own to say',
    );
    const stranger = await hub.browser().fetch('/api/device/panel?device=lobby-kiosk', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ panel }),
    });
    assert.equal(stranger.status, 401);
    await tell(kiosk, { panel: before.panel });
  });

  test('a link that is opened again where it was used leads on to the face', async () => {
    const again = async (browser: Browser, link: string): Promise<string | null> => {
      const response = await browser.fetch(new URL(link).pathname, { redirect: 'manual' });
      assert.equal(response.status, 303);
      return response.headers.get('location');
    };
    const deviceLink = await linkTo(hub, 'device', 'exercise-room');
    const screen = await hub.opened(deviceLink);
    assert.equal(await again(screen, deviceLink), '/screen?device=exercise-room&paired');
    assert.equal((await screen.get('/api/me')).status, 200, 'it is what it was');
    const staffLink = await accountLink(hub, 'leader');
    const leader = await hub.opened(staffLink);
    assert.equal(await again(leader, staffLink), `/staff?device=${leader.device}`);

    const elsewhere = await hub.browser().open(deviceLink);
    assert.equal((await problemIn(elsewhere)).code, 'link-over');
    await hub.opened(await linkTo(hub, 'device', 'exercise-room'));
    assert.equal((await screen.open(deviceLink)).status, 410, 'another browser is that device now');
  });

  test('a person with a used link reads what to do next, on a page that is dressed', async () => {
    const link = await linkTo(hub, 'device', 'exercise-room');
    await hub.opened(link);
    const page = await hub.browser().fetch(new URL(link).pathname, { headers: { accept: 'text/html' } });
    const text = await page.text();
    assert.match(text, /配对码/);
    assert.match(text, /href="\/"/);
    assert.doesNotMatch(text, /style=|<style/, 'the security policy would drop it');
    const [, sheet = ''] = /<link rel="stylesheet" href="([^"]+)">/.exec(text) ?? [];
    const style = await hub.browser().fetch(sheet);
    assert.match(style.headers.get('content-type') ?? '', /^text\/css/);
    const tokens = await readFile(join(root, 'src/ui/common/tokens.css'), 'utf8');
    for (const [colour] of (await style.text()).matchAll(/#[0-9a-f]{6}/g)) {
      assert.ok(tokens.includes(colour), `${colour} is a colour of the house`);
    }
  });

  test('a HEAD request of a messenger that previews links does not use one up', async () => {
    const { secret } = await hub.hub.mintLink({
      target: 'device',
      targetId: 'dining-hall',
      centreId: sample,
    });
    await hub.browser().fetch(`/link/${secret}`, { method: 'HEAD' });
    assert.equal((await hub.browser().open(`${hub.url}/link/${secret}`)).status, 303);
  });

  test('the token is in a cookie that scripts cannot read and that lasts', async () => {
    const kiosk = await hub.opened(hub.links.json.kiosk);
    const [line = ''] = kiosk.setCookies;
    assert.match(line, /^leling_d_lobby-kiosk=/);
    assert.match(line, /; HttpOnly/);
    assert.match(line, /; SameSite=Lax/);
    assert.match(line, /; Max-Age=34560000/);
    assert.doesNotMatch(line, /Secure/, 'over plain http a Secure cookie would be thrown away');
  });

  test('pairing again replaces the old token', async () => {
    const mint = async (): Promise<string> => {
      const { secret } = await hub.hub.mintLink({
        target: 'device',
        targetId: 'exercise-room',
        centreId: sample,
      });
      return `${hub.url}/link/${secret}`;
    };
    const old = await hub.opened(await mint());
    const fresh = await hub.opened(await mint());
    assert.equal((await fresh.get('/api/me')).status, 200);
    assert.equal((await problemIn(await old.get('/api/me'))).code, 'unknown-device');
  });

  test('a glass that is told to wait for a code, and asks all the same, does not wait longer for it', async () => {
    const flooded = await start();
    try {
      const ask = (): Promise<Response> => flooded.browser().post('/api/pairing', { kind: 'screen' });
      for (let n = 0; n < 120; n += 1) assert.equal((await ask()).status, 201);
      for (let n = 0; n < 30; n += 1) {
        const answer = await ask();
        // The next code comes within five seconds, however often it was asked for.
        if (answer.status === 429) assert.ok(Number(answer.headers.get('retry-after')) <= 5);
        else assert.equal(answer.status, 201);
      }
    } finally {
      await flooded.dispose();
    }
  });

  test('staff type the code on a new glass, and it becomes a screen of the centre', async () => {
    const manager = await hub.opened(hub.links.json.staff['manager']);
    const glass = hub.browser();
    const begun = await glass.post('/api/pairing', { kind: 'screen' });
    assert.equal(begun.status, 201);
    const { code, secret } = await begun.json();
    assert.match(code, /^\d{6}$/);
    assert.deepEqual(await (await glass.get(`/api/pairing/${secret}`)).json(), { status: 'waiting' });

    const confirmed = await manager.post('/api/pairing/confirm', {
      code,
      name: '走廊电视',
      place: '二楼走廊',
    });
    assert.equal(confirmed.status, 200);
    const { deviceId } = await confirmed.json();
    // The answer to a poll may be lost: the next one gives the same token.
    const lost = hub.browser();
    await lost.get(`/api/pairing/${secret}`);
    assert.deepEqual(await (await glass.get(`/api/pairing/${secret}`)).json(), {
      status: 'paired',
      deviceId,
    });
    glass.device = deviceId;
    const me = await (await glass.get('/api/me')).json();
    assert.equal(me.device.name, '走廊电视');
    assert.equal(me.config.place, '二楼走廊');
    assert.equal(me.config.panelGuessed, true, 'nobody has said how large it is');
    const row = await hub.sync.read(sample, (tx) => tx.get('staff', 'device', deviceId));
    assert.equal(row?.name, '走廊电视');
    assert.ok(row?.pairedAtMs);

    const again = await manager.post('/api/pairing/confirm', { code });
    assert.equal((await problemIn(again)).code, 'no-such-code');
  });

  test('a broken screen is replaced by another glass under the same id', async () => {
    const manager = await hub.opened(await accountLink(hub, 'manager'));
    const glass = hub.browser();
    const { code, secret } = await (await glass.post('/api/pairing', { kind: 'screen' })).json();
    const confirmed = await manager.post('/api/pairing/confirm', { code, deviceId: 'exercise-room' });
    assert.deepEqual(await confirmed.json(), { deviceId: 'exercise-room' });
    await glass.get(`/api/pairing/${secret}`);
    glass.device = 'exercise-room';
    const replaced = await (await glass.get('/api/me')).json();
    assert.equal(replaced.config.panelGuessed, true, 'it may be larger than the one before');
    const distanceMm = 8000;
    const { panel } = replaced.config;
    assert.equal((await glass.post('/api/device/panel', { panel, distanceMm })).status, 204);
    const { config } = await (await glass.get('/api/me')).json();
    assert.deepEqual([config.distanceMm, config.panelGuessed], [8000, false]);

    const { code: other } = await (await hub.browser().post('/api/pairing', { kind: 'kiosk' })).json();
    const wrong = await manager.post('/api/pairing/confirm', { code: other, deviceId: 'exercise-room' });
    assert.equal((await problemIn(wrong)).code, 'other-kind');
  });

  test('a new screen is as large, and as far from its last row, as staff say, and no longer in doubt', async () => {
    const manager = await hub.opened(await accountLink(hub, 'manager'));
    const add = async (said: Readonly<Record<string, unknown>>): Promise<Response> => {
      const { code } = await (await hub.browser().post('/api/pairing', { kind: 'screen' })).json();
      return manager.post('/api/pairing/confirm', { code, name: '大厅电视', place: '大厅', ...said });
    };
    const configOf = async (response: Response) => {
      const { deviceId } = await response.json();
      return hub.sync.read(sample, (tx) => tx.get('staff', 'deviceConfig', deviceId));
    };
    const whole = await configOf(await add({ diagonalInches: 75, distanceMm: 6500 }));
    assert.deepEqual(
      [whole?.panel.diagonalInches, whole?.distanceMm, whole?.panelGuessed],
      [75, 6500, undefined],
    );
    const half = await configOf(await add({ diagonalInches: 75 }));
    assert.deepEqual([half?.panel.diagonalInches, half?.panelGuessed], [75, true]);
    assert.equal((await add({ diagonalInches: 7500 })).status, 400);
  });

  test('only the manager confirms, and a guess is told so', async () => {
    const { code } = await (await hub.browser().post('/api/pairing', { kind: 'screen' })).json();
    const canteen = await hub.opened(hub.links.json.staff['canteen']);
    assert.equal(
      (await problemIn(await canteen.post('/api/pairing/confirm', { code }))).code,
      'not-permitted',
    );
    assert.equal((await problemIn(await hub.browser().post('/api/pairing/confirm', { code }))).status, 401);
  });

  test('a revoked device is refused at once, and the poll of its pairing does not bring it back', async () => {
    const manager = await hub.opened(await accountLink(hub, 'manager'));
    const glass = hub.browser();
    const { code, secret } = await (await glass.post('/api/pairing', { kind: 'kiosk' })).json();
    const { deviceId } = await (await manager.post('/api/pairing/confirm', { code })).json();
    await glass.get(`/api/pairing/${secret}`);
    glass.device = deviceId;
    assert.equal((await glass.get('/api/me')).status, 200);
    assert.equal((await manager.delete(`/api/devices/${deviceId}/token`)).status, 204);
    await glass.get(`/api/pairing/${secret}`);
    assert.equal((await problemIn(await glass.get('/api/me'))).status, 401);

    const row = (): Promise<RowOf<'device'> | undefined> =>
      hub.sync.read(sample, (tx) => tx.get('staff', 'device', deviceId));
    assert.equal((await row())?.retiredAtMs, null, 'one that is signed off may hang there still');
    assert.equal((await manager.delete(`/api/devices/${deviceId}/token?away=yes`)).status, 204);
    assert.ok((await row())?.retiredAtMs, 'that it was put away is said by itself');
    await hub.opened(await linkTo(hub, 'device', deviceId));
    assert.equal((await row())?.retiredAtMs, null, 'and is in service again once it is paired');
  });
});

test('paired devices and signed-in staff survive a restart of the hub', async () => {
  const first = await testHub();
  const screen = await first.opened(first.links.json.screens['dining-hall']);
  const manager = await first.opened(first.links.json.staff['manager']);
  await first.stop();
  const second = await testHub({ dataDir: first.dataDir });
  try {
    assert.equal((await screen.copy(second.url).get('/api/me')).status, 200);
    const me = await (await manager.copy(second.url).get('/api/me')).json();
    assert.equal(me.account.role, 'manager');
    assert.ok(second.links.list.find((one) => one.key === 'dining-hall')?.isPaired);
  } finally {
    await second.stop();
    await first.dispose();
  }
});

test('one machine with a network of addresses to itself does not take the codes of the other glasses', async () => {
  const hub = await testHub({ publicUrl: 'http://localhost' });
  const ask = async (from: string): Promise<number> => {
    const headers = { 'x-forwarded-for': from };
    return (await hub.browser().post('/api/pairing', { kind: 'kiosk' }, headers)).status;
  };
  try {
    const machine: number[] = [];
    // One is given anew every five seconds: where the machine is slow, it has some more before it is told to wait.
    for (let n = 0; machine.at(-1) !== 429 && n < 3 * LOAD.codes.atOnce; n += 1)
      machine.push(await ask(`2001:db8:1:2::${n.toString(16)}`));
    assert.equal(machine.at(-1), 429);
    assert.deepEqual(new Set(machine.slice(0, -1)), new Set([201]));
    assert.ok(machine.length > LOAD.codes.atOnce);
    assert.equal(await ask('2001:db8:1:3::1'), 201);
  } finally {
    await hub.dispose();
  }
});

const sample = id<'CentreId'>('sample');

const accountLink = (hub: TestHub, accountId: string): Promise<string> => linkTo(hub, 'account', accountId);

async function linkTo(hub: TestHub, target: 'account' | 'device', targetId: string): Promise<string> {
  const { secret } = await hub.hub.mintLink({ target, targetId, centreId: sample });
  return `${hub.url}/link/${secret}`;
}
