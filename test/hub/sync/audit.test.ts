import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { civilMoment } from '../../../src/kernel/time.ts';
import { testHub, type TestHub } from '../http-support.ts';

const sample = id<'CentreId'>('sample');
const mid = '0193a000-0000-7000-8000-00000000a001';
const corrected = id<'Mid'>('0193a000-0000-7000-8000-00000000a002');

/** The manager who asks who has changed the price is told by whom, and from what to what. */
describe('the audit', () => {
  let hub: TestHub;
  before(async () => {
    hub = await testHub();
  });
  after(() => hub.dispose());

  it('keeps what stood there before and what stands there now', async () => {
    const cook = await hub.opened(hub.links.json.staff['canteen']);
    const [dish] = await hub.sync.read(sample, (tx) => tx.list('centre', 'dish'));
    assert.ok(dish);
    const priceFen = (dish.priceFen ?? 0) + 300;
    const mut = { mid, seq: 1, prev: null, name: 'dish.save', v: 1, age: 0 };
    const made = { args: { dish: { ...dish, priceFen } }, deviceTime: Date.now(), timeQuality: 'confirmed' };
    const answer = await cook.post('/sync/push', {
      clientId: 'c-1',
      epoch: null,
      muts: [{ ...mut, ...made }],
    });
    assert.equal((await answer.json()).results[0].status, 'applied');
    const entry = await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', mid));
    assert.equal(entry?.by, '李师傅');
    assert.deepEqual(
      entry.changed?.map(({ path, ...values }) => ({ path: path.join('.'), ...values })),
      [{ path: 'priceFen', subject: `dish/${dish.id}`, before: dish.priceFen, after: priceFen }],
    );
  });

  it('keeps who put a roll right, and why', async () => {
    const leader = await hub.opened(hub.links.json.staff['leader']);
    const [member] = await hub.sync.read(sample, (tx) => tx.list('people', 'member'));
    assert.ok(member);
    const { date } = civilMoment(hub.sync.now(), 480);
    const args = {
      sessionId: `baduanjin@${date}`,
      memberId: member.id,
      came: true,
      reason: '忘了签到',
    };
    const mut = { mid: corrected, seq: 1, prev: null, name: 'checkin.correct', v: 1, age: 0, args };
    const answer = await leader.post('/sync/push', {
      clientId: 'c-2',
      epoch: null,
      muts: [{ ...mut, deviceTime: Date.now(), timeQuality: 'confirmed' }],
    });
    assert.equal((await answer.json()).results[0].status, 'applied');
    const entry = await hub.sync.read(sample, (tx) => tx.get('audit', 'audit', corrected));
    assert.equal(entry?.by, '张老师');
    const why = entry.changed?.find(({ path }) => path.at(-1) === 'reason');
    assert.deepEqual([why?.before, why?.after], [null, '忘了签到']);
  });
});
