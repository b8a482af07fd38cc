import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import {
  sessionId,
  type Course,
  type SessionChange,
} from '../../../../src/features/classes/model/sessions.ts';
import { staff, TODAY, type House } from '../../../support/house.ts';
import { course, furnished } from '../../../support/model-rows.ts';

const today = sessionId('baduanjin', TODAY);
const leader = staff('leader');
const usual: SessionChange = { id: today, cancelled: false, start: null, room: null, note: null };
const asUsual = { start: null, room: null, leader: null };
const changeIn = (hub: House) => hub.get('centre:sample', 'sessionChange', today);
const courseIn = (hub: House) => hub.get('centre:sample', 'course', 'baduanjin');

describe('two who change one meeting', () => {
  it('lose nothing of each other where they changed different things', async () => {
    const hub = furnished();
    const theirs = { ...usual, note: '带上水杯' };
    await hub.act(staff('advisor'), 'session.change', { change: theirs, base: null });
    const mine = { ...usual, start: '14:00' };
    assert.equal((await hub.act(leader, 'session.change', { change: mine, base: null })).status, 'applied');
    assert.deepEqual([changeIn(hub)?.start, changeIn(hub)?.note], ['14:00', '带上水杯']);
  });

  it('keep the note of the one when the other takes a change back to usual', async () => {
    const hub = furnished();
    const moved = { ...usual, start: '14:00' };
    await hub.act(leader, 'session.change', { change: moved, base: null });
    await hub.act(staff('advisor'), 'session.change', {
      change: { ...moved, note: '带上水杯' },
      base: moved,
    });
    await hub.act(leader, 'session.change', { change: usual, base: moved });
    assert.deepEqual([changeIn(hub)?.start, changeIn(hub)?.note], [null, '带上水杯']);
  });

  it('are asked where both changed the same, and the second may say that theirs it is to be', async () => {
    const hub = furnished();
    await hub.act(leader, 'session.change', { change: { ...usual, start: '14:00' }, base: null });
    const mine = { change: { ...usual, start: '15:00' }, base: null };
    assert.equal((await hub.act(staff('advisor'), 'session.change', mine)).status, 'conflict');
    assert.equal(changeIn(hub)?.start, '14:00');
    await hub.act(staff('advisor'), 'session.change', { ...mine, over: true });
    assert.equal(changeIn(hub)?.start, '15:00');
  });

  it('of a build that does not say what it saw, the last one holds, as it always did', async () => {
    const hub = furnished();
    await hub.act(leader, 'session.change', { change: { ...usual, start: '14:00' } });
    await hub.act(leader, 'session.change', { change: usual });
    assert.equal(changeIn(hub), undefined);
  });
});

describe('two who change one course', () => {
  const save = (hub: House, over: Partial<Course>, base: Course, who = leader) =>
    hub.act(who, 'course.save', { course: { ...base, ...over }, base });

  it('lose nothing of each other where they changed different things', async () => {
    const hub = furnished();
    const seen = course();
    await save(hub, { leader: '赵老师' }, seen, staff('advisor'));
    assert.equal((await save(hub, { room: '院里' }, seen)).status, 'applied');
    assert.deepEqual([courseIn(hub)?.leader, courseIn(hub)?.room], ['赵老师', '院里']);
  });

  it('are asked where both changed the same', async () => {
    const hub = furnished();
    const seen = course();
    await save(hub, { room: '门厅' }, seen, staff('advisor'));
    assert.equal((await save(hub, { room: '院里' }, seen)).status, 'conflict');
    assert.equal(courseIn(hub)?.room, '门厅');
  });
});

describe('a meeting that is held on another day', () => {
  const weekly = course({ id: id('weekly'), recurrence: { every: 'week', weekdays: [7] } });
  const from = sessionId('weekly', TODAY);
  const to = '2026-11-24';
  const target = sessionId('weekly', to);
  const move = (hub: House, sessionOf = from, day = to) =>
    hub.act(leader, 'session.move', { sessionId: sessionOf, to: day, ...asUsual, note: '改期' });
  const house = () => {
    const hub = furnished();
    hub.set('centre:sample', 'course', 'weekly', weekly);
    return hub;
  };

  it('is off on the one and on the other, and back again without a trace', async () => {
    const hub = house();
    assert.equal((await move(hub)).status, 'applied');
    const changes = () => hub.list('centre:sample', 'sessionChange');
    assert.deepEqual(
      changes().map((one) => [one.id, one.cancelled, one.extra]),
      [
        [from, true, false],
        [target, false, true],
      ],
    );
    await hub.act(leader, 'session.move', {
      sessionId: target,
      to: TODAY,
      ...asUsual,
      note: null,
    });
    assert.deepEqual(changes(), []);
  });

  it('is not put on a day that is over, nor on one it meets on already', async () => {
    const hub = house();
    const codeOf = async (day: string) => {
      const outcome = await move(hub, from, day);
      return outcome.status === 'refused' ? outcome.code : outcome.status;
    };
    assert.deepEqual(
      [await codeOf('2026-11-21'), await codeOf('2026-11-29'), await codeOf(TODAY)],
      ['past-day', 'already-meets', 'same-day'],
    );
  });
});
