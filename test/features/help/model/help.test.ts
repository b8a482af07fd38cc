import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { currentCall, openCalls } from '../../../../src/features/help/model/help.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { mutations } from '../../../../src/features/registry.ts';
import { House, kiosk, staff } from '../../../support/house.ts';

const raise = (house: House, ageUnknown = false) =>
  house.act(kiosk(), 'help.raise', { place: '一楼大厅' }, { ageUnknown });
const answer = (house: House, callId: string, reply: 'coming' | 'done', name: string) =>
  house.act(staff('advisor', name), 'help.answer', { callId: id(callId), reply });
const copies = (house: House, callId: string) => [
  house.get('staff:sample', 'helpCall', callId),
  house.get('device:lobby-kiosk', 'helpCall', callId),
];

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
    const [call] = copies(house, mid);
    assert.deepEqual([call?.state, call?.answeredBy], ['done', '陈顾问']);
  });

  it('withdrawn is no longer open, and an answer to it does no harm', async () => {
    const house = new House();
    const { mid } = await raise(house);
    await house.act(kiosk(), 'help.withdraw', { callId: id(mid) });
    assert.equal((await answer(house, mid, 'coming', '陈顾问')).status, 'applied');
    assert.deepEqual(openCalls(house.list('staff:sample', 'helpCall')), []);
  });

  it("is one kiosk's own: another's withdrawal does not touch it", async () => {
    const house = new House();
    const { mid } = await raise(house);
    await house.act(kiosk('other'), 'help.withdraw', { callId: id(mid) });
    assert.equal(copies(house, mid)[0]?.state, 'waiting');
  });

  it('of unknown age is passed on and says so; others run out after half an hour', async () => {
    assert.deepEqual(mutations['help.raise'].validFor, { ms: 30 * 60_000, whenUnknown: 'pass' });
    const house = new House();
    const { mid } = await raise(house, true);
    assert.equal(copies(house, mid)[0]?.ageUnknown, true);
  });

  it('that waits stands before one somebody is coming to', async () => {
    const house = new House();
    const first = await raise(house);
    const second = await raise(house);
    await answer(house, first.mid, 'coming', '陈顾问');
    const calls = house.list('staff:sample', 'helpCall');
    assert.deepEqual(
      openCalls(calls).map((call) => call.id),
      [second.mid, first.mid],
    );
    assert.equal(currentCall(calls)?.id, second.mid);
  });

  it('shows on its kiosk before the hub has heard of it', async () => {
    const device = new House(false);
    const { mid } = await raise(device);
    assert.equal(device.get('device:lobby-kiosk', 'helpCall', mid)?.state, 'waiting');
  });
});
