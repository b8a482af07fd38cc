import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardAsKept } from '../../../../src/app/card-number.ts';
import { finderOf } from '../../../../src/features/members/model/find-person.ts';
import { checkMember } from '../../../../src/features/members/model/check-member.ts';
import { mayLookAlike, rosterEntry, type Member } from '../../../../src/features/members/model/roster.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { member } from '../../../support/model-rows.ts';
import { sampleOf } from '../../../support/sample.ts';

const rosterOf = (members: readonly Member[]) => members.map((one) => rosterEntry(one, members));
const find = (members: readonly Member[]) =>
  finderOf(rosterOf(members), (card) => cardAsKept(card, 'sample'));
const named = (key: string, name: string, phone: string | null, more: Partial<Member> = {}): Member =>
  member({ id: id(key), name, phone, ...more });

describe('finding a member at the kiosk', () => {
  it('a landline is a number like any other, however it is written', () => {
    const members = [
      named('a', '王秀兰', '0471-123 4567'),
      named('b', '李玉珍', '8804567'),
      named('c', '赵芳', '13900004567'),
    ];
    for (const one of members) assert.deepEqual(checkMember(one), []);
    assert.deepEqual(
      find(members)
        .byTail('4567')
        .map((one) => one.id),
      ['b', 'a', 'c'],
    );
  });

  it('who has no telephone is found by how the name begins, and nobody else is', () => {
    const members = [
      named('a', '王秀兰', null),
      named('b', '王玉珍', '13900001234'),
      named('c', '阿木古楞', null),
      named('d', '欧阳秀兰', null),
      named('e', '花', null),
    ];
    const finder = find(members);
    assert.deepEqual([...finder.beginnings].sort(), ['欧阳', '王', '花', '阿'].sort());
    assert.deepEqual(
      finder.byBeginning('王').map((one) => one.id),
      ['a'],
    );
    for (const one of members) assert.deepEqual(checkMember(one), []);
  });

  it('twelve whose numbers end alike are all there to choose from, the same names in the order of their numbers', () => {
    const members = Array.from({ length: 12 }, (_, i) =>
      named(`m${String(i + 10)}`, '王秀兰', `1390000${i % 10}1234`.slice(-11)),
    );
    const found = find(members).byTail('1234');
    assert.deepEqual(
      found.map(({ order }) => order),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
  });

  it('two without a telephone whose whole beginning is hidden by their masks are still found', () => {
    const members = [named('a', '王兰', null), named('b', '王芳', null)];
    assert.ok(members.every((one) => mayLookAlike(one, one)));
    const finder = find(members);
    assert.deepEqual(finder.beginnings, ['*']);
    assert.deepEqual(
      finder.byBeginning('*').map((one) => one.maskedName),
      ['*兰', '*芳'],
    );
  });

  it("a card finds its own, is kept as nothing that tells its number, and another centre's finds nobody", async () => {
    const kept = await cardAsKept('0000000001', 'sample');
    const members = [named('a', '王秀兰', null, { card: kept }), named('b', '李玉珍', null)];
    const finder = find(members);
    assert.ok(finder.hasCards);
    assert.equal((await finder.byCard('0000000001'))?.id, 'a');
    assert.equal(await finder.byCard('0000000002'), null);
    assert.ok(!kept.includes('0000000001'));
    assert.notEqual(kept, await cardAsKept('0000000001', 'another'));
    assert.equal(find(members.slice(1)).hasCards, false);
  });

  it("the sample's first member signs in with card 0000000001", async () => {
    const finder = find(sampleOf('member'));
    assert.equal((await finder.byCard('0000000001'))?.id, 'm001');
    assert.ok(finder.beginnings.length > 1);
  });
});
