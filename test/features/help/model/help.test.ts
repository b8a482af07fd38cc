import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HelpCall } from '../../../../src/features/help/model/help.ts';
import {
  forgottenCalls,
  isOpen,
  openCalls,
  standingOf,
} from '../../../../src/features/help/model/standing.ts';
import { takeHeard } from '../../../../src/features/help/model/reports.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { mutations } from '../../../../src/features/registry.ts';
import { hub, House, kiosk, NOW, staff } from '../../../support/house.ts';

const MINUTE = 60_000;
const later = (ms: number) => ({ now: { quality: 'confirmed', nowMs: NOW + ms } }) as const;
const raise = (house: House, more: { ageUnknown?: boolean; visit?: string; kind?: 'emergency' } = {}) => {
  const { ageUnknown = false, ...args } = more;
  return house.act(kiosk(), 'help.raise', { place: '一楼大厅', ...args }, { ageUnknown });
};
const answer = (house: House, callId: string, reply: 'coming' | 'done', name: string) =>
  house.act(staff('advisor', name), 'help.answer', { callId: id(callId), reply });
const copies = (house: House, callId: string) => [
  house.get('staff:sample', 'helpCall', callId),
  house.get('device:lobby-kiosk', 'helpCall', callId),
];
const callOf = (house: House, callId: string): HelpCall => {
  const [atStaff, atKiosk] = copies(house, callId);
  assert.deepEqual(atStaff, atKiosk, 'staff and the kiosk see the same call');
  if (atStaff === undefined) throw new Error(`no call ${callId}`);
  return atStaff;
};
const heardBy = (house: House, deviceId: string, callId: string) =>
  takeHeard(
    house.tx(hub),
    { callId: id(callId) },
    { deviceId: id(deviceId), nowMs: NOW, isSure: true, agoMs: 0 },
  );

describe('a call for help', () => {
  it('is seen by staff and by its own kiosk, and the answer comes back to it', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await answer(house, mid, 'coming', '陈顾问');
    for (const copy of copies(house, mid)) {
      assert.deepEqual([copy?.state, copy?.answeredBy], ['coming', '陈顾问']);
    }
  });

  it('answered by two at once names the first, and done stays done', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await answer(house, mid, 'coming', '陈顾问');
    await answer(house, mid, 'coming', '张老师');
    await answer(house, mid, 'done', '张老师');
    await answer(house, mid, 'coming', '李师傅');
    const call = callOf(house, mid);
    assert.deepEqual([call.state, call.answeredBy], ['done', '陈顾问']);
  });

  it('withdrawn is no longer open, and an answer to it does no harm', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid) });
    assert.equal((await answer(house, mid, 'coming', '陈顾问')).status, 'applied');
    assert.deepEqual(openCalls(house.list('staff:sample', 'helpCall'), NOW), []);
  });

  it("is one kiosk's own: another's withdrawal does not touch it", async () => {
    const house = new House();
    const { mid } = await raise(house);
    await house.act(kiosk('other'), 'help.withdraw', { callId: id(mid) });
    assert.equal(copies(house, mid)[0]?.state, 'waiting');
  });

  it("is one person's own: the next one at the same glass can neither take it back nor ring it again", async () => {
    const house = new House();
    const { mid } = await raise(house, { visit: 'grandmother' });
    for (const visit of ['the next', undefined])
      await house.act(kiosk(), 'help.withdraw', {
        callId: id(mid),
        ...(visit === undefined ? {} : { visit }),
      });
    await house.act(kiosk(), 'help.remind', { callId: id(mid), visit: 'the next' });
    assert.deepEqual([callOf(house, mid).state, callOf(house, mid).reminders], ['waiting', undefined]);
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid), visit: 'grandmother' });
    assert.equal(callOf(house, mid).state, 'withdrawn');
  });

  it('of an older build can be taken back by an older build only: nobody knows whose it is', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid), visit: 'somebody' });
    assert.equal(callOf(house, mid).state, 'waiting');
  });

  it('pressed again is the same call, which says how often and when', async () => {
    const house = new House();
    const { mid } = await raise(house, { visit: 'v' });
    await house.act(kiosk(), 'help.remind', { callId: id(mid), visit: 'v' }, later(20_000));
    const { reminders, remindedAtMs } = callOf(house, mid);
    assert.deepEqual([reminders, remindedAtMs], [1, NOW + 20_000]);
  });

  it('ends as helped where the elder says that somebody came', async () => {
    const house = new House();
    const { mid } = await raise(house, { visit: 'v' });
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid), visit: 'v', helped: true });
    assert.equal(callOf(house, mid).state, 'done');
  });

  it('answered by a slip waits again, and one closed by a slip has its helper again', async () => {
    const house = new House();
    const { mid } = await raise(house);
    const reopen = (as: 'waiting' | 'coming') =>
      house.act(staff('advisor', '陈顾问'), 'help.reopen', { callId: id(mid), as });
    await answer(house, mid, 'coming', '陈顾问');
    await answer(house, mid, 'done', '陈顾问');
    await reopen('coming');
    assert.deepEqual([callOf(house, mid).state, callOf(house, mid).answeredBy], ['coming', '陈顾问']);
    await reopen('waiting');
    assert.deepEqual([callOf(house, mid).state, callOf(house, mid).answeredBy], ['waiting', null]);
    await answer(house, mid, 'coming', '李师傅');
    assert.equal(callOf(house, mid).answeredBy, '李师傅');
  });

  it('that its elder has taken back is not opened again by anybody', async () => {
    const house = new House();
    const { mid } = await raise(house, { visit: 'v' });
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid), visit: 'v' });
    await house.act(staff('advisor'), 'help.reopen', { callId: id(mid), as: 'waiting' });
    assert.equal(callOf(house, mid).state, 'withdrawn');
  });

  it('of unknown age is passed on and says so; others run out after half an hour', async () => {
    const { 'help.raise': raised, 'help.remind': reminded } = mutations;
    assert.deepEqual(raised.validFor, { ms: 30 * MINUTE, whenUnknown: 'pass' });
    assert.deepEqual(
      reminded.validFor,
      raised.validFor,
      'a press of this morning rings nobody in the evening',
    );
    const house = new House();
    const { mid } = await raise(house, { ageUnknown: true });
    assert.equal(callOf(house, mid).ageUnknown, true);
  });

  it('stands before others: an emergency first, then who waits, then who is being gone to', async () => {
    const house = new House();
    const first = await raise(house);
    const second = await raise(house);
    const emergency = await raise(house, { kind: 'emergency' });
    await answer(house, first.mid, 'coming', '陈顾问');
    assert.deepEqual(
      openCalls(house.list('staff:sample', 'helpCall'), NOW).map((call) => call.id),
      [emergency.mid, second.mid, first.mid],
    );
  });

  it('shows on its kiosk before the hub has heard of it, and does not say that the hub has it', async () => {
    const device = new House(false);
    const { mid } = await raise(device);
    const call = device.get('device:lobby-kiosk', 'helpCall', mid);
    assert.deepEqual([call?.state, call?.takenAtMs], ['waiting', undefined]);
  });
});

describe('whether a console has a call', () => {
  const withConsole = async () => {
    const house = new House();
    const device = { place: '办公室', pairedAtMs: NOW, perhapsClonedAtMs: null } as const;
    for (const [name, kind] of [
      ['office', 'console'],
      ['dining-hall', 'screen'],
    ] as const)
      house.set('staff:sample', 'device', name, { id: id<'DeviceId'>(name), kind, name, ...device });
    return { house, mid: (await raise(house)).mid };
  };

  it('is told to the kiosk, once for each console', async () => {
    const { house, mid } = await withConsole();
    assert.equal(callOf(house, mid).heard, undefined);
    await heardBy(house, 'office', mid);
    await heardBy(house, 'office', mid);
    assert.deepEqual(callOf(house, mid).heard, [{ deviceId: 'office', atMs: NOW }]);
  });

  it('is no word of a television, of the kiosk itself or of a device that nobody knows', async () => {
    const { house, mid } = await withConsole();
    for (const device of ['dining-hall', 'lobby-kiosk', 'stranger']) await heardBy(house, device, mid);
    assert.equal(callOf(house, mid).heard, undefined);
  });

  it('of a call that is gone writes nothing', async () => {
    const { house } = await withConsole();
    await heardBy(house, 'office', 'gone');
    assert.equal(house.get('staff:sample', 'helpCall', 'gone'), undefined);
  });
});

describe('the end of a call that nobody ends', () => {
  it('comes with its age: yesterday’s, answered and never closed, is not today’s', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await answer(house, mid, 'coming', '李师傅');
    const call = callOf(house, mid);
    assert.equal(standingOf(call, NOW + 5 * MINUTE), 'coming');
    assert.equal(standingOf(call, NOW + 24 * 60 * MINUTE), 'forgotten');
    assert.deepEqual(openCalls([call], NOW + 24 * 60 * MINUTE), []);
    assert.deepEqual(forgottenCalls([call], NOW + 24 * 60 * MINUTE), [call]);
  });

  it('does not come while the time is not known: somebody may be there', async () => {
    const house = new House();
    const { mid } = await raise(house);
    assert.ok(isOpen(callOf(house, mid), null));
  });

  it('can be told by staff all the same, afterwards', async () => {
    const house = new House();
    const { mid } = await raise(house);
    const { status } = await house.act(
      staff('leader', '张老师'),
      'help.answer',
      { callId: id(mid), reply: 'done' },
      later(24 * 60 * MINUTE),
    );
    assert.equal(status, 'applied');
    assert.equal(callOf(house, mid).state, 'done');
  });
});
