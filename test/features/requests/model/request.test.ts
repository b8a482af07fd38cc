import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { id } from '../../../../src/kernel/ids.ts';
import { doneWishes, openWishes } from '../../../../src/features/requests/model/request.ts';
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
    const mids = [(await raise(house)).mid, (await raise(house, null)).mid, (await raise(house, null)).mid];
    await answer(house, mids[0] ?? '', 'taken');
    const open = () => openWishes(house.list('people:sample', 'request')).map((one) => one.request.id);
    assert.deepEqual(open(), [mids[1], mids[2], mids[0]]);
    await answer(house, mids[2] ?? '', 'done');
    assert.deepEqual(open(), [mids[1], mids[0]], 'two who do not say who they are are two');
  });

  it('made twice by one person is one for the advisor, whose answer each kiosk has, and one press takes back', async () => {
    const house = furnished();
    const [first, second] = [(await raise(house)).mid, (await raise(house)).mid];
    const open = () => openWishes(house.list('people:sample', 'request'));
    const states = () => [atKiosk(house, first)?.state, atKiosk(house, second)?.state];
    assert.deepEqual(
      open().map(({ request: one, times }) => [one.id, times]),
      [[first, 2]],
    );
    await answer(house, first, 'taken');
    assert.deepEqual(states(), ['taken', 'taken']);
    const third = (await raise(house)).mid;
    assert.equal(
      atKiosk(house, third)?.state,
      'waiting',
      'four digits tell nobody that somebody asked before',
    );
    await answer(house, first, 'done');
    assert.deepEqual([open(), ...states()], [[], 'done', 'done']);
    await answer(house, first, 'waiting');
    assert.deepEqual([open().map(({ times }) => times), ...states()], [[3], 'waiting', 'waiting']);
    await answer(house, first, 'done');
    const fourth = (await raise(house)).mid;
    assert.deepEqual(
      open().map(({ request: one }) => one.id),
      [fourth],
      'what is asked after the answer is asked anew',
    );
  });

  it('carries what was tried, which its kiosk hears nothing of, and a note can be taken away', async () => {
    const house = furnished();
    const { mid } = await raise(house);
    const note = await house.act(staff('advisor', '陈顾问'), 'request.note', {
      requestId: id(mid),
      words: '打了两次没人接',
    });
    const [written] = request(house, mid)?.notes ?? [];
    assert.deepEqual([written?.words, written?.by, written?.atMs], ['打了两次没人接', '陈顾问', NOW]);
    assert.doesNotMatch(JSON.stringify(atKiosk(house, mid)), /没人接/);
    await house.act(staff('advisor'), 'request.unnote', { requestId: id(mid), noteId: id(note.mid) });
    assert.deepEqual(request(house, mid)?.notes, []);
  });

  it('done stands among what was done, once however often it was asked, and can be opened anew', async () => {
    const house = furnished();
    const { mid } = await raise(house);
    await raise(house);
    await answer(house, mid, 'done');
    const done = doneWishes(house.list('people:sample', 'request'));
    assert.deepEqual(done.map(({ id: one }) => one).length, 1);
    await answer(house, mid, 'waiting');
    const rows = house.list('people:sample', 'request');
    assert.equal(doneWishes(rows).length, 0);
    assert.deepEqual(
      openWishes(rows).map(({ times }) => times),
      [2],
    );
  });
});
