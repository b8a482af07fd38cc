import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { House, kiosk, staff, TODAY } from '../../../support/house.ts';
import { course, furnished, member } from '../../../support/model-rows.ts';

const session = id<'SessionId'>(`baduanjin@${TODAY}`);
const seen = { name: '王*兰' };
const lobby = kiosk('lobby-kiosk');
const door = kiosk('door-kiosk');

/** A hub with one place in its course, and three members. */
function house(capacity: number | null = 1, over: Parameters<typeof course>[0] = {}): House {
  const hub = furnished();
  hub.set('centre:sample', 'course', 'baduanjin', course({ capacity, ...over }));
  for (const key of ['m002', 'm003']) hub.set('people:sample', 'member', key, member({ id: id(key) }));
  return hub;
}
const join = (hub: House, who: string, actor = lobby) =>
  hub.act(actor, 'enrol.join', { sessionId: session, memberId: id(who), seen });
const leave = (hub: House, who: string, claim: string | null = null, actor = lobby) =>
  hub.act(actor, 'enrol.leave', {
    sessionId: session,
    memberId: id(who),
    claim: claim === null ? null : id(claim),
    seen,
  });
const answer = (hub: House, mid: string, device = 'lobby-kiosk') =>
  hub.get(`device:${device}`, 'enrolmentAnswer', mid);
const count = (hub: House) => hub.get('centre:sample', 'enrolmentCount', session);
const stateOf = (hub: House, who: string) =>
  hub.get('people:sample', 'enrolment', `${TODAY}/baduanjin/${who}`)?.state;

describe('putting a name down', () => {
  it('gives two kiosks that want the last place one truth: one has it, the other waits, and each is told its own', async () => {
    const hub = house();
    const first = await join(hub, 'm001');
    const second = await join(hub, 'm002', door);
    assert.equal(answer(hub, first.mid)?.state, 'in');
    const late = answer(hub, second.mid, 'door-kiosk');
    assert.equal(late?.state, 'waiting');
    assert.equal(late?.place, 1);
    assert.deepEqual([count(hub)?.taken, count(hub)?.waiting], [1, 1]);
  });

  it('leaves no name at a kiosk: neither in its answer nor in the count', async () => {
    const hub = house();
    const made = await join(hub, 'm001');
    assert.doesNotMatch(JSON.stringify([answer(hub, made.mid), count(hub)]), /m001|王/);
  });

  it('says so where the name was there already, and counts it once', async () => {
    const hub = house(2);
    await join(hub, 'm001');
    const again = await join(hub, 'm001', door);
    assert.equal(again.status, 'merged');
    assert.equal(answer(hub, again.mid, 'door-kiosk')?.already, true);
    assert.equal(count(hub)?.taken, 1);
  });

  it('gives no place to a visitor, whom nobody could tell of it, nor to who is no member', async () => {
    const hub = house(2);
    for (const who of ['visitor:0011', 'm999']) assert.equal((await join(hub, who)).status, 'refused', who);
    assert.equal(count(hub), undefined);
  });

  it('moves the first of the wait-list up when somebody leaves, and has staff tell them', async () => {
    const hub = house();
    await join(hub, 'm001');
    await join(hub, 'm002');
    await join(hub, 'm003');
    await leave(hub, 'm001');
    assert.deepEqual(
      ['m001', 'm002', 'm003'].map((who) => stateOf(hub, who)),
      ['left', 'in', 'waiting'],
    );
    const moved = hub.list('people:sample', 'enrolment').filter(({ tell }) => tell);
    assert.deepEqual(
      moved.map(({ memberId }) => memberId),
      ['m002'],
    );
    await hub.act(staff('leader'), 'enrol.told', { sessionId: session, memberId: id('m002') });
    assert.deepEqual(
      hub.list('people:sample', 'enrolment').filter(({ tell }) => tell),
      [],
    );
  });

  it('lets staff say that they have told nobody after all, of who still stands on the list', async () => {
    const hub = house();
    for (const who of ['m001', 'm002']) await join(hub, who);
    await leave(hub, 'm001');
    const told = (who: string, is?: boolean) =>
      hub.act(staff('leader'), 'enrol.told', {
        sessionId: session,
        memberId: id(who),
        ...(is === undefined ? {} : { told: is }),
      });
    const toTell = () =>
      hub
        .list('people:sample', 'enrolment')
        .filter(({ tell }) => tell)
        .map(({ memberId }) => memberId);
    await told('m002');
    await told('m002', false);
    assert.deepEqual(toTell(), ['m002']);
    await told('m001', false);
    assert.deepEqual(toTell(), ['m002'], 'who has left is told nothing');
  });

  it('lets one of those who wait be the next, and wait where they did again', async () => {
    const hub = house();
    for (const who of ['m004', 'm005']) hub.set('people:sample', 'member', who, member({ id: id(who) }));
    const waiting = ['m002', 'm003', 'm004', 'm005'];
    for (const who of ['m001', ...waiting]) await join(hub, who);
    const first = (who: string, place?: number) =>
      hub.act(staff('leader'), 'enrol.first', {
        sessionId: session,
        memberId: id(who),
        ...(place === undefined ? {} : { place }),
      });
    const order = () =>
      [...hub.list('people:sample', 'enrolment')]
        .filter(({ state }) => state === 'waiting')
        .sort((a, b) => a.turn - b.turn)
        .map(({ memberId }) => memberId);
    await first('m004');
    assert.deepEqual(order(), ['m004', 'm002', 'm003', 'm005']);
    await first('m004', 3);
    assert.deepEqual(order(), waiting);
    await first('m002', 9);
    assert.deepEqual(order(), ['m003', 'm004', 'm005', 'm002'], 'there are no more than wait');
  });

  it('an undo takes back what its own kiosk put down, never another’s', async () => {
    const hub = house(2);
    const mine = await join(hub, 'm001');
    const theirs = await join(hub, 'm001', door);
    assert.equal((await leave(hub, 'm001', theirs.mid)).status, 'refused');
    const undone = await leave(hub, 'm001', mine.mid);
    assert.equal(answer(hub, undone.mid)?.state, 'in');
    await leave(hub, 'm001', theirs.mid, door);
    assert.equal(stateOf(hub, 'm001'), 'left');
  });

  it('taken back twice is as once', async () => {
    const hub = house();
    const made = await join(hub, 'm001');
    await leave(hub, 'm001', made.mid);
    const again = await leave(hub, 'm001', made.mid);
    assert.equal(again.status, 'applied');
    assert.equal(answer(hub, again.mid)?.already, true);
    assert.equal(count(hub)?.taken, 0);
  });

  it('who says later that they do not come is off the list, whichever kiosk put them on it', async () => {
    const hub = house();
    await join(hub, 'm001', door);
    await leave(hub, 'm001');
    assert.equal(stateOf(hub, 'm001'), 'left');
    await join(hub, 'm001');
    assert.equal(stateOf(hub, 'm001'), 'in');
  });

  it('nobody leaves what they never joined, and nothing is written of them', async () => {
    const hub = house();
    const made = await leave(hub, 'm001');
    assert.equal(answer(hub, made.mid)?.state, 'left');
    assert.equal(stateOf(hub, 'm001'), undefined);
  });

  it('for what was cancelled meanwhile ends where staff see it, with whose name it was', async () => {
    const hub = house();
    const change = { id: session, cancelled: true, start: null, room: null, note: null };
    await hub.act(staff('leader'), 'session.change', { change });
    const made = await join(hub, 'm001');
    assert.equal(made.status === 'refused' && made.code, 'session-cancelled');
    assert.equal(count(hub), undefined);
  });

  it('of a cancelled session nobody is moved up', async () => {
    const hub = house();
    await join(hub, 'm001');
    await join(hub, 'm002');
    const change = { id: session, cancelled: true, start: null, room: null, note: null };
    await hub.act(staff('leader'), 'session.change', { change });
    await leave(hub, 'm001');
    assert.equal(stateOf(hub, 'm002'), 'waiting');
  });

  it('a stranger, a day that is over and no session at all are refused', async () => {
    const hub = house();
    const tried = async (args: { sessionId?: string; memberId?: string }) => {
      const outcome = await hub.act(lobby, 'enrol.join', {
        sessionId: id(args.sessionId ?? session),
        memberId: id(args.memberId ?? 'm001'),
        seen,
      });
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.equal(await tried({ memberId: 'm999' }), 'unknown-member');
    assert.equal(await tried({ sessionId: 'baduanjin@2026-11-21' }), 'past-day');
    assert.equal(await tried({ sessionId: 'nothing@2026-11-22' }), 'unknown-session');
  });

  it('at the kiosk itself claims nothing: the answer is the hub’s', async () => {
    const here = furnished(new House(false));
    const made = await join(here, 'm001');
    assert.equal(made.status, 'applied');
    assert.equal(answer(here, made.mid), undefined);
    assert.equal(count(here), undefined);
  });

  it('staff see at once whom they have written down, also away from the hub', async () => {
    const here = new House(false);
    here.set('centre:sample', 'course', 'baduanjin', course({ capacity: 1 }));
    here.set('people:sample', 'member', 'm001', member());
    await join(here, 'm001', staff('leader'));
    assert.equal(stateOf(here, 'm001'), 'in');
  });
});
