import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { HubSync } from '../../../src/hub/sync/api.ts';
import { createHubSync } from '../../../src/hub/sync/hub-sync.ts';
import { id, type SessionId } from '../../../src/kernel/ids.ts';
import { addDays, civilMoment } from '../../../src/kernel/time.ts';
import { onBothEngines } from '../../support/database.ts';
import { courseRow } from '../../support/rows.ts';
import { CENTRE, Chain, furnish, kiosk, morning } from './centre.ts';

onBothEngines('Putting a name down', (databases) => {
  let sync: HubSync;
  let sessionId: string;
  let day: string;
  const wish = (name: 'enrol.join' | 'enrol.leave', memberId: string, claim: string | null = null) => ({
    name,
    args: {
      sessionId,
      memberId,
      seen: { name: '王*兰' },
      ...(name === 'enrol.leave' ? { claim } : {}),
    },
  });
  const list = () =>
    sync.read(CENTRE, async (tx) => ({
      people: (await tx.list('people', 'enrolment')).map(({ memberId, state }) => `${memberId}:${state}`),
      count: await tx.get('centre', 'enrolmentCount', sessionId),
    }));
  /** Whom staff are to tell something, and what. */
  const toTell = () =>
    sync.read(CENTRE, async (tx) =>
      (await tx.list('people', 'enrolment'))
        .filter(({ tell }) => tell)
        .map(({ memberId, news }) => `${memberId}:${news ?? 'place'}`),
    );
  const answersAt = (deviceId: string) =>
    sync.read(CENTRE, async (tx) => tx.list(`device:${deviceId}`, 'enrolmentAnswer'));

  beforeEach(async () => {
    sync = await createHubSync({ database: await databases.fresh(), clock: morning() });
    await furnish(sync);
    day = addDays(civilMoment(sync.now(), 480).date, 1);
    sessionId = `baduanjin@${day}`;
    await sync.write(CENTRE, async (tx) => {
      await tx.put('centre', 'course', 'baduanjin', courseRow({ from: '2020-01-01', capacity: 1 }));
    });
  });

  test('two kiosks that take the last place in the same moment: one has it, the other waits, each hears its own', async () => {
    const [lobby, door] = [new Chain(sync, kiosk('lobby'), 'c1'), new Chain(sync, kiosk('door'), 'c2')];
    await Promise.all([
      lobby.push(lobby.next(wish('enrol.join', 'm1'))),
      door.push(door.next(wish('enrol.join', 'm2'))),
    ]);
    const states = [...(await answersAt('lobby')), ...(await answersAt('door'))].map(({ state }) => state);
    assert.deepEqual(states.sort(), ['in', 'waiting']);
    const { people, count } = await list();
    assert.equal(people.filter((one) => one.endsWith(':in')).length, 1);
    assert.deepEqual([count?.taken, count?.waiting], [1, 1]);
  });

  test('sent again after its answer was lost, a name stands once and in its first turn', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const muts = chain.next(wish('enrol.join', 'm1'));
    await chain.push(muts);
    await chain.push([...muts, ...chain.next(wish('enrol.join', 'm2'))]);
    await chain.push(muts);
    assert.deepEqual((await list()).people.sort(), ['m1:in', 'm2:waiting']);
  });

  test('what becomes free goes to whoever waits longest, within the same transaction', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await chain.push(
      chain.next(wish('enrol.join', 'm1'), wish('enrol.join', 'm2'), wish('enrol.join', 'm3')),
    );
    await chain.push(chain.next(wish('enrol.leave', 'm1')));
    const { people, count } = await list();
    assert.deepEqual(people.sort(), ['m1:left', 'm2:in', 'm3:waiting']);
    assert.deepEqual([count?.taken, count?.waiting], [1, 1]);
  });

  test('a course with more places gives them to those who wait, at once, and staff are to tell them', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await chain.push(
      chain.next(wish('enrol.join', 'm1'), wish('enrol.join', 'm2'), wish('enrol.join', 'm3')),
    );
    const course = courseRow({ from: '2020-01-01', capacity: 2 });
    await sync.perform(CENTRE, 'course.save', { course });
    const { people, count } = await list();
    assert.deepEqual(people.sort(), ['m1:in', 'm2:in', 'm3:waiting']);
    assert.deepEqual([count?.taken, count?.waiting], [2, 1]);
    assert.deepEqual(await toTell(), ['m2:place']);
    await sync.perform(CENTRE, 'course.save', { course: { ...course, capacity: 1 } });
    assert.deepEqual((await list()).people.sort(), ['m1:in', 'm2:in', 'm3:waiting'], 'nobody loses a place');
  });

  test('a session that is not held is to be told to all on its list, and that it is after all to those who were told', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await chain.push(chain.next(wish('enrol.join', 'm1'), wish('enrol.join', 'm2')));
    const session = id<'SessionId'>(sessionId);
    const held = { id: session, cancelled: false, start: null, room: null, note: null };
    await sync.perform(CENTRE, 'session.change', { change: { ...held, cancelled: true } });
    assert.deepEqual(await toTell(), ['m1:cancelled', 'm2:cancelled']);
    assert.deepEqual((await list()).people.sort(), ['m1:in', 'm2:waiting']);
    await sync.perform(CENTRE, 'enrol.told', { sessionId: session, memberId: id('m1') });
    await sync.perform(CENTRE, 'session.change', { change: held });
    assert.deepEqual(await toTell(), ['m1:held']);
  });

  test('a session on another day takes its list along, places and turns as they were, and back before anybody was told', async () => {
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await sync.write(CENTRE, (tx) =>
      tx.put(
        'centre',
        'course',
        'baduanjin',
        courseRow({ from: '2020-01-01', capacity: 1, recurrence: { every: 'once', date: day } }),
      ),
    );
    await chain.push(chain.next(wish('enrol.join', 'm1'), wish('enrol.join', 'm2')));
    const [here, there] = [id<'SessionId'>(sessionId), id<'SessionId'>(`baduanjin@${addDays(day, 2)}`)];
    const move = (from: SessionId, to: string) =>
      sync.perform(CENTRE, 'session.move', {
        sessionId: from,
        to,
        start: null,
        room: null,
        leader: null,
        note: null,
      });
    const standing = () =>
      sync.read(CENTRE, async (tx) =>
        (await tx.list('people', 'enrolment'))
          .filter(({ state }) => state !== 'left')
          .map((one) => [one.sessionId, one.memberId, one.state, one.tell].join(' ')),
      );
    const countAt = (at: SessionId) => sync.read(CENTRE, (tx) => tx.get('centre', 'enrolmentCount', at));
    await move(here, addDays(day, 2));
    assert.deepEqual(await standing(), [`${there} m1 in true`, `${there} m2 waiting true`]);
    assert.deepEqual([(await countAt(here))?.taken, (await countAt(there))?.taken], [0, 1]);
    await move(there, day);
    assert.deepEqual(await standing(), [`${here} m1 in false`, `${here} m2 waiting false`]);
    assert.deepEqual([(await countAt(here))?.taken, (await countAt(there))?.taken], [1, 0]);
  });

  test('a session that is held on a day that was called off is held for who stood on that day’s list, too', async () => {
    const later = addDays(day, 1);
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    await chain.push(chain.next(wish('enrol.join', 'm1')));
    const here = id<'SessionId'>(sessionId);
    sessionId = `baduanjin@${later}`;
    const there = id<'SessionId'>(sessionId);
    await chain.push(chain.next(wish('enrol.join', 'm1'), wish('enrol.join', 'm2')));
    const usual = { start: null, room: null, note: null };
    await sync.perform(CENTRE, 'session.change', { change: { ...usual, id: there, cancelled: true } });
    for (const who of ['m1', 'm2'])
      await sync.perform(CENTRE, 'enrol.told', { sessionId: there, memberId: id(who) });
    await sync.perform(CENTRE, 'session.move', { ...usual, sessionId: here, to: later, leader: null });
    assert.deepEqual((await toTell()).sort(), ['m1:held', 'm2:held']);
    const { people, count } = await list();
    assert.deepEqual(people.sort(), ['m1:in', 'm1:left', 'm2:waiting']);
    assert.deepEqual([count?.taken, count?.waiting], [1, 1]);
  });

  test('what could not be done is kept for those who know the people, with whose name it was', async () => {
    await sync.write(CENTRE, (tx) => tx.remove('centre', 'course', 'baduanjin'));
    const chain = new Chain(sync, kiosk('lobby'), 'c1');
    const answer = await chain.push(chain.next(wish('enrol.join', 'm1')));
    assert.equal(answer.type === 'done' && answer.results[0]?.status, 'refused');
    const kept = await sync.read(CENTRE, (tx) => tx.list('people', 'refusal'));
    assert.equal(kept.length, 1);
    assert.match(JSON.stringify(kept[0]?.args), /王\*兰/);
    assert.deepEqual(await sync.read(CENTRE, (tx) => tx.list('staff', 'refusal')), []);
  });
});
