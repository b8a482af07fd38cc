import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { House, NOW, staff } from '../../../support/house.ts';

const smoke = id<'NoticeId'>('smoke');

describe('An emergency', () => {
  it('is taken down by being called off and by nothing else: a notice put in its place left the glasses, and nobody knew of it', async () => {
    const house = new House(true);
    const said = { noticeId: smoke, body: null, untilMs: null };
    await house.act(staff('manager'), 'notice.alarm', { ...said, title: '请马上离开餐厅' });
    const post = { ...said, level: 'normal', title: '今天停水', fromMs: NOW } as const;
    const outcome = await house.act(staff('canteen'), 'notice.post', post);
    assert.equal(outcome.status === 'refused' && outcome.code, 'is-emergency');
    assert.equal(house.get('centre:sample', 'notice', 'smoke')?.level, 'emergency');

    await house.act(staff('canteen'), 'notice.withdraw', { noticeId: smoke });
    assert.equal(house.get('centre:sample', 'notice', 'smoke'), undefined);
    assert.ok(house.get('staff:sample', 'allClear', 'smoke'), 'and that it was is kept');
  });
});
