import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { openRequests } from '../../../../src/features/requests/model/request.ts';
import { House, kiosk, NOW, staff } from '../../../support/house.ts';
import { furnished } from '../../../support/model-rows.ts';

const raise = (house: House, memberId: string | null = 'm001') =>
  house.act(kiosk(), 'request.raise', {
    memberId: memberId === null ? null : id(memberId),
    policyId: id('old-age-allowance'),
    place: '一楼大厅',
    seen: memberId === null ? null : { name: '王*兰' },
  });
const answer = (house: House, requestId: string, reply: 'waiting' | 'taken' | 'done', name = '陈顾问') =>
  house.act(staff('advisor', name), 'request.answer', { requestId: id(requestId), reply });
const request = (house: House, mid: string) => house.get('people:sample', 'request', mid);
const atKiosk = (house: House, mid: string) => house.get('device:lobby-kiosk', 'requestAnswer', mid);

describe('a request to the advisor', () => {
  it('reaches those who know the people, and its kiosk is told that it did, without a name', async () => {
    const house = furnished();
    const { mid } = await raise(house);
    assert.deepEqual([request(house, mid)?.memberId, request(house, mid)?.state], ['m001', 'waiting']);
    assert.equal(atKiosk(house, mid)?.state, 'waiting');
    assert.doesNotMatch(JSON.stringify(atKiosk(house, mid)), /m001|王|old-age/);
  });

  it('made away from the hub is with nobody, and its kiosk has no answer that says so', async () => {
    const house = furnished(new House(false));
    const { mid } = await raise(house);
    assert.equal(atKiosk(house, mid), undefined);
    assert.equal(request(house, mid), undefined);
  });

  it('is answered, by the first who does, and the answer can be taken back', async () => {
    const house = furnished();
    const { mid } = await raise(house);
    await answer(house, mid, 'taken');
    await answer(house, mid, 'done', '李顾问');
    assert.deepEqual([atKiosk(house, mid)?.state, atKiosk(house, mid)?.answeredBy], ['done', '陈顾问']);
    await answer(house, mid, 'waiting');
    assert.deepEqual([request(house, mid)?.state, request(house, mid)?.answeredBy], ['waiting', null]);
  });

  it('is withdrawn where it was made, not at another kiosk, and is over then', async () => {
    const house = furnished();
    const { mid } = await raise(house);
    const withdraw = (device: string) => house.act(kiosk(device), 'request.withdraw', { requestId: id(mid) });
    assert.equal((await withdraw('door-kiosk')).status, 'refused');
    assert.equal((await withdraw('lobby-kiosk')).status, 'applied');
    assert.equal(request(house, mid)?.state, 'withdrawn');
    await answer(house, mid, 'taken');
    assert.equal(request(house, mid)?.state, 'withdrawn');
  });

  it('of a member who has been struck off is kept, and staff are told', async () => {
    const house = furnished();
    const made = await raise(house, 'm999');
    assert.equal(made.status, 'applied');
    assert.equal(request(house, made.mid)?.seenName, '王*兰');
  });

  it('without a name is one too', async () => {
    const house = furnished();
    const { mid } = await raise(house, null);
    assert.deepEqual([request(house, mid)?.memberId, request(house, mid)?.raisedAtMs], [null, NOW]);
  });

  it('that waits comes before one that somebody sees to, the longest waiting first', async () => {
    const house = furnished();
    const mids = [(await raise(house)).mid, (await raise(house)).mid, (await raise(house)).mid];
    await answer(house, mids[0] ?? '', 'taken');
    await answer(house, mids[2] ?? '', 'done');
    assert.deepEqual(
      openRequests(house.list('people:sample', 'request')).map((one) => one.id),
      [mids[1], mids[0]],
    );
  });
});
