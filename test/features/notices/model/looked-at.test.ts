import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { House, NOW, staff } from '../../../support/house.ts';

const water = id<'NoticeId'>('water');
const said = { noticeId: water, level: 'urgent', body: null, fromMs: NOW, untilMs: null } as const;

describe('Two people at one notice', () => {
  it('take down and change what they have looked at: a colleague’s new words left every glass on the word of who had never read them', async () => {
    const house = new House(true);
    const title = (): string | undefined => house.get('centre:sample', 'notice', 'water')?.title;
    await house.act(staff('canteen'), 'notice.post', { ...said, title: '下午停水', baseVersion: 0 });
    await house.act(staff('leader'), 'notice.post', { ...said, title: '停水改到明天', baseVersion: 1 });

    const stale = await house.act(staff('canteen'), 'notice.withdraw', { noticeId: water, baseVersion: 1 });
    assert.equal(stale.status === 'conflict' && stale.current, 2);
    const over = { ...said, title: '下午停水，到 4 点', baseVersion: 1 };
    assert.equal((await house.act(staff('canteen'), 'notice.post', over)).status, 'conflict');
    assert.equal(title(), '停水改到明天');

    await house.act(staff('canteen'), 'notice.withdraw', { noticeId: water, baseVersion: 2 });
    assert.equal(title(), undefined);
    const again = await house.act(staff('leader'), 'notice.withdraw', { noticeId: water, baseVersion: 2 });
    assert.equal(again.status, 'applied', 'what is down already needs nothing');
  });

  it('go by no version where a build does not know of any: it could take nothing down any more', async () => {
    const house = new House(true);
    await house.act(staff('canteen'), 'notice.post', { ...said, title: '下午停水' });
    await house.act(staff('canteen'), 'notice.post', { ...said, title: '停水改到明天' });
    await house.act(staff('canteen'), 'notice.withdraw', { noticeId: water });
    assert.equal(house.get('centre:sample', 'notice', 'water'), undefined);
  });
});
