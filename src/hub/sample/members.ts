import { id } from '../../kernel/ids.ts';
import type { Member } from '../../features/members/model/roster.ts';

/** How many members the sample centre has. */
const COUNT = 120;

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹',
  ...['欧阳', '司马', '上官', '诸葛', '包', '白', '乌', '敖'],
];
const givenFirst = [...'秀桂玉淑凤春美建国志文永德金福振宝'];
const givenLast = [...'兰英珍芳华梅琴云霞莲军强民义山林海生祥贵'];
const mongolian = ['阿木古楞', '萨仁', '巴图', '其木格', '格日乐图', '乌云'];

/** Members who share a phone's last four digits with an earlier one: relatives on one number, or mere chance. */
const sharesTailWith: ReadonlyMap<number, number> = new Map([
  [24, 3],
  [58, 31],
  [77, 31],
  [96, 70],
]);
/** Two sisters on one telephone, whose masked names are the same. */
const sisters: ReadonlyMap<number, string> = new Map([
  [70, '王秀兰'],
  [96, '王玉兰'],
]);

/** A small generator with a seed of its own: the same invented members on every machine (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** Invented members of 60 and over in a year; their phone numbers are of a form that is never given out. */
export function sampleMembers(year: number): readonly Member[] {
  const draw = generator(20261122);
  const pick = (list: readonly string[]): string => list[draw(list.length)] ?? '';
  const tails: string[] = [];
  return Array.from({ length: COUNT }, (_, i) => {
    const given = pick(givenFirst) + (draw(6) === 0 ? '' : pick(givenLast));
    const name = draw(20) === 0 ? pick(mongolian) : pick(surnames) + given;
    const fresh = `${draw(10_000)}`.padStart(4, '0');
    const tail = tails[sharesTailWith.get(i) ?? -1] ?? fresh;
    tails.push(tail);
    return {
      id: id(`m${`${i + 1}`.padStart(3, '0')}`),
      name: sisters.get(i) ?? name,
      phone: `1000000${tail}`,
      birthYear: year - 60 - draw(31),
    };
  });
}
