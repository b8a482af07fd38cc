import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import type { Actor } from '../../../../src/kernel/mutation.ts';
import type { Policy } from '../../../../src/features/policies/model/policy.ts';
import { HOUSE } from '../../../../src/features/policies/model/policy-texts.ts';
import { CENTRE, House, NOW, staff } from '../../../support/house.ts';
import { furnished } from '../../../support/model-rows.ts';
import { policyRow } from '../../../support/policy-rows.ts';

const advisor = (accountId: string, name = accountId): Actor => ({
  type: 'staff',
  deviceId: id('console-1'),
  centreId: CENTRE,
  accountId: id(accountId),
  name,
  role: 'advisor',
});
const chen = advisor('陈顾问');
const li = advisor('李顾问');
const key = 'meals-help';
const policy = (over: Partial<Policy> = {}): Policy => policyRow({ id: id(key), ...over });
const published = (house: House) => house.get('city', 'policy', key);
const proposal = (house: House) => house.get('staff:sample', 'policyProposal', key);
const withdrawn = (house: House) => house.get('staff:sample', 'policyWithdrawn', key);
const save = (house: House, actor: Actor, over: Partial<Policy>, baseVersion: number) =>
  house.act(actor, 'policy.save', { policy: policy(over), baseVersion });

async function inTwoPairs(): Promise<House> {
  const house = furnished();
  await save(house, chen, {}, 0);
  await house.act(staff('manager'), 'policy.twoPairs', { twoPairs: true });
  return house;
}

describe('a policy', () => {
  it('is published as it is saved, signed and counted, where nobody wants a second pair of eyes', async () => {
    const house = furnished();
    assert.equal((await save(house, chen, {}, 0)).status, 'applied');
    assert.deepEqual([published(house)?.version, published(house)?.author], [1, '陈顾问']);
  });

  it('saved upon a text that is not the newest any more changes nothing, and says which is', async () => {
    const house = furnished();
    await save(house, chen, {}, 0);
    await save(house, li, { title: '新的' }, 1);
    const outcome = await save(house, chen, { title: '旧的' }, 1);
    assert.deepEqual([outcome.status, 'current' in outcome && outcome.current], ['conflict', 2]);
    assert.equal(published(house)?.title, '新的');
  });

  it('that an older build saves, which counts nothing, is taken', async () => {
    const house = furnished();
    await save(house, chen, {}, 0);
    assert.equal((await house.act(chen, 'policy.save', { policy: policy() })).status, 'applied');
    assert.equal(published(house)?.version, 2);
  });

  it('withdrawn is on no glass, and comes back word for word', async () => {
    const house = furnished();
    await save(house, chen, { title: '助餐补贴' }, 0);
    await house.act(li, 'policy.withdraw', { policyId: id(key), baseVersion: 1 });
    assert.equal(published(house), undefined);
    assert.deepEqual([withdrawn(house)?.policy.title, withdrawn(house)?.by], ['助餐补贴', '李顾问']);
    await house.act(chen, 'policy.restore', { policyId: id(key) });
    assert.equal(published(house)?.title, '助餐补贴');
    assert.equal(withdrawn(house), undefined);
  });

  it('withdrawn while somebody writes upon it does not come back behind the other’s back', async () => {
    const house = furnished();
    await save(house, chen, {}, 0);
    await house.act(li, 'policy.withdraw', { policyId: id(key), baseVersion: 1 });
    assert.equal((await save(house, chen, { title: '改过' }, 1)).status, 'conflict');
    assert.equal(published(house), undefined);
  });

  it('that was written anew since somebody looked is not withdrawn by them', async () => {
    const house = furnished();
    await save(house, chen, {}, 0);
    await save(house, chen, { title: '改过' }, 1);
    const outcome = await house.act(li, 'policy.withdraw', { policyId: id(key), baseVersion: 1 });
    assert.equal(outcome.status, 'conflict');
    assert.equal(published(house)?.title, '改过');
  });
});

describe('with two pairs of eyes a policy', () => {
  it('waits for the second, and the glasses show what they showed', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    assert.equal(published(house)?.title, '助餐补贴');
    assert.deepEqual([proposal(house)?.policy.title, proposal(house)?.by], ['新的', '陈顾问']);
  });

  it('is not approved by who wrote it, be it by another name of the same account', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    const own = await house.act(advisor('陈顾问', '小陈'), 'policy.approve', {
      policyId: id(key),
      version: 2,
    });
    assert.deepEqual([own.status, 'code' in own && own.code], ['refused', 'own-proposal']);
    assert.equal(published(house)?.title, '助餐补贴');
  });

  it('approved by another is published, and waits no more', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    assert.equal(
      (await house.act(li, 'policy.approve', { policyId: id(key), version: 2 })).status,
      'applied',
    );
    assert.deepEqual([published(house)?.title, published(house)?.version], ['新的', 2]);
    assert.equal(proposal(house), undefined);
  });

  it('written anew while the second was reading is not approved unread', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    await save(house, chen, { title: '更新的' }, 2);
    const outcome = await house.act(li, 'policy.approve', { policyId: id(key), version: 2 });
    assert.equal(outcome.status, 'conflict');
    assert.equal(published(house)?.title, '助餐补贴');
  });

  it('taken back and written anew while the second was reading is neither approved nor sent back unread', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    const read = { policyId: id<'PolicyId'>(key), version: 2, atMs: proposal(house)?.atMs ?? null };
    await house.act(chen, 'policy.takeBack', { policyId: id(key), version: 2 });
    const later = { now: { quality: 'confirmed', nowMs: NOW + 60_000 } } as const;
    await house.act(chen, 'policy.save', { policy: policy({ title: '另一篇' }), baseVersion: 1 }, later);
    for (const outcome of [
      await house.act(li, 'policy.approve', read),
      await house.act(li, 'policy.sendBack', { ...read, words: '电话不对' }),
    ])
      assert.equal(outcome.status, 'conflict');
    assert.deepEqual([published(house)?.title, proposal(house)?.back], ['助餐补贴', null]);
    const anew = { ...read, atMs: proposal(house)?.atMs ?? null };
    assert.equal((await house.act(li, 'policy.approve', anew)).status, 'applied');
  });

  it('sent back keeps what was written, with the word, and cannot be approved until it is written anew', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    await house.act(li, 'policy.sendBack', { policyId: id(key), version: 2, words: '电话不对' });
    assert.deepEqual(
      [proposal(house)?.policy.title, proposal(house)?.back?.words, proposal(house)?.back?.by],
      ['新的', '电话不对', '李顾问'],
    );
    const unread = await house.act(li, 'policy.approve', { policyId: id(key), version: 2 });
    assert.equal(unread.status, 'refused');
    await save(house, chen, { title: '改好的' }, 2);
    assert.equal(proposal(house)?.back, null);
  });

  it('that is written by the second is approved by the first: both have read all of it', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    await save(house, li, { title: '一起写的' }, 2);
    assert.equal(
      (await house.act(chen, 'policy.approve', { policyId: id(key), version: 3 })).status,
      'applied',
    );
    assert.equal(published(house)?.title, '一起写的');
  });

  it('taken back before it is approved leaves what is published', async () => {
    const house = await inTwoPairs();
    await save(house, chen, { title: '新的' }, 1);
    await house.act(chen, 'policy.takeBack', { policyId: id(key), version: 2 });
    assert.equal(proposal(house), undefined);
    assert.equal(published(house)?.title, '助餐补贴');
  });

  it('is the manager’s to ask for, and nobody else’s to end', async () => {
    const house = await inTwoPairs();
    const outcome = await house.act(chen, 'policy.twoPairs', { twoPairs: false });
    assert.equal(outcome.status, 'refused');
  });
});

describe('a console away from its hub', () => {
  it('shows what was written as waiting, not as published, where two must read it', async () => {
    const house = furnished(new House(false));
    house.set('staff:sample', 'policyHouse', HOUSE, { id: HOUSE, twoPairs: true, by: '主任' });
    assert.equal((await save(house, chen, {}, 0)).status, 'applied');
    assert.equal(published(house), undefined);
    assert.equal(proposal(house)?.policy.title, '助餐补贴');
  });
});
