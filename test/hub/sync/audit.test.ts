import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { id } from '../../../src/kernel/ids.ts';
import { testHub, type TestHub } from '../http-support.ts';

const sample = id<'CentreId'>('sample');
const mid = '0193a000-0000-7000-8000-00000000a001';

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
});
