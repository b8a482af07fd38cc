import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { id } from '../../../../src/kernel/ids.ts';
import { maskName } from '../../../../src/features/members/model/masking.ts';
import {
  shownNamesOf,
  findByTail,
  rosterEntry,
  type Member,
} from '../../../../src/features/members/model/roster.ts';
import { House, staff } from '../../../support/house.ts';
import { member } from '../../../support/model-rows.ts';

const han = fc.constantFrom(...'王李张刘陈兰英珍芳华梅琴云秀桂玉淑凤春');
const anyHanName = fc.array(han, { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));

describe('a name on a shared glass', () => {
  const cases: readonly (readonly [name: string, shown: string, what: string])[] = [
    ['王', '王*', 'one character, which says no more than a surname'],
    ['王兰', '王*', 'two characters'],
    ['王秀兰', '王*兰', 'three characters'],
    ['阿木古楞', '阿**楞', 'four characters without a compound surname'],
    ['欧阳兰', '欧阳*', 'a compound surname and one character'],
    ['欧阳秀兰', '欧阳*兰', 'a compound surname and two'],
    ['司马光', '司马*', 'another compound surname'],
    ['上官婉儿', '上官*儿', 'and another'],
    ['诸葛亮', '诸葛*', 'and another'],
    ['欧阳', '欧*', 'two characters that look like a compound surname are a whole name'],
    [' 王 秀兰 ', '王** 秀**', 'parts parted by a space'],
    ['巴特尔·阿木尔', '巴** 阿**', 'a name with a dot'],
    ['Anna Smith', 'A** S**', 'a name in letters'],
  ];
  for (const [name, shown, what] of cases) {
    it(`${what}: ${name} stands as ${shown}`, () => assert.equal(maskName(name), shown));
  }

  it('never shows the whole name, and always shows how it begins', () => {
    fc.assert(
      fc.property(anyHanName, (name) => {
        const shown = maskName(name);
        assert.ok(shown.includes('*'));
        assert.notEqual(shown, name);
        assert.equal([...shown][0], [...name][0]);
      }),
    );
  });

  it('masks whatever was typed as a name without failing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text) => typeof maskName(text) === 'string',
      ),
    );
  });

  it('is the same for names that differ only in what is hidden', () => {
    fc.assert(fc.property(han, han, (a, b) => assert.equal(maskName(`王${a}兰`), maskName(`王${b}兰`))));
  });
});

const anyMember = fc
  .record({
    name: fc.constantFrom('王秀兰', '王玉兰', '李建国', '王兰'),
    phone: fc.constantFrom('10000001234', '13900001234', '13900005678'),
    birthYear: fc.option(fc.integer({ min: 1930, max: 1966 })),
  })
  .map((fields) => member(fields));
const anyMembers = fc
  .array(anyMember, { maxLength: 12 })
  .map((members) => members.map((one, i): Member => ({ ...one, id: id(`m${`${i}`.padStart(3, '0')}`) })));

describe('finding oneself by the last four digits', () => {
  it('offers everyone whose number ends so, and nobody else', () => {
    const people = ['1234', '1234', '5678'].map((tail, i) =>
      member({ id: id(`m${i}`), phone: `1000000${tail}` }),
    );
    const roster = people.map((one) => rosterEntry(one, people));
    assert.deepEqual(
      findByTail(roster, '1234').map((entry) => entry.id),
      ['m0', 'm1'],
    );
    assert.deepEqual(findByTail(roster, '0000'), []);
  });

  it('two sisters on one telephone are told apart by another part of their names, and by nothing else', () => {
    const sisters = [
      member({ id: id('a'), name: '王秀兰', birthYear: 1944 }),
      member({ id: id('b'), name: '王玉兰', birthYear: 1947 }),
    ];
    assert.deepEqual([...shownNamesOf(sisters).values()], [{ maskedName: '王秀*' }, { maskedName: '王玉*' }]);
    const short = [member({ id: id('a'), name: '王兰' }), member({ id: id('b'), name: '王芳' })];
    assert.deepEqual([...shownNamesOf(short).values()], [{ maskedName: '*兰' }, { maskedName: '*芳' }]);
  });

  it('two of the very same name are numbered: neither telephone nor age stands on the glass', () => {
    const strangers = [
      member({ id: id('a'), phone: '13800001234', birthYear: 1944 }),
      member({ id: id('b'), phone: '15000001234', birthYear: 1947 }),
    ];
    assert.deepEqual(
      [...shownNamesOf(strangers).values()],
      [
        { maskedName: '王*兰', order: 1 },
        { maskedName: '王*兰', order: 2 },
      ],
    );
  });

  it('who may be taken for nobody else carries the usual mask and no number', () => {
    assert.deepEqual([...shownNamesOf([member()]).values()], [{ maskedName: '王*兰' }]);
    assert.ok(!('order' in rosterEntry(member(), [member()])));
  });

  it('whoever comes, changes and goes, the kiosk can tell all apart and knows no more than it must', async () => {
    const steps = fc.array(fc.tuple(anyMembers, fc.nat(11)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(steps, async (rounds) => {
        const house = new House();
        for (const [members, gone] of rounds) {
          for (const one of members) await house.act(staff('advisor'), 'member.save', { member: one });
          await house.act(staff('advisor'), 'member.remove', {
            memberId: id(`m${`${gone}`.padStart(3, '0')}`),
          });
        }
        const members = house.list('people:sample', 'member');
        const roster = house.list('kiosk:sample', 'roster');
        assert.deepEqual(
          roster.map((entry) => entry.id),
          members.map((one) => one.id),
        );
        const faces = roster.map((entry) => `${entry.phoneTail} ${entry.maskedName}`);
        const seen = roster.map((entry, i) => `${faces[i]} ${entry.order ?? ''}`);
        assert.equal(new Set(seen).size, seen.length);
        roster.forEach((entry, i) => {
          const alone = faces.filter((face) => face === faces[i]).length === 1;
          assert.equal(entry.order === undefined, alone);
          const stored = JSON.stringify(entry);
          const person = members[i];
          assert.ok(person && !stored.includes(String(person.phone)) && !stored.includes(person.name));
        });
      }),
      { numRuns: 60 },
    );
  });

  it("changing a name keeps the member's card", async () => {
    const house = new House();
    await house.act(staff('advisor'), 'member.save', { member: member() });
    const entry = house.get('kiosk:sample', 'roster', 'm001');
    assert.ok(entry);
    house.set('kiosk:sample', 'roster', 'm001', { ...entry, card: 'pbkdf2' });
    await house.act(staff('advisor'), 'member.save', { member: member({ name: '王秀英' }) });
    assert.deepEqual(house.get('kiosk:sample', 'roster', 'm001')?.card, 'pbkdf2');
    assert.deepEqual(house.get('kiosk:sample', 'roster', 'm001')?.maskedName, '王*英');
  });
});
