import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { collisions, mergedMember } from '../../../../src/features/members/model/merge.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { staff, TODAY, type House } from '../../../support/house.ts';
import { furnished, member } from '../../../support/model-rows.ts';

const advisor = staff('advisor');
const her = member();

describe('two who change one member', () => {
  it('each keep what the other has not touched', () => {
    const mine = { ...her, phone: '13800000001' };
    const theirs = { ...her, note: '耳朵背', card: 'c1.x' };
    assert.deepEqual(collisions(her, mine, theirs), []);
    assert.deepEqual(mergedMember(her, mine, theirs), {
      ...her,
      phone: '13800000001',
      note: '耳朵背',
      card: 'c1.x',
    });
  });

  it('collide only where both have made something else of the same', () => {
    const mine = { ...her, phone: '13800000001', birthYear: 1947 };
    assert.deepEqual(collisions(her, mine, { ...her, phone: '13800000002', birthYear: 1947 }), ['phone']);
  });

  it('take away what was taken away', () => {
    const base = { ...her, note: '旧', pairedWith: [id<'MemberId'>('m002')] };
    assert.deepEqual(mergedMember(base, her, { ...base, birthYear: 1950 }), { ...her, birthYear: 1950 });
  });
});

describe('members on the hub', () => {
  let hub: House;
  const row = (key = 'm001') => hub.get('people:sample', 'member', key);
  const onKiosk = (key = 'm001') => hub.get('kiosk:sample', 'roster', key);
  beforeEach(() => {
    hub = furnished();
  });

  it('a stale change that collides is kept back, and done over what stands when somebody says so', async () => {
    await hub.act(advisor, 'member.save', {
      member: { ...her, phone: '13800000002', note: '慢走' },
      base: her,
    });
    const mine = { member: { ...her, phone: '13800000001' }, base: her };
    assert.equal((await hub.act(advisor, 'member.save', mine)).status, 'conflict');
    assert.equal(row()?.phone, '13800000002');
    await hub.act(advisor, 'member.save', { ...mine, over: true });
    assert.deepEqual([row()?.phone, row()?.note], ['13800000001', '慢走']);
  });

  it('one card opens one name: whose it is already is not taken from them', async () => {
    await hub.act(advisor, 'member.save', { member: { ...her, card: 'c1.one' } });
    const other = member({ id: id('m002'), name: '李四', card: 'c1.one' });
    const outcome = await hub.act(advisor, 'member.save', { member: other });
    assert.equal(outcome.status === 'refused' && outcome.code, 'card-taken');
    await hub.act(advisor, 'member.leave', { memberId: id('m001'), left: true });
    assert.equal((await hub.act(advisor, 'member.save', { member: other })).status, 'applied');
    const back = await hub.act(advisor, 'member.leave', { memberId: id('m001'), left: false });
    assert.equal(back.status === 'refused' && back.code, 'card-taken');
  });

  it('who has left is on no kiosk and in the history, and comes back as they were', async () => {
    await hub.act(advisor, 'member.leave', { memberId: id('m001'), left: true });
    assert.deepEqual([row()?.left, onKiosk()], [{ on: TODAY }, undefined]);
    await hub.act(advisor, 'member.save', { member: { ...her, note: '搬去女儿家', left: { on: TODAY } } });
    assert.equal(onKiosk(), undefined, 'a note does not bring them back to the kiosk');
    await hub.act(advisor, 'member.leave', { memberId: id('m001'), left: false });
    assert.deepEqual([row()?.left, onKiosk()?.maskedName], [undefined, '王*兰']);
  });

  it('whoever is deleted is nobody’s neighbour any more, on the kiosk neither', async () => {
    const neighbour = member({ id: id('m002'), name: '李四', pairedWith: [id('m001')] });
    await hub.act(advisor, 'member.save', { member: neighbour });
    await hub.act(advisor, 'member.remove', { memberId: id('m001') });
    assert.deepEqual([row(), onKiosk()], [undefined, undefined]);
    assert.deepEqual([row('m002')?.pairedWith, onKiosk('m002')?.pairedWith], [[], undefined]);
  });

  it('whoever is deleted comes back in no change that was under way: neither as a neighbour nor on a roll', async () => {
    const neighbour = member({ id: id('m002'), name: '李四' });
    const paired = { ...neighbour, pairedWith: [id<'MemberId'>('m001')] };
    await hub.act(advisor, 'member.save', { member: neighbour });
    await hub.act(advisor, 'member.remove', { memberId: id('m001') });
    await hub.act(advisor, 'member.save', { member: paired, base: neighbour });
    await hub.act(advisor, 'member.import', { members: [{ member: paired, base: neighbour }] });
    await hub.act(staff('leader'), 'checkin.correct', {
      ...{ sessionId: id<'SessionId'>(`baduanjin@${TODAY}`), memberId: id<'MemberId'>('m001') },
      ...{ came: false, reason: '没有来' },
    });
    const kept = [
      ...[row('m002'), onKiosk('m002')],
      ...(['people:sample', 'kiosk:sample'] as const).flatMap((book) => hub.list(book, 'attendance')),
    ];
    assert.doesNotMatch(JSON.stringify(kept), /m001/);
  });

  it('how a glass is to be is staff’s to say and their own: the later counts', async () => {
    const comfort = { larger: 1.6, contrast: true, slow: false, language: 'zh-CN' } as const;
    await hub.act(advisor, 'member.save', { member: { ...her, comfort } });
    assert.deepEqual(onKiosk()?.comfort, comfort);
    await hub.act(advisor, 'member.save', { member: { ...her, comfort: null } });
    assert.equal(onKiosk()?.comfort, undefined);
  });

  it('a list comes in whole and is taken back whole, but for what was changed since', async () => {
    const fresh = member({ id: id('m010'), name: '新来的' });
    const changed = { ...her, birthYear: 1950 };
    await hub.act(advisor, 'member.import', {
      members: [{ member: fresh }, { member: changed, base: her }],
    });
    assert.deepEqual(
      [row('m010')?.name, onKiosk('m010')?.maskedName, row()?.birthYear],
      ['新来的', '新*的', 1950],
    );
    await hub.act(advisor, 'member.save', { member: { ...changed, note: '后来写的' }, base: changed });
    await hub.act(advisor, 'member.revert', {
      members: [
        { to: null, from: fresh },
        { to: her, from: changed },
      ],
    });
    assert.deepEqual([row('m010'), onKiosk('m010'), row()?.birthYear], [undefined, undefined, 1950]);
  });

  it('of a list, a card that is another’s is left out, and staff are told', async () => {
    await hub.act(advisor, 'member.save', { member: { ...her, card: 'c1.one' } });
    const outcome = await hub.act(advisor, 'member.import', {
      members: [
        { member: member({ id: id('m010'), name: '甲', card: 'c1.one' }) },
        { member: member({ id: id('m011'), name: '乙', card: 'c1.two' }) },
        { member: member({ id: id('m012'), name: '丙', card: 'c1.two' }) },
      ],
    });
    assert.equal(outcome.status === 'applied' && outcome.doubt?.code, 'card-taken');
    assert.deepEqual(
      ['m010', 'm011', 'm012'].map((key) => row(key)?.card),
      [null, 'c1.two', null],
    );
  });

  it('a list that is taken back takes the card of nobody who was given it since, and staff are told', async () => {
    const holder = { ...her, card: 'c1.one' };
    const changed = { ...her, card: 'c1.two' };
    await hub.act(advisor, 'member.save', { member: holder });
    await hub.act(advisor, 'member.import', { members: [{ member: changed, base: holder }] });
    await hub.act(advisor, 'member.save', {
      member: member({ id: id('m002'), name: '李四', card: 'c1.one' }),
    });
    const outcome = await hub.act(advisor, 'member.revert', { members: [{ to: holder, from: changed }] });
    assert.equal(outcome.status === 'applied' && outcome.doubt?.code, 'card-taken');
    assert.deepEqual([row()?.card, row('m002')?.card], [null, 'c1.one']);
  });

  it('a list that is taken back takes those along whose card was left out', async () => {
    await hub.act(advisor, 'member.save', { member: { ...her, card: 'c1.one' } });
    const fresh = member({ id: id('m010'), name: '甲', card: 'c1.one' });
    await hub.act(advisor, 'member.import', { members: [{ member: fresh }] });
    await hub.act(advisor, 'member.revert', { members: [{ to: null, from: fresh }] });
    assert.deepEqual([row('m010'), onKiosk('m010'), row()?.card], [undefined, undefined, 'c1.one']);
  });

  it('a card that goes from one to another in one list goes', async () => {
    const [one, two] = [{ ...her, card: 'c1.one' }, member({ id: id('m002'), name: '李四' })];
    await hub.act(advisor, 'member.save', { member: one });
    await hub.act(advisor, 'member.save', { member: two });
    const outcome = await hub.act(advisor, 'member.import', {
      members: [
        { member: { ...one, card: 'c1.two' }, base: one },
        { member: { ...two, card: 'c1.one' }, base: two },
      ],
    });
    assert.deepEqual([row()?.card, row('m002')?.card, 'doubt' in outcome], ['c1.two', 'c1.one', false]);
  });

  it('a list writes nothing over what a colleague has put right since it was read', async () => {
    await hub.act(advisor, 'member.save', { member: { ...her, phone: '13800000002' }, base: her });
    const listed = { ...her, phone: '13800000001', birthYear: 1950 };
    await hub.act(advisor, 'member.import', { members: [{ member: listed, base: her }] });
    assert.deepEqual([row()?.phone, row()?.birthYear], ['13800000002', 1950]);
  });
});
