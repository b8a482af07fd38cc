import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readings } from '../../../../src/app/readings.ts';
import {
  inNameOrder,
  isAmong,
  searchMembers,
} from '../../../../src/features/members/model/search-members.ts';
import { id } from '../../../../src/kernel/ids.ts';
import { member } from '../../../support/model-rows.ts';

const people = inNameOrder([
  member({ id: id('w'), name: '王秀兰', phone: '13800001234' }),
  member({ id: id('z'), name: '张曾', phone: '0471-123 4567', card: 'c1.z' }),
  member({ id: id('a'), name: '阿木古楞', phone: null, card: null }),
  member({ id: id('s'), name: 'Anna Smith', phone: '13812340000', left: { on: null } }),
]);
const found = (typed: string) => searchMembers(people, typed, readings).map(({ id: one }) => one);

describe('looking for a member', () => {
  it('finds by a part of the name, by how it is read, and by initials', () => {
    for (const typed of ['王秀', '秀兰', 'wangxiulan', 'wxl', 'WXL', 'wxiul', 'xl', 'xiu lan'])
      assert.deepEqual(found(typed), ['w'], typed);
    assert.deepEqual(found('amgl'), ['a']);
    assert.deepEqual(found('smith'), ['s']);
  });

  it('knows a character that is read in two ways by both', () => {
    assert.deepEqual(found('zhangzeng'), ['z']);
    assert.deepEqual(found('zhangceng'), ['z']);
  });

  it('finds by figures of the telephone however it is written, whose ends so first', () => {
    assert.deepEqual(new Set(found('1234')), new Set(['w', 's', 'z']));
    assert.equal(found('1234')[0], 'w');
    assert.deepEqual(found('4711234567'), ['z']);
  });

  it('answers nobody where nobody is meant, and all where nothing is asked', () => {
    assert.deepEqual(found('wangz'), []);
    assert.deepEqual(found('李'), []);
    assert.equal(found('  ').length, 4);
  });

  it('tells who has a card from who has none, and neither from who has left', () => {
    const among = (which: Parameters<typeof isAmong>[1]) =>
      people.filter((one) => isAmong(one, which)).map(({ id: one }) => one);
    assert.deepEqual(new Set(among('here')), new Set(['w', 'z', 'a']));
    assert.deepEqual(among('with-card'), ['z']);
    assert.deepEqual(new Set(among('without-card')), new Set(['w', 'a']));
    assert.deepEqual(among('left'), ['s']);
  });

  it('is quick among five thousand, however much is typed', () => {
    const many = Array.from({ length: 5000 }, (_, i) =>
      member({ id: id(`m${i}`), name: `${'王李张刘陈'[i % 5]}秀${'兰芳英珍梅'[i % 7] ?? '花'}` }),
    );
    let looked = 0;
    const counted = (char: string) => {
      looked += 1;
      return readings(char);
    };
    searchMembers(many, 'wxlanzzzzzzzz', counted);
    assert.ok(looked < 5000 * 20, `${looked} characters were looked up`);
  });
});
