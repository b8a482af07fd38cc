import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { planImport, type KeptEntry } from '../../../../../src/features/members/model/import/plan.ts';
import type { Member } from '../../../../../src/features/members/model/roster.ts';
import { id } from '../../../../../src/kernel/ids.ts';
import { member } from '../../../../support/model-rows.ts';

const entry = (over: Partial<KeptEntry>): KeptEntry => ({
  address: 'A2',
  name: '王秀兰',
  phone: null,
  birthYear: null,
  card: null,
  note: null,
  ...over,
});
const lan = member({ id: id('lan'), phone: '138-0000-5041', birthYear: 1948, note: '耳朵背' });
function plan(entries: readonly Partial<KeptEntry>[], members: readonly Member[] = [lan]) {
  let made = 0;
  const planned = planImport(entries.map(entry), members, () => id(`new-${(made += 1)}`));
  return {
    ...planned,
    said: planned.remarks.map(({ address, code, text }) => `${address} ${code} ${text}`.trim()),
  };
}

describe('what a list would come to', () => {
  it('changes who is known by name and number, and takes nothing away that it does not speak of', () => {
    const { added, changed, said } = plan([{ phone: '13800005041', birthYear: 1949, card: 'c1.a' }]);
    assert.deepEqual(added, []);
    assert.deepEqual(changed, [
      { address: 'A2', before: lan, after: { ...lan, birthYear: 1949, card: 'c1.a' } },
    ]);
    assert.deepEqual(said, []);
  });

  it('is nothing for who stands there as they are, so that a list may come in twice', () => {
    const { added, changed, unchanged } = plan([{ phone: '13800005041', birthYear: 1948 }]);
    assert.deepEqual([added, changed, unchanged], [[], [], 1]);
    const first = plan([{ name: '新来的', phone: '13900000001' }], []);
    const again = plan(
      [{ name: '新来的', phone: '13900000001' }],
      first.added.map((one) => one.member),
    );
    assert.deepEqual([again.added, again.unchanged], [[], 1]);
  });

  it('knows somebody by their card, and by name and year where a number lacks, and by a name alone nobody', () => {
    const carded = { ...lan, card: 'c1.a' };
    assert.equal(plan([{ card: 'c1.a', phone: '13900000009' }], [carded]).changed[0]?.before.id, 'lan');
    assert.equal(plan([{ birthYear: 1948 }]).unchanged, 1);
    const other = plan([{ phone: '13900000009' }]);
    assert.deepEqual([other.added.length, other.said], [1, ['A2 same-name 王秀兰']]);
  });

  it('leaves out who stands there twice, and says where first', () => {
    const { added, said } = plan([
      { address: 'A2', name: '赵', phone: '13900000001' },
      { address: 'A9', name: '赵', phone: '139-0000-0001' },
      { address: 'A10', name: '赵', phone: '13900000002' },
    ]);
    assert.deepEqual([added.length, said], [2, ['A9 twice A2']]);
  });

  it('gives nobody a card that is another’s, in the centre or on the list', () => {
    const { added, said } = plan(
      [
        { address: 'A2', name: '甲', card: 'c1.a' },
        { address: 'A3', name: '乙', card: 'c1.b' },
        { address: 'A4', name: '丙', card: 'c1.b' },
      ],
      [{ ...lan, card: 'c1.a' }],
    );
    assert.deepEqual(
      added.map(({ member: one }) => one.card),
      [undefined, 'c1.b', undefined],
    );
    assert.deepEqual(said, ['A2 card-taken', 'A4 card-twice']);
  });

  it('tells of somebody who had left, and does not bring them back by itself', () => {
    const { changed, said } = plan([{ phone: '13800005041', note: '新' }], [{ ...lan, left: { on: null } }]);
    assert.deepEqual([changed[0]?.after.left, said], [{ on: null }, ['A2 has-left 王秀兰']]);
  });

  it('goes through two thousand in one go', () => {
    const members = Array.from({ length: 5000 }, (_, i) =>
      member({ id: id(`m${i}`), name: `成员${i}`, phone: `1390000${String(i).padStart(4, '0')}` }),
    );
    const entries = Array.from({ length: 2000 }, (_, i) => ({
      address: `A${i}`,
      name: `成员${i * 3}`,
      phone: `1390000${String(i * 3).padStart(4, '0')}`,
    }));
    const { added, unchanged, said } = plan(
      entries.map((one) => ({ ...one, birthYear: 1946 })),
      members,
    );
    assert.deepEqual([added.length, unchanged, said.length], [333, 1667, 0]);
  });
});
