import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { MemberComfort } from '../../../../src/features/members/model/roster.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { kiosk, staff, type House } from '../../../support/house.ts';
import { furnished, member } from '../../../support/model-rows.ts';

const large: MemberComfort = { larger: 1.6, contrast: true, slow: true, language: 'en' };
const wish = (house: House, memberId: string, comfort: MemberComfort | null) =>
  house.act(kiosk(), 'member.comfort', { memberId: id(memberId), comfort });
const comfortOf = (house: House, memberId = 'm001') => house.get('kiosk:sample', 'roster', memberId)?.comfort;

/** A hub that knows one member, as the advisor has written her down. */
async function house(): Promise<House> {
  const hub = furnished();
  await hub.act(staff('advisor'), 'member.save', { member: member() });
  return hub;
}

describe('the glass as a member’s card asks for it', () => {
  it('lies with the masked name that every kiosk has, and is taken back as easily', async () => {
    const hub = await house();
    await wish(hub, 'm001', large);
    assert.deepEqual(comfortOf(hub), large);
    await wish(hub, 'm001', null);
    assert.equal(comfortOf(hub), undefined);
  });

  it('stays when the advisor changes the member’s number or card', async () => {
    const hub = await house();
    await wish(hub, 'm001', large);
    await hub.act(staff('advisor'), 'member.save', {
      member: member({ phone: '13800009999', card: 'c1.another' }),
    });
    assert.deepEqual(comfortOf(hub), large);
    assert.equal(hub.get('kiosk:sample', 'roster', 'm001')?.phoneTail, '9999');
  });

  it('goes with the member, and of somebody who is gone nothing is written down again', async () => {
    const hub = await house();
    await wish(hub, 'm001', large);
    await hub.act(staff('advisor'), 'member.remove', { memberId: id('m001') });
    const late = await wish(hub, 'm001', large);
    assert.equal(late.status, 'applied');
    assert.equal(hub.get('kiosk:sample', 'roster', 'm001'), undefined);
  });

  it('is wished at a kiosk and nowhere else', async () => {
    const hub = await house();
    const args = { memberId: id<'MemberId'>('m001'), comfort: large };
    const outcome = await hub.act(staff('manager'), 'member.comfort', args);
    assert.equal(outcome.status === 'refused' && outcome.code, 'not-permitted');
  });
});
