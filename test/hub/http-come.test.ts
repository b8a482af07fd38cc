import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { attendanceId } from '../../src/features/check-in/model/attendance.ts';
import { ComePasses } from '../../src/hub/people/come-passes.ts';
import { id } from '../../src/kernel/ids.ts';
import { uuid7 } from '../../src/kernel/uuid7.ts';
import type { Browser } from '../support/browser.ts';
import { Machine } from '../support/machine.ts';
import { problemIn, testHub, type TestHub } from './http-support.ts';

const centre = id<'CentreId'>('sample');
/** A Saturday, four minutes before the sample centre's Baduanjin. */
const SOON = Date.UTC(2026, 10, 28, 2, 36);
const session = id<'SessionId'>('baduanjin@2026-11-28');
/** Of 赵桂贵, m002, alone. */
const TAIL = '3330';
const HOUR_MS = 3_600_000;
let made = 0;
const freshMid = (): string => uuid7(SOON, new Uint8Array(16).fill((made += 1)));

describe('signing in by telephone', () => {
  const machine = new Machine(SOON);
  machine.synchronised = true;
  let hub: TestHub;
  let phone: Browser;
  let pass = '';
  before(async () => {
    hub = await testHub({ clock: machine.clock });
    phone = hub.browser();
    pass = (await hub.sync.read(centre, (tx) => tx.get('centre', 'comePass', session)))?.pass ?? '';
  });
  after(() => hub.dispose());

  const ask = (what: string, body: object, of = pass): Promise<Response> =>
    phone.post(`/api/come/${of}/${what}`, body);
  const pick = async (): Promise<string> => (await (await ask('names', { tail: TAIL })).json()).names[0].pick;
  const came = (member = 'm002') =>
    hub.sync.read(centre, (tx) => tx.get('people', 'attendance', attendanceId(session, member)));
  const count = async (): Promise<number> =>
    (await hub.sync.read(centre, (tx) => tx.get('centre', 'attendanceCount', session)))?.count ?? 0;

  test('a screen has what its code says before the session, and a stranger who scans it is told what it is for', async () => {
    assert.match(pass, /^[\w-]{16}$/);
    const answer = await phone.get(`/api/come/${pass}`);
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const said = await answer.json();
    assert.deepEqual([said.name, said.nameEn, said.start], ['八段锦', 'Baduanjin', '10:40']);
  });

  test('tells masked names of those whose number ends so, and of nobody else, and no id', async () => {
    const { names } = await (await ask('names', { tail: TAIL })).json();
    assert.deepEqual(
      names.map(({ maskedName }: { maskedName: string }) => maskedName),
      ['赵*贵'],
    );
    assert.doesNotMatch(JSON.stringify(names), /m002|桂/);
    assert.deepEqual(await (await ask('names', { tail: '0000' })).json(), { names: [] });
    assert.equal((await ask('names', { tail: '33' })).status, 400);
  });

  test('counts once however often it is sent, like a claim of a kiosk, and its kiosks hear of it', async () => {
    const [mid, who] = [freshMid(), { tail: TAIL, pick: await pick() }];
    const answers = await Promise.all([ask('claim', { mid, ...who }), ask('claim', { mid, ...who })]);
    for (const answer of answers) assert.deepEqual(await answer.json(), { status: 'done', count: 1 });
    assert.deepEqual(
      (await came())?.claims.map((claim) => [claim.mid, claim.deviceId, claim.withdrawn]),
      [[mid, 'phone', false]],
    );
    const atKiosk = await hub.sync.read(centre, (tx) =>
      tx.get('kiosk', 'attendance', attendanceId(session, 'm002')),
    );
    assert.equal(atKiosk?.claims.length, 1);
    const another = await (await ask('claim', { mid: freshMid(), ...who })).json();
    assert.deepEqual(another, { status: 'already', count: 1 });

    // Taken back by whom it was made, and by nobody who only knows the name.
    assert.equal((await problemIn(await ask('undo', { mid: freshMid(), ...who }))).code, 'nobody');
    assert.equal(await count(), 1);
    for (let twice = 0; twice < 2; twice += 1) {
      const undone = await (await ask('undo', { mid, ...who })).json();
      assert.deepEqual(undone, { status: 'withdrawn', count: 0 });
    }
    const late = await (await ask('claim', { mid, ...who })).json();
    assert.equal(late.status, 'withdrawn', 'an answer that was lost brings nobody back');
  });

  test('takes back no claim of a kiosk, and signs in nobody by a name that was not told', async () => {
    const claim = { sessionId: session, memberId: id<'MemberId'>('m002'), seen: null };
    const mid = id<'Mid'>(freshMid());
    const lobby = id<'DeviceId'>('lobby-kiosk');
    await hub.sync.performOnce(centre, { mid, name: 'checkin.claim', args: claim, deviceId: lobby });
    const who = { tail: TAIL, pick: await pick() };
    assert.equal((await problemIn(await ask('undo', { mid, ...who }))).code, 'nobody');
    assert.equal(await count(), 1);
    const [fresh, stranger] = [freshMid(), { tail: '5041', pick: who.pick }];
    assert.equal((await problemIn(await ask('claim', { mid: fresh, ...stranger }))).code, 'nobody');
    assert.equal(await came('m001'), undefined);
    // A mid that is of another's change is no ✓ for this one.
    const theirs = (await (await ask('names', { tail: '5041' })).json()).names[0].pick;
    const taken = await ask('claim', { mid, tail: '5041', pick: theirs });
    assert.equal((await problemIn(taken)).code, 'nobody');
  });

  test('is written down for the manager as come by telephone', async () => {
    const deeds = await hub.sync.read(centre, (tx) => tx.list('audit', 'audit'));
    assert.ok(deeds.some(({ name, by }) => name === 'checkin.claim' && by === 'phone'));
  });

  test('opens nothing by a pass that nobody gave, and lets nobody try numbers one after the other', async () => {
    const strange = 'A'.repeat(16);
    assert.equal((await problemIn(await phone.get(`/api/come/${strange}`))).code, 'pass-over');
    assert.equal((await problemIn(await ask('names', { tail: TAIL }, strange))).code, 'pass-over');
    let last = await ask('names', { tail: '0001' });
    for (let i = 2; i < 60 && last.status === 200; i += 1)
      last = await ask('names', { tail: String(i).padStart(4, '0') });
    assert.equal(last.status, 429);
    assert.ok(Number(last.headers.get('retry-after')) >= 1);
  });

  test('ends with the session', async () => {
    machine.pass(HOUR_MS / 2);
    assert.equal((await problemIn(await phone.get(`/api/come/${pass}`))).code, 'pass-over');
  });
});

describe('a pass', () => {
  const passes = new ComePasses('a secret');
  test('is good for its session alone, in its hour and the next', () => {
    const { pass, untilMs } = passes.of(session, SOON);
    assert.equal(passes.isOf(session, pass, untilMs - 1), true);
    assert.equal(passes.isOf(session, pass, untilMs), false);
    assert.equal(passes.isOf('baduanjin@2026-11-29', pass, SOON), false);
    assert.equal(new ComePasses('another').isOf(session, pass, SOON), false);
    assert.equal(passes.isOf(session, '', SOON), false);
  });
});
