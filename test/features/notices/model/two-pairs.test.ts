import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { House, NOW, staff } from '../../../support/house.ts';

const water = id<'NoticeId'>('water');
const said = { noticeId: water, body: null, fromMs: NOW, untilMs: null } as const;
const urgent = { ...said, level: 'urgent', title: '下午停水', baseVersion: 0 } as const;

describe('Urgent notices of a house that wants two pairs of eyes', () => {
  async function inTwoPairs(): Promise<House> {
    const house = new House(true);
    await house.act(staff('manager'), 'notice.twoPairs', { twoPairs: true });
    return house;
  }
  const onGlass = (house: House) => house.get('centre:sample', 'notice', 'water')?.title;
  const approve = (house: House, role: 'canteen' | 'leader', version: number) =>
    house.act(staff(role), 'notice.approve', { noticeId: water, version });

  it('go out once a second person has read just these words, in their writer’s name', async () => {
    const house = await inTwoPairs();
    await house.act(staff('canteen'), 'notice.post', urgent);
    assert.equal(onGlass(house), undefined);
    const own = await approve(house, 'canteen', 1);
    assert.equal(own.status === 'refused' && own.code, 'own-proposal');

    await house.act(staff('canteen'), 'notice.post', { ...urgent, title: '明天停水', baseVersion: 1 });
    assert.equal((await approve(house, 'leader', 1)).status, 'conflict', 'it was written anew since');
    assert.equal((await approve(house, 'leader', 2)).status, 'applied');
    const notice = house.get('centre:sample', 'notice', 'water');
    assert.deepEqual([notice?.title, notice?.version], ['明天停水', 2]);
    assert.equal(house.get('staff:sample', 'noticeProposal', 'water'), undefined);
  });

  it('do not go out unread where one was taken back and another written while the second person read', async () => {
    const house = new House(true);
    await house.act(staff('canteen'), 'notice.post', urgent);
    await house.act(staff('manager'), 'notice.twoPairs', { twoPairs: true });
    await house.act(staff('canteen'), 'notice.post', { ...urgent, title: '明天停水', baseVersion: 1 });
    const read = { noticeId: water, version: 2, atMs: NOW };
    await house.act(staff('canteen'), 'notice.takeBack', { noticeId: water, version: 2 });
    const anew = { ...urgent, title: '全天停水', baseVersion: 1 };
    const later = { now: { quality: 'confirmed', nowMs: NOW + 60_000 } } as const;
    await house.act(staff('canteen'), 'notice.post', anew, later);
    assert.equal((await house.act(staff('leader'), 'notice.approve', read)).status, 'conflict');
    assert.equal(onGlass(house), '下午停水');
    const now = { ...read, atMs: NOW + 60_000 };
    assert.equal((await house.act(staff('leader'), 'notice.approve', now)).status, 'applied');
  });

  it('can be given up, and leave what stands there as it is', async () => {
    const house = new House(true);
    await house.act(staff('canteen'), 'notice.post', urgent);
    await house.act(staff('manager'), 'notice.twoPairs', { twoPairs: true });
    await house.act(staff('canteen'), 'notice.post', { ...urgent, title: '明天停水', baseVersion: 1 });
    assert.equal(onGlass(house), '下午停水');
    await house.act(staff('leader'), 'notice.takeBack', { noticeId: water, version: 2 });
    assert.equal(onGlass(house), '下午停水');
    const gone = await approve(house, 'leader', 2);
    assert.equal(gone.status === 'refused' && gone.code, 'no-proposal');
  });

  it('are all that waits: an emergency is on every glass at once, and an ordinary line needs nobody', async () => {
    const house = await inTwoPairs();
    const smoke = id<'NoticeId'>('smoke');
    await house.act(staff('canteen'), 'notice.alarm', {
      noticeId: smoke,
      title: '请马上离开餐厅',
      body: null,
      untilMs: null,
    });
    assert.equal(house.get('centre:sample', 'notice', 'smoke')?.level, 'emergency');
    await house.act(staff('canteen'), 'notice.post', { ...said, level: 'normal', title: '今天有讲座' });
    assert.equal(onGlass(house), '今天有讲座');
  });

  it('wait on the manager’s word alone', async () => {
    const house = new House(true);
    const asked = await house.act(staff('leader'), 'notice.twoPairs', { twoPairs: true });
    assert.equal(asked.status, 'refused');
    await house.act(staff('canteen'), 'notice.post', urgent);
    assert.equal(onGlass(house), '下午停水');
  });
});
